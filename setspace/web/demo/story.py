"""What happened in a rehearsal, as a short story with times."""

from collections.abc import Iterator
from datetime import datetime

from setspace.core.process import events as e
from setspace.core.process.evolve import evolve, opened
from setspace.core.process.state import Role, Setup, State
from setspace.lib import words
from setspace.web.demo.rehearsing import Rehearsed


def told(found: Rehearsed) -> str:
    return "\n".join([*_session(found), "", *_sums(found)])


def _session(found: Rehearsed) -> Iterator[str]:
    state = opened(found.log[0])
    yield _opening(state.setup)
    for event in found.log[1:]:
        before, state = state, evolve(state, event)
        line = _line(event, before, state)
        if line:
            at = datetime.fromtimestamp(event.at / 1000, found.zone)
            yield f"{at:%H:%M}  {line}"


def _opening(setup: Setup) -> str:
    leads = [seat.name for seat in setup.seats if seat.role is Role.FACILITATOR]
    members = [seat.name for seat in setup.seats if seat.role is Role.MEMBER]
    return f"{setup.plan.title}. {words.listed(leads)} facilitates; {words.listed(members)} are the set.\n"


def _line(event: e.Event, before: State, after: State) -> str:
    match event:
        case e.StageBegan():
            return _stage(before, after)
        case e.SessionEnded():
            return "The session ends"
        case e.RoomClosed():
            return "The room is closed"
    inside = _inside(event, after)
    return f"    {inside}" if inside else ""


def _inside(event: e.Event, after: State) -> str:
    """What happens within a part of the session."""
    match event:
        case e.IssueNamed():
            return f"{_first(after, event.by)} brings: {event.line}"
        case e.QuestionPinned():
            return f"{_first(after, event.by)} pins: {after.parts[event.holder].key_question}"
        case e.ActionNoted():
            by_when = f", {event.by_when}" if event.by_when else ""
            return f"{_first(after, event.holder)} will: {event.what}{by_when}"
        case e.ClockPaused():
            return "The clock is held"
        case e.MinutesAdded():
            return f"{words.counted(event.minutes, 'minute', 'minutes')} more"
    return ""


def _stage(before: State, after: State) -> str:
    """A block when it begins; within a turn, only whose it is and how many questions there were."""
    assert after.step is not None
    left = before.step if before.visits else None
    if left is not None and left.block is after.step.block:
        n_asked = len(after.parts[after.holder].asked) if after.holder in after.parts else 0
        is_after_questions = left.stage is not None and left.stage.is_elastic
        told = words.counted(n_asked, "question", "questions") if n_asked else "No questions were"
        return f"    {told} asked" if is_after_questions else ""
    holder = _first(after, after.holder)
    return f"{holder}’s turn" if holder else after.step.title


def _first(state: State, person: str) -> str:
    seat = state.seat(person)
    return seat.first_name if seat else ""


def _sums(found: Rehearsed) -> Iterator[str]:
    for name, minutes in found.minutes_per_holder.items():
        yield f"{name:<20}{minutes:>5} minutes"
    n_events = len(found.log)
    yield f"{n_events} events, {found.n_questions} questions, {found.n_actions} actions"
    yield f"{len(found.mails)} mails, one to each person of the set" if found.mails else "No mails"
    yield from (f"Broken: {rule}" for rule in found.broken_rules)
    yield "" if found.broken_rules else f"No rule was broken. Seed {found.seed} plays this session again."
