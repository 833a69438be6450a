"""Adding, changing, moving, undoing: what is drawn stays sound, and nothing is lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.mapping import codec, editing
from setspace.core.mapping.geometry import Spot
from setspace.core.mapping.model import (
    ME,
    MOST_NAME,
    MOST_NODES,
    How,
    Kind,
    Map,
    Node,
    Ring,
    Say,
    Stance,
    faults,
)
from setspace.core.mapping.moving import Way, move
from setspace.core.mapping.telling import place_words, tie_words
from setspace.core.mapping.tying import COURSE, next_how
from setspace.core.mapping.undoing import MOST_STEPS, Step, undone, with_step
from tests.core.mapping.maps import drawn, maps, node


def test_two_never_have_the_same_name() -> None:
    made = editing.add(drawn("Finance"), replace(node("x"), name="finance"))
    assert [one.name for one in made.nodes] == ["Finance", "finance (2)"]
    made = editing.add(made, replace(node("y"), name="FINANCE"))
    assert made.nodes[2].name == "FINANCE (3)"
    made = editing.change(made, replace(made.nodes[1], name="Board"))
    assert made.nodes[1].name == "Board"


def test_who_has_no_name_is_someone() -> None:
    made = editing.add(editing.add(Map(), Node("a", "  ")), Node("b", ""))
    assert [one.name for one in made.nodes] == ["Someone", "Someone (2)"]
    long = editing.add(editing.add(Map(), Node("a", "x" * 99)), Node("b", "x" * 99))
    assert [len(one.name) for one in long.nodes] == [MOST_NAME, MOST_NAME]


def test_sixty_is_all_that_a_map_holds() -> None:
    full = Map(nodes=tuple(Node(f"k{at}", f"N {at}") for at in range(MOST_NODES)))
    with pytest.raises(editing.Full):
        editing.add(full, node("Board"))


def test_whoever_is_taken_off_takes_their_ties_along() -> None:
    made = editing.draw_tie(drawn("Finance", "Board"), ME, "finance", How.STRAINED)
    made = editing.draw_tie(made, "board", "finance", How.STRONG)
    left = editing.take_off(made, "finance")
    assert ([one.name for one in left.nodes], left.ties) == (["Board"], ())


def test_there_is_one_tie_between_two_and_it_keeps_its_place() -> None:
    made = editing.draw_tie(drawn("Finance", "Board"), "finance", ME, How.FAINT)
    made = editing.draw_tie(made, "board", "finance", How.STRONG)
    made = editing.draw_tie(made, ME, "finance", How.STRAINED)
    assert [(one.ends, one.how) for one in made.ties] == [
        (("finance", ME), How.STRAINED),
        (("board", "finance"), How.STRONG),
    ]
    assert editing.draw_tie(made, ME, ME, How.FINE) == made
    assert editing.draw_tie(made, ME, "nobody", How.FINE) == made
    assert editing.draw_tie(made, "finance", "board", None).between("board", "finance") is None


def test_pressing_again_goes_through_all_kinds_of_tie() -> None:
    how, seen = None, []
    for _ in COURSE:
        how = next_how(how)
        seen.append(how)
    assert set(seen) == {*How, None}
    assert next_how(How.FAINT, "strong") is How.STRONG


def test_moving_across_the_rings_stops_at_the_last() -> None:
    made = drawn("Board")
    places = []
    for way in (Way.NEARER, Way.NEARER, Way.FURTHER, Way.FURTHER, Way.FURTHER):
        made = move(made, "board", way)
        places.append(made.nodes[0].ring)
    assert places == [Ring.ACT, Ring.ACT, Ring.INFLUENCE, Ring.WATCH, Ring.WATCH]


@given(maps(least=1, most=14), st.sampled_from((Way.CLOCKWISE, Way.ANTICLOCKWISE)))
def test_moving_along_goes_round_the_whole_ring(any_map: Map, way: Way) -> None:
    key = any_map.nodes[0].key
    now = editing.settled(any_map, key)
    gone = 0.0
    for _ in range(40):
        before = now.nodes[0]
        now = move(now, key, way)
        after = now.nodes[0]
        assert after.ring == before.ring
        assert after != before
        step = (after.turn - before.turn) if way is Way.CLOCKWISE else (before.turn - after.turn)
        gone += step % 360
    assert gone > 360


@given(maps(most=12), st.data())
def test_undo_brings_back_what_was_before(any_map: Map, data: st.DataObject) -> None:
    """And a map and its steps come out of their plain values as they were."""
    states: list[Map] = [any_map]
    steps: tuple[Step, ...] = ()
    for _ in range(4):
        after = _changed(states[-1], data)
        steps = with_step(steps, states[-1], after)
        if after != states[-1]:
            states.append(after)
    assert all(list(faults(one)) == [] for one in states)
    assert codec.from_plain(codec.plain(states[-1])) == states[-1]
    assert codec.steps_from_plain(codec.steps_plain(steps)) == steps
    now = states.pop()
    while steps:
        *rest, latest = steps
        steps = tuple(rest)
        now = undone(now, latest)
        assert now == states.pop()


def _changed(now: Map, data: st.DataObject) -> Map:
    keys = [one.key for one in now.nodes]
    if not keys or data.draw(st.integers(0, 4)) == 0:
        return editing.add(now, Node(f"new-{len(now.nodes)}-{data.draw(st.uuids())}", "New", Kind.BODY))
    key = data.draw(st.sampled_from(keys))
    somebody = now.node(key)
    assert somebody is not None
    told = replace(somebody, note="They would laugh.", stance=Stance.FOR, say=Say.SOME)
    ways: tuple[Callable[[], Map], ...] = (
        lambda: editing.take_off(now, key),
        lambda: editing.place(now, key, Spot(Ring.WATCH, data.draw(st.floats(0, 359)), 0.5)),
        lambda: editing.draw_tie(now, key, data.draw(st.sampled_from([ME, *keys])), How.FAINT),
        lambda: editing.change(now, told),
    )
    made: Map = data.draw(st.sampled_from(ways))()
    return made


def test_words_that_are_saved_while_they_are_typed_are_one_step() -> None:
    first = drawn("Board")
    steps: tuple[Step, ...] = ()
    now = first
    for words in ("h", "holds", "holds the budget"):
        after = editing.change(now, replace(now.nodes[0], few_words=words))
        steps = with_step(steps, now, after, "board")
        now = after
    assert len(steps) == 1
    assert undone(now, steps[0]) == first
    moved = move(now, "board", Way.NEARER)
    assert len(with_step(steps, now, moved)) == 2
    assert with_step(steps, now, now, "board") == steps


def test_so_many_steps_are_kept() -> None:
    steps: tuple[Step, ...] = ()
    now = Map()
    for at in range(MOST_STEPS + 5):
        after = replace(now, title=str(at))
        steps = with_step(steps, now, after)
        now = after
    assert len(steps) == MOST_STEPS
    assert undone(now, steps[-1]).title == str(MOST_STEPS + 3)


def test_what_happened_is_told_in_words() -> None:
    made = editing.place(drawn("Board", "Finance"), "board", Spot(Ring.WATCH, 62, 0.5))
    assert place_words(made, "board") == "Board: can only watch, at 2 o’clock."
    assert place_words(editing.place(made, "board", Spot(Ring.ACT, 359, 0.5)), "board").endswith(
        "at 12 o’clock."
    )
    tied = editing.draw_tie(made, "finance", "board", How.STRAINED)
    assert tie_words(tied, "board", "finance") == "Board and Finance: strained."
    assert tie_words(tied, ME, "finance") == "Finance and you: no tie."
