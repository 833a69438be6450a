"""`setspace plan`: when each part of a session begins and ends, also when it begins late."""

import json
import re
from argparse import ArgumentParser, Namespace
from typing import Any

from setspace.core.process import catalogue, late
from setspace.core.process.formats import Plan, fitted
from setspace.core.process.gifts import GiftKind
from setspace.core.process.sharing import MINUTE, Offer
from setspace.web.commands import plan_told
from setspace.web.commands.ground import Told

DAY = 24 * 60


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="a session plan, such as tpas-session")
    parser.add_argument(
        "--people", metavar="N", required=True, help="members present, without the facilitator"
    )
    parser.add_argument("--start", metavar="TIME", required=True, help="when it begins, such as 09:30")
    parser.add_argument("--late", metavar="N", default="0", help="how many minutes late it really begins")
    parser.add_argument("--json", action="store_true", help="as data")


def run(args: Namespace) -> int:
    found = timetable(args.plan, args.people, args.start, args.late)
    print(json.dumps(found, indent=2, ensure_ascii=False) if args.json else plan_told.told(found))
    return 0


def timetable(key: str, people: str, start: str, behind: str = "0") -> dict[str, Any]:
    """The session's parts with their times of day; past midnight they begin again from 00:00.

    When it begins late, ``gave`` says what each part gives, and ``choices`` what a facilitator may choose
    from where that is not enough: no turn is shortened unasked. With a turn fewer, ``answers`` holds both
    ways to use its time.
    """
    plan, n_people = plan_for(key, people)
    begins, minutes = _minutes_of(start), _late_minutes(behind)
    found = late.begun_late(plan, catalogue.formats(), minutes)
    table = _table(found.plan, begins + minutes, begins + plan.minutes + plan.white_space)
    return {
        "plan": plan.key,
        "people": n_people,
        "without_turn": max(0, n_people - plan.turns) if plan.turns else 0,
        "start": _clock(begins),
        "late": minutes,
        **table,
        "gave": [{"key": b.key, "title": b.title, "minutes": gave} for b, gave in found.gave],
        "short": found.short,
        "choices": [_choice(plan, offer) for offer in found.choices],
        "answers": [] if minutes else _answers(plan, catalogue.plans()[key], begins),
    }


def _table(plan: Plan, begins: int, over_at: int) -> dict[str, Any]:
    """The blocks of a plan; ``over_at`` is when its white space is over."""
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
        "end": _clock(cursor),
        "minutes": plan.minutes,
        "blocks": blocks,
        "white_space": _white_space(cursor, over_at),
    }


def plan_for(key: str, people: str) -> tuple[Plan, int]:
    """The plan as it is for so many people, or what is possible instead."""
    plans = catalogue.plans()
    if key not in plans:
        raise Told(f"There is no session plan called {key}. Choose one of: {', '.join(plans)}.")
    return fitting(plans[key], people)


def fitting(plan: Plan, people: str) -> tuple[Plan, int]:
    """A plan as it is for so many people."""
    n_people = int(people) if re.fullmatch(r"[0-9]{1,9}", people, re.ASCII) else None
    if n_people is None:
        limits = f"from {plan.least_people} to {plan.most_people} for {plan.key}"
        raise Told(f"The people must be a whole number, {limits}.")
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


def _white_space(end: int, over_at: int) -> dict[str, Any] | None:
    if over_at <= end:
        return None
    return {"start": _clock(end), "end": _clock(over_at), "minutes": over_at - end}


def _late_minutes(behind: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", behind, re.ASCII):
        raise Told("The minutes late must be a whole number from 0 to 999, such as 10.")
    return int(behind)


def _choice(plan: Plan, offer: Offer) -> dict[str, Any]:
    """A way that a facilitator may choose, with what it takes, in minutes."""
    titles = {block.key: block.title for block in plan.blocks}
    gives = offer.gift.gives
    return {
        "key": offer.kind.value,
        "gave": [{"key": g.block, "title": titles[g.block], "minutes": g.length / MINUTE} for g in gives],
        "white_space": offer.gift.white_space // MINUTE,
        "moved": offer.gift.moved,
        "needs_consent": offer.needs_consent,
    }


def _answers(plan: Plan, whole: Plan, begins: int) -> list[dict[str, Any]]:
    """Both ways to use the time of a turn that falls away (field study, 6.3); empty where none does."""
    free = whole.minutes - plan.minutes
    if free <= 0:
        return []
    over_at = begins + whole.minutes + whole.white_space
    answers = [{"key": "end_early", "needs_consent": False, **_table(plan, begins, over_at)}]
    longer = late.with_longer_turns(plan, catalogue.formats(), free)
    if longer:
        way = GiftKind.LONGER_TURNS.value
        answers.append({"key": way, "needs_consent": True, **_table(longer, begins, over_at)})
    return answers
