"""`setspace plan`: when each part of a session begins and ends."""

import json
import re
from argparse import ArgumentParser, Namespace
from typing import Any

from setspace.core.process import catalogue
from setspace.core.process.formats import Plan, fitted
from setspace.web.commands.ground import Told

DAY = 24 * 60


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="a session plan, such as tpas-session")
    parser.add_argument(
        "--people", metavar="N", required=True, help="members present, without the facilitator"
    )
    parser.add_argument("--start", metavar="TIME", required=True, help="when it begins, such as 09:30")
    parser.add_argument("--json", action="store_true", help="as data")


def run(args: Namespace) -> int:
    found = timetable(args.plan, args.people, args.start)
    print(json.dumps(found, indent=2, ensure_ascii=False) if args.json else _told(found))
    return 0


def timetable(key: str, people: str, start: str) -> dict[str, Any]:
    """The session's parts with their times of day; past midnight they begin again from 00:00."""
    plan, n_people = plan_for(key, people)
    begins = _minutes_of(start)
    cursor, blocks = begins, []
    for block in plan.blocks:
        blocks.append(
            {
                "key": block.key,
                "title": block.title,
                "kind": block.kind.value,
                "start": _clock(cursor),
                "end": _clock(cursor + block.minutes),
                "minutes": block.minutes,
                "protected": block.is_protected,
            }
        )
        cursor += block.minutes
    return {
        "plan": plan.key,
        "people": n_people,
        "start": _clock(begins),
        "end": _clock(cursor),
        "blocks": blocks,
        "white_space": _white_space(plan, cursor),
    }


def plan_for(key: str, people: str) -> tuple[Plan, int]:
    """The plan as it is for so many people, or what is possible instead."""
    plans = catalogue.plans()
    if key not in plans:
        raise Told(f"There is no session plan called {key}. Choose one of: {', '.join(plans)}.")
    plan = plans[key]
    n_people = int(people) if re.fullmatch(r"[0-9]{1,9}", people, re.ASCII) else None
    if n_people is None:
        raise Told(
            f"The people must be a whole number, from {plan.least_people} to {plan.most_people} for {key}."
        )
    try:
        return fitted(plan, n_people), n_people
    except ValueError as refused:
        raise Told(str(refused)) from None


def _minutes_of(start: str) -> int:
    found = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", start, re.ASCII)
    if found is None:
        raise Told(
            "The start must be a time of day in hours and minutes, from 00:00 to 23:59, such as 09:30."
        )
    return int(found[1]) * 60 + int(found[2])


def _clock(minutes: int) -> str:
    return f"{minutes % DAY // 60:02}:{minutes % 60:02}"


def _white_space(plan: Plan, end: int) -> dict[str, Any] | None:
    if not plan.white_space:
        return None
    return {"start": _clock(end), "end": _clock(end + plan.white_space), "minutes": plan.white_space}


def _told(found: dict[str, Any]) -> str:
    title = catalogue.plans()[found["plan"]].title
    lines = [f"{title}, {found['people']} people", ""]
    lines += [_line(block, "kept" if block["protected"] else "") for block in found["blocks"]]
    lines += ["", f"Ends at {found['end']}"]
    if found["white_space"]:
        lines.append(f"White space, outside the plan, until {found['white_space']['end']}")
    return "\n".join(lines)


def _line(block: dict[str, Any], mark: str) -> str:
    times = f"{block['start']} to {block['end']}"
    return f"  {times}  {block['title']:<40}{block['minutes']:>4} min  {mark}".rstrip()
