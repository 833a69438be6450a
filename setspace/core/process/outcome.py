"""What a session leaves behind, for the record: each holder's part and time, and what became of actions."""

from dataclasses import dataclass

from setspace.core.process.ledger import Line, lines
from setspace.core.process.noted import NotedAction, Part, Report, Wording
from setspace.core.process.state import CarriedAction, Role, State
from setspace.core.process.timing import holder_minutes

__all__ = [
    "CarriedAction",
    "HolderPart",
    "Line",
    "NotedAction",
    "Outcome",
    "Report",
    "Wording",
    "outcome",
]


@dataclass(frozen=True, slots=True)
class HolderPart:
    """One issue holder's part. ``minutes`` is the time they had; ``approved`` means as it stands here.

    ``moved`` are the questions that the holder marked for themselves. They are for nobody else.
    """

    person: str
    issue: str
    wordings: tuple[Wording, ...]
    key_question: str
    actions: tuple[NotedAction, ...]
    minutes: float
    approved: bool
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """``parts`` are in the order of the turns; ``score_values`` are sorted, so that they name nobody."""

    parts: tuple[HolderPart, ...]
    reports: tuple[Report, ...]
    present: tuple[str, ...]
    score_values: tuple[int, ...]
    airtime: tuple[Line, ...] = ()
    led_by: str = ""


def outcome(state: State, now: int) -> Outcome:
    """What the record keeps of a session: issues, key questions, actions, reports.

    Questions asked, echoes, bids and check-ins stay in the room's own log, but for the questions that moved
    their holder: those are theirs to keep.
    """
    return Outcome(
        parts=_parts(state, now),
        reports=tuple(state.reports.values()),
        present=tuple(person for person in state.arrived if not _looks_on(state, person)),
        score_values=tuple(sorted(state.scores.values())),
        airtime=lines(state, now) if state.visits else (),
        led_by=state.led_by,
    )


def _parts(state: State, now: int) -> tuple[HolderPart, ...]:
    minutes = holder_minutes(state, now)
    held = [person for person in state.order[: state.turns_begun] if person in minutes]
    return tuple(_part(state, person, minutes[person]) for person in held)


def _looks_on(state: State, person: str) -> bool:
    seat = state.seat(person)
    return seat is not None and seat.role is Role.OBSERVER


def _part(state: State, person: str, minutes: float) -> HolderPart:
    part = state.parts.get(person, Part())
    marked = state.moved.get(person, ())
    return HolderPart(
        person,
        part.issue,
        part.wordings,
        part.key_question,
        part.actions,
        minutes,
        part.is_approved,
        tuple(question.text for question in part.asked if question.id in marked),
    )
