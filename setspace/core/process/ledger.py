"""The ledger of airtime: the minutes of each issue holder, this session and over the series.

It is shared with the set. Extra time as an adjustment is not counted, so that it is owed by nobody.
Lengths are milliseconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from setspace.core.process import timing
from setspace.core.process.formats import BlockKind
from setspace.core.process.gifts import Account
from setspace.core.process.state import MINUTE, Phase, State

ALIKE = 5 * MINUTE  # people whose time differs by less had the same


class Standing(StrEnum):
    """How somebody stands in a session."""

    HELD = "held"
    NOW = "now"
    AHEAD = "ahead"
    PASSED = "passed"
    ABSENT = "absent"
    MOVED = "moved"  # goes first next time
    NOT_TODAY = "not_today"  # there were fewer turns than people
    NOT_REACHED = "not_reached"  # the session ended before their turn


@dataclass(frozen=True, slots=True)
class Line:
    """One member in one session: what the plan promised, what they had, and what was shaved from it."""

    person: str
    standing: Standing
    place: int
    promised: int
    had: int
    gave: int

    @property
    def balance(self) -> int:
        """Below 0 where somebody had less than was promised."""
        return self.had - self.promised


def lines(state: State, now: int) -> tuple[Line, ...]:
    """Each member of the set, in the order of their seats."""
    return tuple(_line(state, seat.person, now) for seat in state.members)


def accounts_after(accounts: Iterable[Account], session: Iterable[Line]) -> tuple[Account, ...]:
    """What people bring into the next session: those of before, and what this one gave them."""
    before = {account.person: account for account in accounts}
    after = {
        line.person: Account(
            line.person,
            before.get(line.person, Account(line.person)).had + line.had,
            line.place,
            line.standing is Standing.MOVED,
        )
        for line in session
    }
    return tuple({**before, **after}.values())


def next_order(accounts: Iterable[Account], people: Sequence[str]) -> tuple[str, ...]:
    """Everybody, in the order in which turns are fair.

    First who was promised the first turn, then who has had the least time, five minutes more or less;
    among equals the one who was second last time comes first, and the one who was first comes last.
    """
    by_person = {account.person: account for account in accounts}
    return tuple(sorted(people, key=lambda person: _rank(by_person.get(person, Account(person)))))


def order_without(order: Sequence[str], away: Mapping[str, str]) -> tuple[str, ...]:
    """An order without those who are away. ``away`` says who holds an issue in the place of each, if anybody.

    Whoever does comes where the other would have been, unless their own turn is before that.
    """
    kept: list[str] = []
    for person in order:
        holder = away.get(person, person)
        if holder and holder not in away and holder in order and holder not in kept:
            kept.append(holder)
    return tuple(kept)


def _rank(account: Account) -> tuple[bool, int, bool, int]:
    return (not account.is_first, account.had // ALIKE, account.place == 1, account.place)


def _line(state: State, person: str, now: int) -> Line:
    turn = _turn_of(state, person)
    standing = _standing(state, person, turn)
    if turn is None or standing in (Standing.PASSED, Standing.ABSENT, Standing.MOVED):
        promised = 0 if standing is Standing.NOT_TODAY else _usual(state)
        return Line(person, standing, 0, promised, 0, 0)
    block = next(step.block for step in state.steps if step.turn == turn)
    if standing is Standing.NOT_REACHED:
        return Line(person, standing, 0, block.minutes * MINUTE, 0, 0)
    gave = sum(max(0, gift.from_block(block.key)) for gift in state.gifts)
    had = max(0, timing.turn_used(state, turn, now) - timing.extra_time(state, turn))
    return Line(person, standing, state.order.index(person) + 1, block.minutes * MINUTE, had, gave)


def _standing(state: State, person: str, turn: int | None) -> Standing:
    if turn is not None:
        return _of_turn(state, turn)
    if person in state.passed:
        return Standing(state.passed[person])
    is_moved = any(gift.moved == person for gift in state.gifts)
    return Standing.MOVED if is_moved else Standing.NOT_TODAY


def _of_turn(state: State, turn: int) -> Standing:
    if state.step is not None and state.step.turn == turn:
        return Standing.NOW
    if turn in state.begun:
        return Standing.HELD
    is_over = state.phase in (Phase.ENDED, Phase.CLOSED)
    return Standing.NOT_REACHED if is_over else Standing.AHEAD


def _turn_of(state: State, person: str) -> int | None:
    turns = (*state.begun, *state.to_come)
    return next((turn for turn in turns if state.holder_of(turn) == person), None)


def _usual(state: State) -> int:
    """The length of a turn that did not take place."""
    turns = (block.minutes for block in state.setup.plan.blocks if block.kind is BlockKind.TURN)
    return next(turns, 0) * MINUTE
