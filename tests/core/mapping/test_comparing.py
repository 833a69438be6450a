"""What changed between two states, in words that name it."""

from dataclasses import replace

from hypothesis import given

from setspace.core.mapping import editing
from setspace.core.mapping.comparing import changes
from setspace.core.mapping.drawing import compared, told
from setspace.core.mapping.geometry import Spot
from setspace.core.mapping.model import ME, How, Map, Ring, Say, Stance
from tests.core.mapping.maps import drawn, maps, node


def before() -> Map:
    made = editing.place(drawn("Board", "Finance", "Press"), "board", Spot(Ring.WATCH, 60, 0.5))
    made = editing.draw_tie(made, ME, "finance", How.STRAINED)
    return editing.draw_tie(made, "board", "finance", How.FAINT)


def words(was: Map, now: Map) -> list[str]:
    return [one.words for one in changes(was, now)]


def test_each_kind_of_change_has_its_sentence() -> None:
    was = before()
    now = editing.place(was, "board", Spot(Ring.INFLUENCE, 60, 0.5))
    now = editing.draw_tie(now, ME, "finance", How.FINE)
    now = editing.draw_tie(now, "board", "finance", None)
    now = editing.add(editing.take_off(now, "press"), node("Regulator", Ring.WATCH))
    now = editing.draw_tie(now, ME, "regulator", How.FAINT)
    finance = now.node("finance")
    assert finance is not None
    now = editing.change(now, replace(finance, name="Treasury", stance=Stance.FOR, say=Say.MUCH))
    assert words(was, now) == [
        "Regulator is new: can only watch.",
        "Press is no longer on the map.",
        "Board moved from can only watch to can influence.",
        "The tie to Treasury was strained and is now fine.",
        "The tie between Board and Treasury is gone.",
        "There is a tie to Regulator now: faint.",
        "Where Treasury stands on it: now for it.",
        "How much of a say Treasury has: now a great deal.",
        "Finance is now called Treasury.",
    ]


def test_going_back_is_told_the_other_way_round() -> None:
    was = before()
    finance = was.node("finance")
    assert finance is not None
    now = editing.change(was, replace(finance, stance=Stance.FOR))
    assert words(now, was) == ["Where Finance stands on it: no longer said."]
    assert words(editing.draw_tie(was, ME, "finance", None), was) == [
        "There is a tie to Finance now: strained."
    ]


def test_a_place_within_the_ring_is_no_change() -> None:
    was = before()
    assert words(was, editing.place(was, "board", Spot(Ring.WATCH, 200, 0.2))) == []


def test_the_drawing_shows_from_where_somebody_moved_and_marks_whom_something_changed_about() -> None:
    was = before()
    now = editing.place(was, "board", Spot(Ring.ACT, 60, 0.5))
    shown = compared(was, now)
    [ghost] = shown.ghosts
    [board] = [one for one in shown.nodes if one.node.key == "board"]
    assert (ghost.now.x, ghost.now.y) == (board.x, board.y)
    assert ghost.was != ghost.now
    assert [one.node.key for one in shown.nodes if one.is_changed] == ["board"]


def test_somebody_is_told_in_a_few_words() -> None:
    made = before()
    assert told(made, made.nodes[1]) == "Finance, can influence, between you: strained"
    assert told(made, made.nodes[2]) == "Press, can influence, no tie between you"


@given(maps(most=6), maps(most=6))
def test_only_what_is_the_same_has_no_changes(was: Map, now: Map) -> None:
    assert words(was, was) == []
    if {one.ends: one.how for one in was.ties} != {one.ends: one.how for one in now.ties}:
        assert words(was, now) != []
