"""What was difficult in a rehearsal, and what its facilitator did next."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from setspace.core.process.formats import Artefact
from setspace.core.process.state import State
from setspace.lib import dates
from setspace.room.practice.forms import HARD
from setspace.room.practice.practice import Did, Noticed, Practice
from setspace.room.rehearsal.difficult import Difficulty

SOON = 3 * 60_000  # what was done later than that had another cause
HAPPENED = {
    Difficulty.ADVICE: "{name} put a suggestion where a question belongs.",
    Difficulty.RAMBLING: "{name} asked without an end, and kept the floor.",
    Difficulty.SILENCE: "{name} asked nothing.",
    Difficulty.LATE: "{name} came late.",
    Difficulty.DROPPING: "{name} lost the line, and the clock was held.",
}
LOST_BESIDE = "{name} lost the line for a while, and the session went on."
CHOSEN = {Difficulty(key): label[0].lower() + label[1:] for key, label in HARD}
DONE = {
    "QuietWord": "sent a quiet word",
    "GiveFloor": "gave or took back the floor",
    "Pause": "held the clock",
    "GoOn": "let the clock go on",
    "NextStage": "moved on",
    "Back": "went back",
    "AddMinutes": "gave a minute more",
    "CallBreak": "called a break",
    "OrderHolders": "changed the order",
    "GiveTime": "chose who gives time",
    "MarkAbsent": "noted somebody as not coming",
    "PassTurn": "passed over a turn",
}


@dataclass(frozen=True, slots=True)
class LookedBack:
    """``when`` is a time of the rehearsal's day; ``then`` is empty where nothing was done soon after."""

    when: str
    happened: str
    then: str


def looked_back(practice: Practice) -> list[LookedBack]:
    """Each difficult thing that happened, in its order, and what came next."""
    zone = ZoneInfo(practice.wanted.zone)
    rows = [_row(one, practice.did, zone) for one in practice.noticed]
    return rows + [_silent(name) for name in _who_was_silent(practice)]


def not_seen(practice: Practice) -> list[str]:
    """What was chosen to be difficult and has not happened, in words that name nobody."""
    seen = {one.difficulty for one in practice.noticed}
    if _who_was_silent(practice):
        seen.add(Difficulty.SILENCE)
    return [CHOSEN[one] for one in practice.wanted.difficulties if one not in seen]


def _row(one: Noticed, did: list[Did], zone: ZoneInfo) -> LookedBack:
    when = dates.clock_time(datetime.fromtimestamp(one.at / 1000, UTC).astimezone(zone))
    after = next((act for act in did if 0 <= act.at - one.at <= SOON and act.kind in DONE), None)
    then = f"{_later(after.at - one.at)} you {DONE[after.kind]}." if after else ""
    words = LOST_BESIDE if one.is_small else HAPPENED[one.difficulty]
    return LookedBack(when, words.format(name=one.name), then)


def _silent(name: str) -> LookedBack:
    return LookedBack("", HAPPENED[Difficulty.SILENCE].format(name=name), "")


def _who_was_silent(practice: Practice) -> list[str]:
    """Who was to be silent, and asked nothing where they could have asked."""
    asked = {question.by for part in practice.state.parts.values() for question in part.asked}
    silent = (actor for actor in practice.actors if actor.difficulty is Difficulty.SILENCE)
    return [
        actor.seat.first_name
        for actor in silent
        if actor.seat.person not in asked and _could_ask(practice.state, actor.seat.person)
    ]


def _could_ask(state: State, person: str) -> bool:
    """Whether there was a stage for questions in somebody else's turn."""
    steps = (state.steps[visit.step] for visit in state.visits)
    return any(
        Artefact.QUESTIONS in step.writes and state.holder_of(step.turn) not in ("", person) for step in steps
    )


def _later(length: int) -> str:
    seconds = round(length / 1000)
    if seconds < 60:
        return f"After {seconds} {'second' if seconds == 1 else 'seconds'}"
    minutes = round(seconds / 60)
    return f"After {minutes} {'minute' if minutes == 1 else 'minutes'}"
