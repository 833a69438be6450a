"""What must be true of a session that was held, found from its log alone: no rule of the engine is asked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from setspace.core.process import events as e
from setspace.core.process.commands import THE_ROOM
from setspace.core.process.formats import Artefact, Ends
from setspace.core.process.outcome import HolderPart
from setspace.core.process.steps import Step, laid_out

MINUTE = 60_000
OF_THE_CLOCK = (e.StageBegan, e.SessionEnded, e.ClockPaused, e.ClockWentOn, e.BreakCalled)
SLACK = 1.0  # minutes: nobody presses to the second


@dataclass(frozen=True, slots=True)
class Mail:
    """A message that went out: its subject, whom it went to, and all that it says."""

    subject: str
    recipients: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Held:
    """A session as its log has it."""

    log: Sequence[e.Event]
    names: Mapping[str, str]  # by person
    parts: Sequence[HolderPart] = ()


def minutes_per_holder(held: Held) -> dict[str, float]:
    """The minutes that each issue holder had, by name, in the order of their turns."""
    totals: dict[str, float] = defaultdict(float)
    for turn, length in _turn_lengths(held).items():
        order = _order(held)
        if turn < len(order):
            totals[held.names[order[turn]]] += length / MINUTE
    return {name: round(minutes, 1) for name, minutes in totals.items()}


def broken_rules(held: Held, mails: Sequence[Mail], addresses: Sequence[str]) -> list[str]:
    """A sentence for each rule that was broken; ``addresses`` are those of the whole set."""
    return [
        *_unequal_minutes(held),
        *_advice(held),
        *_unasked(held),
        *_wrong_recipients(mails, addresses),
        *_wrong_words(held, mails),
    ]


def _unequal_minutes(held: Held) -> Iterator[str]:
    promised = _promised(held)
    for turn, length in _turn_lengths(held).items():
        if abs(length / MINUTE - promised[turn]) > SLACK:
            yield f"Turn {turn + 1} had {length / MINUTE:.1f} minutes; {promised[turn]:.0f} were promised."


def _advice(held: Held) -> Iterator[str]:
    """Whatever is said to an issue holder is said in a stage for it, by a member whose turn it is not."""
    step: Step | None = None
    order: tuple[str, ...] = ()
    steps = _steps(held)
    for event in held.log:
        if isinstance(event, e.SessionStarted | e.HoldersOrdered):
            order = event.order
        elif isinstance(event, e.StageBegan):
            step = steps[event.step]
        elif isinstance(event, e.QuestionAsked | e.Echoed):
            yield from _misplaced(event, step, order)


def _misplaced(event: e.QuestionAsked | e.Echoed, step: Step | None, order: tuple[str, ...]) -> Iterator[str]:
    artefact = Artefact.QUESTIONS if isinstance(event, e.QuestionAsked) else Artefact.ECHO
    turn = step.turn if step is not None else None
    if step is None or turn is None or artefact not in step.writes:
        yield "Something was said to nobody, outside of the stages for it."
    elif turn >= len(order) or event.holder != order[turn]:
        yield "Something was said to somebody whose turn it was not."
    elif event.by == event.holder:
        yield "An issue holder asked themselves."
    if isinstance(event, e.QuestionAsked) and not event.text.rstrip().endswith("?"):
        yield "Something was put to an issue holder that is not a question."


def _unasked(held: Held) -> Iterator[str]:
    """A stage on request was asked for; and the room itself moves on from a hard end alone."""
    steps = _steps(held)
    here: Step | None = None
    wanted: set[int] = set()
    for event in held.log:
        if isinstance(event, e.ResourcesAsked):
            wanted = wanted | {event.step} if event.wanted else wanted - {event.step}
        elif isinstance(event, e.StageBegan):
            step = steps[event.step]
            if step.is_on_request and event.step not in wanted:
                yield f"{step.title} took place, and nobody had asked for it."
            if event.by == THE_ROOM and (here is None or here.ends is not Ends.HARD):
                yield "The room moved on by itself where it was to wait."
            here = step


def _wrong_recipients(mails: Sequence[Mail], addresses: Sequence[str]) -> Iterator[str]:
    got = [address for mail in mails for address in mail.recipients]
    if any(len(mail.recipients) != 1 for mail in mails):
        yield "A mail had more than one recipient."
    if sorted(set(got)) != sorted(addresses):
        yield "The summary did not go to just the people of the set."
    if len(got) != len(set(got)):
        yield "Somebody got the summary twice."


def _wrong_words(held: Held, mails: Sequence[Mail]) -> Iterator[str]:
    """A summary holds each action that was noted, and no question, no echo and no bid."""
    noted = [action.what for part in held.parts for action in part.actions]
    said = [event.text for event in held.log if isinstance(event, e.QuestionAsked | e.QuestionKept)]
    said += [event.words for event in held.log if isinstance(event, e.Echoed | e.CheckedIn) and event.words]
    kept = {part.key_question for part in held.parts}
    for mail in mails:
        text = " ".join(mail.text.split())
        if any(" ".join(what.split()) not in text for what in noted):
            yield "A summary lacks an action that was noted."
        if any(words in text for words in said if words not in kept and len(words.split()) > 3):
            yield "A summary tells what was said in the set."


def _turn_lengths(held: Held) -> dict[int, int]:
    """How long each turn was, by its number from 0; the time that the clock was held is not in it."""
    steps = _steps(held)
    lengths: dict[int, int] = defaultdict(int)
    turn: int | None = None
    since = 0
    is_held = False
    for event in held.log:
        if not isinstance(event, OF_THE_CLOCK):
            continue
        if turn is not None and not is_held:
            lengths[turn] += event.at - since
        since = event.at
        is_held = isinstance(event, e.ClockPaused | e.BreakCalled)
        if isinstance(event, e.StageBegan):
            turn = steps[event.step].turn
        elif isinstance(event, e.SessionEnded):
            turn = None
    return dict(lengths)


def _promised(held: Held) -> dict[int, float]:
    promised: dict[int, float] = defaultdict(float)
    for step in _steps(held):
        if step.turn is not None:
            promised[step.turn] = step.block.minutes
    return promised


def _order(held: Held) -> tuple[str, ...]:
    orders = [event.order for event in held.log if isinstance(event, e.SessionStarted | e.HoldersOrdered)]
    return orders[-1] if orders else ()


def _steps(held: Held) -> tuple[Step, ...]:
    """The steps of the session as it was held: with few people, turns fall away from the end."""
    opened = next(event for event in held.log if isinstance(event, e.RoomOpened))
    started = next((event for event in held.log if isinstance(event, e.SessionStarted)), None)
    plan = opened.setup.plan
    if started is not None:
        own = [variant.blocks for variant in plan.variants if variant.people == started.n_people]
        if own:
            return laid_out(replace(plan, blocks=own[0]), opened.setup.formats)
        spare = max(0, plan.turns - started.n_people)
        turns = [block for block in plan.blocks if block.is_protected]
        gone = turns[len(turns) - spare :]
        blocks = tuple(block for block in plan.blocks if block not in gone)
        return laid_out(replace(plan, blocks=blocks), opened.setup.formats)
    return laid_out(plan, opened.setup.formats)
