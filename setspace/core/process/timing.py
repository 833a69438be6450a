"""Time in a room: what is left, what was used, how far behind, and when each part will be.

All times are epoch milliseconds, all lengths milliseconds unless they end in ``_minutes``. Every
function takes the present moment as ``now``; none reads a clock. While the clock is held nothing is
used up. A turn is a whole: what one stage leaves or overruns, the elastic stage and then the last
one take up, so that the issue holder has the minutes that were promised, no fewer and no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from setspace.core.process.formats import Block, BlockKind, Ends, Stage
from setspace.core.process.state import MINUTE, Phase, State, Visit
from setspace.core.process.steps import Step


@dataclass(frozen=True, slots=True)
class Slot:
    """When a block was, is or will be."""

    block: Block
    turn: int | None
    start: int
    end: int
    when: str  # past, now or ahead


def used(state: State, visit: Visit, now: int) -> int:
    """How much time a visit has used; the time that the clock was held is not in it."""
    if visit.ended is not None:
        return visit.ended - visit.began - visit.held
    until = now if state.paused_at is None else state.paused_at
    return until - visit.began - visit.held


def held(state: State, visit: Visit, now: int) -> int:
    """How long the clock was held in a visit, up to now."""
    is_held_now = visit.ended is None and state.paused_at is not None
    return visit.held + (now - state.paused_at if is_held_now and state.paused_at is not None else 0)


def left(state: State, now: int) -> int:
    """Time left in the stage that is on, below 0 when it has gone over; 0 outside the session."""
    visit = state.visit
    if visit is None or state.phase is not Phase.RUNNING:
        return 0
    return visit.allowance - used(state, visit, now)


def block_length(state: State, block: Block) -> int:
    """The length of a block by the plan, without what it gave to the session or got from it."""
    return block.minutes * MINUTE - sum(gift.from_block(block.key) for gift in state.gifts)


def turn_length(state: State, turn: int) -> int:
    """The time promised to a turn, with what was added and its holder's extra time, less what it gave."""
    steps = [step for step in state.steps if step.turn == turn]
    added = sum(state.added.get(step.index, 0) for step in steps)
    return block_length(state, steps[0].block) + added + extra_time(state, turn)


def extra_time(state: State, turn: int) -> int:
    """What a turn is longer by, as an adjustment for its issue holder."""
    holder = state.holder_of(turn)
    return sum(one.minutes * MINUTE for one in state.setup.extras if holder and one.person == holder)


def turn_used(state: State, turn: int, now: int) -> int:
    """How much time a turn has used, over all its stages and returns to them."""
    return sum(used(state, visit, now) for visit in state.visits if state.steps[visit.step].turn == turn)


def turn_left(state: State, turn: int, now: int) -> int:
    return turn_length(state, turn) - turn_used(state, turn, now)


def allowance(state: State, step: Step, now: int) -> int:
    """The time that a step has if it begins now."""
    if step.stage is None or step.turn is None:
        return block_length(state, step.block)
    remaining = turn_left(state, step.turn, now)
    if step.is_last_of_turn:
        return max(step.stage.least * MINUTE, remaining)
    rest = state.steps[step.index :]
    ahead = [s for s in rest if s.turn == step.turn and takes_place(state, s)]
    slack = remaining - sum(s.minutes for s in ahead) * MINUTE
    return _stretched(step.stage, slack, is_elastic_ahead=_has_elastic(ahead[1:]))


def allowance_on_return(state: State, step: Step, now: int) -> int:
    """The time that was still left in a step when it was last left; 0 or less where none was."""
    last = next(visit for visit in reversed(state.visits) if visit.step == step.index)
    return last.allowance - used(state, last, now)


def following(state: State) -> Step | None:
    """The step that comes next; None at the end.

    Turns that nobody holds are passed over, and with them a break that would follow upon a break; so
    is a stage on request that its issue holder did not ask for.
    """
    visit = state.visit
    here = state.steps[visit.step] if visit else None
    for step in state.steps[here.index + 1 if here else 0 :]:
        if not takes_place(state, step) or (here is not None and here.is_break and step.is_break):
            continue
        if step.turn is None or (here and step.turn == here.turn) or is_held(state, step.turn):
            return step
    return None


def takes_place(state: State, step: Step) -> bool:
    """Whether a step of a turn that takes place is one of its steps: one on request needs to be asked for."""
    return not step.is_on_request or step.index in state.requested


def is_held(state: State, turn: int) -> bool:
    """Whether a turn will take place: somebody holds it, will bid for it in it, or nobody is chosen yet."""
    return is_to_choose(state, turn) or bool(state.holder_of(turn)) or chooses_inside(state, turn)


def is_to_choose(state: State, turn: int) -> bool:
    """Whether nobody is chosen to hold an issue yet, and there is somebody for this turn too.

    Each holds one turn at most. So the last ones fall away where people pass or are away.
    """
    if state.order or not state.passed:
        return not state.order
    willing = [seat for seat in state.members if seat.person not in state.passed]
    return turn in (*state.begun, *state.to_come)[: len(willing)]


def chooses_inside(state: State, turn: int) -> bool:
    """Whether a turn's issue holder is found by bids in its own first stages."""
    return next(step for step in state.steps if step.turn == turn).is_choosing


