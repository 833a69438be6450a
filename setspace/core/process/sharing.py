"""Ways to give time back when a session runs late, best first: what each takes, and from whom.

The rules are those of the field study, 6.3. Parts around the turns shrink by priority, 6 first, to
their floors. Turns are never touched in silence: only when these parts have too little to give do
the three hard choices appear, and a person makes one of them. Lengths are milliseconds, except
``minutes``. Nothing here knows of a room: the same rules serve a live session and a timetable.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from setspace.core.process.gifts import Gift, GiftKind, Give

MINUTE = 60_000
SECOND = 1_000
# What one minute costs: a block by its priority (6 costs 1, 1 costs 6), then these.
WHITE_SPACE_COST = 8
TURN_COST = 20
LAST_TURN_COST = 40


@dataclass(frozen=True, slots=True)
class Source:
    """A part that may shrink. ``gives`` is its priority, ``most`` what it has to give."""

    block: str
    title: str
    gives: int
    most: int


@dataclass(frozen=True, slots=True)
class TurnAhead:
    """A turn that has not begun, with its issue holder, its length and the floor of its stages."""

    block: str
    person: str
    length: int
    least: int


@dataclass(frozen=True, slots=True)
class Pool:
    """All that a session has left to give, in the order of its plan. ``begun`` counts turns."""

    sources: tuple[Source, ...] = ()
    turns: tuple[TurnAhead, ...] = ()
    white_space: int = 0
    begun: int = 0

    @property
    def give(self) -> int:
        """What the parts around the turns can give, all together."""
        return sum(source.most for source in self.sources)


@dataclass(frozen=True, slots=True)
class Offer:
    """One way, with what it costs: minutes weighed by where they come from."""

    gift: Gift
    cost: float
    needs_consent: bool = False

    @property
    def kind(self) -> GiftKind:
        return self.gift.kind


def offers(pool: Pool, minutes: int) -> tuple[Offer, ...]:
    """The ways to give back so many whole minutes, the least cost first; each of them can be done.

    While the parts around the turns can give it all, a turn stays out of it. Nothing is offered for
    less than a minute.
    """
    if minutes < 1:
        return ()
    needed = minutes * MINUTE
    ways = _easy(pool, needed) if needed <= pool.give else _hard(pool, needed)
    return tuple(sorted(ways, key=lambda offer: offer.cost))


def longer_turns(pool: Pool, spare: int) -> Offer | None:
    """Turns to come made longer by ``spare`` that was set free, the same for each; None if under two minutes.

    A turn gains a fifth of its length at most, in whole minutes: 40 becomes 48, as in 6.3.
    """
    if not pool.turns:
        return None
    each = min(spare // len(pool.turns), *(turn.length // 5 for turn in pool.turns)) // MINUTE * MINUTE
    if each < 2 * MINUTE:
        return None
    gets = tuple(Give(turn.block, -each) for turn in pool.turns)
    return Offer(Gift(GiftKind.LONGER_TURNS, gets), 0, needs_consent=True)


def by_priority(sources: Iterable[Source], needed: int) -> tuple[Give, ...]:
    """What each part gives, those of the highest priority first, until it is enough or all is given."""
    gives: list[Give] = []
    for source in sorted(sources, key=lambda source: -source.gives):
        length = min(source.most, needed)
        if length > 0:
            gives.append(Give(source.block, length))
            needed -= length
    return tuple(gives)


def _easy(pool: Pool, needed: int) -> Iterator[Offer]:
    gives = by_priority(pool.sources, needed)
    yield Offer(Gift(GiftKind.BLOCKS, gives), _cost(pool, gives))
    whole = [source for source in pool.sources if source.most >= needed]
    if whole and len(gives) > 1:
        one = (Give(max(whole, key=lambda source: source.gives).block, needed),)
        yield Offer(Gift(GiftKind.ONE_BLOCK, one), _cost(pool, one))
    yield from _white_space(pool, needed, ())


def _hard(pool: Pool, needed: int) -> Iterator[Offer]:
    gives = by_priority(pool.sources, needed)
    yield from _white_space(pool, needed, gives)
    yield from _all_turns(pool, needed, gives)
    yield from _last_turn(pool, needed)


def _white_space(pool: Pool, needed: int, gives: tuple[Give, ...]) -> Iterator[Offer]:
    rest = needed - _sum(gives)
    if rest <= pool.white_space:
        cost = _cost(pool, gives) + rest / MINUTE * WHITE_SPACE_COST
        yield Offer(Gift(GiftKind.WHITE_SPACE, gives, white_space=rest), cost, needs_consent=True)


def _all_turns(pool: Pool, needed: int, gives: tuple[Give, ...]) -> Iterator[Offer]:
    """Every turn ahead by the same, in whole seconds, so that nobody gives a second more."""
    if not pool.turns:
        return
    rest = needed - _sum(gives)
    each = -(-rest // (len(pool.turns) * SECOND)) * SECOND
    if all(turn.length - each >= turn.least for turn in pool.turns):
        shaved = tuple(Give(turn.block, each) for turn in pool.turns)
        cost = _cost(pool, gives) + each * len(shaved) / MINUTE * TURN_COST
        yield Offer(Gift(GiftKind.ALL_TURNS, (*gives, *shaved)), cost)


def _last_turn(pool: Pool, needed: int) -> Iterator[Offer]:
    """Somebody goes first next time, unless it would leave the session without any turn."""
    if not pool.turns or not pool.turns[-1].person or len(pool.turns) + pool.begun < 2:
        return
    last = pool.turns[-1]
    rest = max(0, needed - last.length)
    gives = by_priority(pool.sources, rest)
    if _sum(gives) == rest:
        cost = _cost(pool, gives) + last.length / MINUTE * LAST_TURN_COST
        yield Offer(Gift(GiftKind.LAST_TURN, gives, moved=last.person), cost)


def _cost(pool: Pool, gives: tuple[Give, ...]) -> float:
    priority = {source.block: source.gives for source in pool.sources}
    return sum(give.length / MINUTE * (7 - priority[give.block]) for give in gives)


def _sum(gives: tuple[Give, ...]) -> int:
    return sum(give.length for give in gives)
