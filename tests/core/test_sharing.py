"""The ways to give time back: each can be done, floors hold, and the first costs least."""

from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process import sharing
from setspace.core.process.gifts import GiftKind
from setspace.core.process.sharing import MINUTE, Offer, Pool, Source, TurnAhead

sources = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 12)), max_size=6).map(
    lambda found: tuple(
        Source(f"s{n}", f"Part {n}", gives, most * MINUTE) for n, (gives, most) in enumerate(found)
    )
)
turns = st.lists(st.tuples(st.integers(10, 75), st.integers(0, 30)), max_size=8).map(
    lambda found: tuple(
        TurnAhead(f"t{n}", f"p{n}", (least + more) * MINUTE, least * MINUTE)
        for n, (least, more) in enumerate(found)
    )
)
pools = st.builds(Pool, sources, turns, st.integers(0, 30).map(lambda minutes: minutes * MINUTE))
minutes = st.integers(1, 90)

WEIGHT = {1: 6, 2: 5, 3: 4, 4: 3, 5: 2, 6: 1}


def set_free(offer: Offer, pool: Pool) -> int:
    """What a way brings, all together."""
    moved = pool.turns[-1].length if offer.gift.moved else 0
    return sum(give.length for give in offer.gift.gives) + offer.gift.white_space + moved


def dearness(offer: Offer, pool: Pool) -> float:
    """What a way costs, reckoned from what it takes."""
    priority = {source.block: source.gives for source in pool.sources}
    blocks = sum(
        give.length * WEIGHT[priority[give.block]] for give in offer.gift.gives if give.block in priority
    )
    shaved = sum(give.length * 20 for give in offer.gift.gives if give.block not in priority)
    moved = pool.turns[-1].length * 40 if offer.gift.moved else 0
    return (blocks + shaved + moved + offer.gift.white_space * 8) / MINUTE


@given(pools, minutes)
def test_every_way_brings_what_is_needed_and_takes_nothing_below_its_floor(pool: Pool, needed: int) -> None:
    most = {source.block: source.most for source in pool.sources}
    most |= {turn.block: turn.length - turn.least for turn in pool.turns}
    for offer in sharing.offers(pool, needed):
        assert set_free(offer, pool) >= needed * MINUTE
        assert all(0 < give.length <= most[give.block] for give in offer.gift.gives)
        assert 0 <= offer.gift.white_space <= pool.white_space
        assert len({give.block for give in offer.gift.gives}) == len(offer.gift.gives)


@given(pools, minutes)
def test_no_more_is_taken_than_is_needed(pool: Pool, needed: int) -> None:
    """To the second: turns that share a cut may each give a part of a second too much."""
    for offer in sharing.offers(pool, needed):
        too_much = set_free(offer, pool) - needed * MINUTE
        if offer.kind is GiftKind.LAST_TURN:
            assert too_much <= pool.turns[-1].length
        elif offer.kind is GiftKind.ALL_TURNS:
            assert too_much < len(pool.turns) * sharing.SECOND
        else:
            assert too_much == 0


@given(pools, minutes)
def test_the_first_way_costs_least(pool: Pool, needed: int) -> None:
    costs = [dearness(offer, pool) for offer in sharing.offers(pool, needed)]
    assert costs == sorted(costs)
    assert all(abs(offer.cost - dearness(offer, pool)) < 1e-6 for offer in sharing.offers(pool, needed))


@given(pools, minutes)
def test_turns_are_left_alone_while_the_rest_can_give_it(pool: Pool, needed: int) -> None:
    kinds = {offer.kind for offer in sharing.offers(pool, needed)}
    hard = {GiftKind.ALL_TURNS, GiftKind.LAST_TURN}
    if needed * MINUTE <= pool.give:
        assert GiftKind.BLOCKS in kinds
        assert not kinds & hard
    else:
        assert not kinds & {GiftKind.BLOCKS, GiftKind.ONE_BLOCK}


@given(pools, minutes)
def test_every_turn_that_is_shaved_gives_the_same(pool: Pool, needed: int) -> None:
    of_turns = {turn.block for turn in pool.turns}
    for offer in sharing.offers(pool, needed):
        shaved = [give.length for give in offer.gift.gives if give.block in of_turns]
        assert len(set(shaved)) <= 1
        assert not shaved or len(shaved) == len(pool.turns)


@given(pools, minutes)
def test_nobody_asks_for_consent_but_where_people_stay_longer(pool: Pool, needed: int) -> None:
    for offer in sharing.offers(pool, needed):
        assert offer.needs_consent == (offer.kind is GiftKind.WHITE_SPACE)


@given(pools)
def test_nothing_is_offered_when_nothing_is_late(pool: Pool) -> None:
    assert sharing.offers(pool, 0) == ()
    assert sharing.offers(pool, -5) == ()


@given(pools, st.integers(0, 200))
def test_longer_turns_share_what_was_set_free_and_grow_by_a_fifth_at_most(pool: Pool, spare: int) -> None:
    offer = sharing.longer_turns(pool, spare * MINUTE)
    if offer is None:
        shares = [spare * MINUTE // len(pool.turns)] if pool.turns else [0]
        assert min([*shares, *(turn.length // 5 for turn in pool.turns)]) < 2 * MINUTE
        return
    each = {-give.length for give in offer.gift.gives}
    assert len(each) == 1
    assert len(offer.gift.gives) == len(pool.turns)
    assert sum(-give.length for give in offer.gift.gives) <= spare * MINUTE
    assert all(each <= {*range(0, turn.length // 5 + 1, MINUTE)} for turn in pool.turns)
