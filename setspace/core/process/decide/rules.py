"""What several decisions share: who may, and what counts as written."""

from setspace.core.process import commands as c
from setspace.core.process import leading
from setspace.core.process.events import Event
from setspace.core.process.formats import Artefact
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import Phase, Role, State

LINE = 300  # characters of a line
TEXT = 2_000  # characters of a text
MOST_QUESTIONS = 200  # put to one issue holder
MOST_HELD = 30  # kept by one person
MOST_ACTIONS = 12  # noted by one issue holder
MOST_WORDINGS = 40

Answer = tuple[Event, ...] | Refused


def is_facilitator(state: State, person: str) -> bool:
    seat = state.seat(person)
    return seat is not None and seat.role is Role.FACILITATOR


def is_member(state: State, person: str) -> bool:
    seat = state.seat(person)
    return seat is not None and seat.role is Role.MEMBER


def is_observer(state: State, person: str) -> bool:
    seat = state.seat(person)
    return seat is not None and seat.role is Role.OBSERVER


def first_name(state: State, person: str) -> str:
    seat = state.seat(person)
    return seat.first_name if seat else "the issue holder"


def led(state: State, call: c.Call) -> Refused | None:
    """Refused unless who leads, a facilitator, or the room itself asks."""
    if call.by == c.THE_ROOM or leading.leads(state, call.by):
        return None
    return Refused(Reason.FACILITATOR_ONLY)


def seated(state: State, call: c.Call) -> Refused | None:
    """Refused unless it is a person with a seat who asks, and not the room itself."""
    return Refused(Reason.NOT_IN_SET) if state.seat(call.by) is None else None


def running(state: State) -> Refused | None:
    """Refused unless the session is on."""
    if state.phase is Phase.WAITING:
        return Refused(Reason.NOT_STARTED)
    if state.phase is Phase.ENDED:
        return Refused(Reason.OVER)
    return None


def in_stage(state: State, artefact: Artefact) -> Refused | None:
    """Refused unless the stage that is on is one in which this is written down."""
    step = state.step
    if step is None:
        return running(state) or Refused(Reason.OVER)
    if artefact not in step.writes:
        return Refused(Reason.NOT_THIS_STAGE, {"stage": step.title})
    return None


def written(text: str, most: int) -> Refused | None:
    """Refused if nothing is written, or more than ``most`` characters."""
    return Refused(Reason.NOTHING_WRITTEN) if not text.strip() else fits(text, most)


def fits(text: str, most: int) -> Refused | None:
    """Refused if there are more than ``most`` characters; nothing at all is fine."""
    return Refused(Reason.TOO_LONG, {"most": str(most)}) if len(text.strip()) > most else None


def in_scale(value: int, least: int, most: int) -> Refused | None:
    if least <= value <= most:
        return None
    return Refused(Reason.OUT_OF_SCALE, {"least": str(least), "most": str(most)})