def moves_on_at(state: State) -> int | None:
    """When the room itself moves on, because the stage that is on has a hard end; None where it waits.

    It waits while the clock is held, in a stage that was returned to without any time, before a turn
    that needs an issue holder, and at the end: a session is ended by whoever leads it.
    """
    visit, step, next_step = state.visit, state.step, following(state)
    if visit is None or step is None or step.ends is Ends.SOFT or next_step is None:
        return None
    if state.paused_at is not None or visit.allowance <= 0 or needs_holder(state, next_step):
        return None
    return visit.began + visit.allowance + visit.held


def needs_holder(state: State, step: Step) -> bool:
    """Whether a step cannot begin because nobody was chosen to hold its issue."""
    return step.turn is not None and not step.is_choosing and not state.holder_of(step.turn)


def slots(state: State, now: int) -> tuple[Slot, ...]:
    """When each block was, is or is going to be, if nobody changes anything from here on."""
    visits = _visits_by_block(state)
    here = state.step.block.key if state.step else ""
    found: list[Slot] = []
    cursor = state.started_at if state.started_at is not None else max(now, state.setup.starts_at)
    is_over = bool(here)  # what lies before the part that is on
    for block, turn in _numbered(state):
        is_over = is_over and block.key != here
        slot = _slot(state, block, turn, visits.get(block.key, []), cursor, now)
        if slot and is_over and slot.when == "ahead":
            continue  # it was passed over, and does not come again
        if slot and not _is_second_break(found, slot):
            found.append(slot)
            cursor = slot.end
        if block.key == here:
            visits = {}  # what follows is still to come, be it for the second time, after a return
    return tuple(found)


def projected_end(state: State, now: int) -> int:
    """When the session will end, if nobody changes anything from here on."""
    if state.ended_at is not None:
        return state.ended_at
    ahead = slots(state, now)
    return ahead[-1].end if ahead else now


def due_end(state: State) -> int | None:
    """When the session is to end: as planned, later by all that takes nothing from anybody.

    That is the white space that was agreed, turns made longer by a turn that fell away, and extra
    time as an adjustment. None before the start.
    """
    if state.planned_end is None:
        return None
    turns = {step.turn for step in state.steps if step.turn is not None}
    extras = sum(extra_time(state, turn) for turn in turns if is_held(state, turn))
    longer = sum(-give.length for gift in state.gifts for give in gift.gives if give.length < 0)
    return state.planned_end + extras + longer + sum(gift.white_space for gift in state.gifts)


def behind(state: State, now: int) -> int:
    """How far the session is behind its plan, below 0 when it is ahead; 0 before the start."""
    due = due_end(state)
    return 0 if due is None else projected_end(state, now) - due


def holder_minutes(state: State, now: int) -> dict[str, float]:
    """The minutes that each issue holder has had, by person, over all their turns."""
    had: dict[str, float] = {}
    for turn in state.begun:
        holder = state.holder_of(turn)
        if holder:
            had[holder] = had.get(holder, 0.0) + turn_used(state, turn, now) / MINUTE
    return had


def _stretched(stage: Stage, slack: int, *, is_elastic_ahead: bool) -> int:
    """A stage's length when the rest of its turn has ``slack`` too much, or too little, time."""
    if stage.is_elastic:
        return min(
            max(stage.minutes * MINUTE + slack, stage.least * MINUTE),
            stage.most * MINUTE,
        )
    if is_elastic_ahead or slack >= 0:
        return stage.minutes * MINUTE
    return max(stage.minutes * MINUTE + slack, stage.least * MINUTE)


def _has_elastic(steps: list[Step]) -> bool:
    return any(step.stage is not None and step.stage.is_elastic for step in steps)


def _is_second_break(found: list[Slot], slot: Slot) -> bool:
    """Whether this is a break to come, right after another."""
    kinds = [slot.block.kind, *(one.block.kind for one in found[-1:])]
    return slot.when == "ahead" and kinds == [BlockKind.BREAK, BlockKind.BREAK]


def _numbered(state: State) -> Iterator[tuple[Block, int | None]]:
    """Each block of the plan with the number of its turn, from 0; None where it is none."""
    turn = 0
    for block in state.plan.blocks:
        if block.kind is BlockKind.TURN:
            yield block, turn
            turn += 1
        else:
            yield block, None


def _visits_by_block(state: State) -> dict[str, list[Visit]]:
    found: dict[str, list[Visit]] = {}
    for visit in state.visits:
        found.setdefault(state.steps[visit.step].block.key, []).append(visit)
    return found


def _goes_on_at(state: State, now: int) -> int:
    """From when the time of the part that is on is used up: a break that was called comes first."""
    return now if state.break_until is None else max(now, state.break_until)


def _slot(
    state: State, block: Block, turn: int | None, visits: list[Visit], cursor: int, now: int
) -> Slot | None:
    """A block that is on, over, or still to come after ``cursor``; None where it does not take place."""
    if visits and state.step and state.step.block.key == block.key:
        rest = left(state, now) if turn is None else max(left(state, now), turn_left(state, turn, now))
        return Slot(block, turn, visits[0].began, _goes_on_at(state, now) + max(0, rest), "now")
    if visits:
        return Slot(block, turn, visits[0].began, visits[-1].ended or now, "past")
    if state.phase in (Phase.ENDED, Phase.CLOSED) or (turn is not None and not is_held(state, turn)):
        return None
    length = block_length(state, block) if turn is None else max(0, turn_left(state, turn, now))
    return Slot(block, turn, cursor, cursor + length, "ahead")
