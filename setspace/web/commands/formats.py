"""`setspace formats`: the catalogue, with its sums."""

import json
from argparse import ArgumentParser, Namespace
from typing import Any

from setspace.core.process import catalogue
from setspace.core.process.formats import Format, Plan
from setspace.web.commands import handbook


def arguments(parser: ArgumentParser) -> None:
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="as data")
    how.add_argument("--markdown", action="store_true", help="as the page docs/formats.md")


def run(args: Namespace) -> int:
    if args.json:
        print(json.dumps(listed(), indent=2, ensure_ascii=False))
    elif args.markdown:
        print(handbook.page(), end="")
    else:
        print(table())
    return 0


def listed() -> list[dict[str, Any]]:
    """The rounds, then the plans, as plain values."""
    rounds = [_entry("round", "stages", round_) for round_ in catalogue.formats().values()]
    return rounds + [_entry("plan", "blocks", plan) for plan in catalogue.plans().values()]


def table() -> str:
    """The same for reading: minutes in one column, each list with its sum."""
    rounds = [_rows(round_, round_.stages) for round_ in catalogue.formats().values()]
    plans = [_rows(plan, plan.blocks) for plan in catalogue.plans().values()]
    return "\n\n".join(["Rounds", *rounds, "Session plans", *plans])


def _entry(kind: str, parts: str, thing: Format | Plan) -> dict[str, Any]:
    inside = thing.stages if isinstance(thing, Format) else thing.blocks
    return {
        "key": thing.key,
        "kind": kind,
        "title": thing.title,
        "minutes": thing.minutes,
        "least_people": thing.least_people,
        "most_people": thing.most_people,
        "source": thing.source,
        parts: [{"key": part.key, "title": part.title, "minutes": part.minutes} for part in inside],
    }


def _rows(thing: Format | Plan, parts: Any) -> str:
    least, most = thing.least_people, thing.most_people
    people = f"{least} to {most}" if least < most else f"{least}"
    head = f"  {thing.key}: {thing.title}, for {people} people\n    {thing.source}"
    lines = [f"    {part.title:<44}{part.minutes:>4}" for part in parts]
    total = f"    {'Together':<44}{sum(part.minutes for part in parts):>4}"
    return "\n".join([head, *lines, f"    {'-' * 48}", total])
