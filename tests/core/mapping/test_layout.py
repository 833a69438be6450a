"""Everybody is drawn in their ring, upon nobody else, and where they were put as long as there is room."""

from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given, settings

from setspace.core.mapping import editing, geometry
from setspace.core.mapping.drawing import picture
from setspace.core.mapping.geometry import MIDDLE_X, MIDDLE_Y, Point, Spot
from setspace.core.mapping.labels import cut, label, width
from setspace.core.mapping.layout import layout
from setspace.core.mapping.model import MOST_NODES, Map, Node, Ring, faults
from tests.core.mapping.maps import drawn, maps, node


@given(maps())
def test_nobody_is_drawn_upon_another_or_outside_of_their_ring(any_map: Map) -> None:
    placed = layout(any_map)
    assert [one.node for one in placed] == list(any_map.nodes)
    for one in placed:
        assert one.spot.ring == one.node.ring
        assert geometry.is_inside(one.node.ring, one.point)
        assert one.box.is_on_paper
    assert not [(one, other) for one, other in combinations(placed, 2) if one.box.meets(other.box)]


@given(maps(least=MOST_NODES, rings=(Ring.ACT,)))
@settings(max_examples=3)
def test_sixty_find_room_in_the_smallest_ring(full: Map) -> None:
    placed = layout(full)
    assert not [(one, other) for one, other in combinations(placed, 2) if one.box.meets(other.box)]
    assert picture(full).has_numbers
    listed = {one.node: one.number for one in picture(full).nodes}
    assert [listed[one] for one in full.listed()] == list(range(1, MOST_NODES + 1))


def test_boxes_that_meet_are_told_apart_from_those_that_do_not() -> None:
    here, there, beside = (layout(Map(nodes=(node("Board"),)))[0].box for _ in range(3))
    assert here.meets(there)
    assert not here.meets(beside._replace(left=here.right, right=here.right + 9))


def test_a_few_have_their_names_and_what_is_said_of_them() -> None:
    made = editing.add(drawn("My team", "Board"), node("Finance", few_words="holds the budget"))
    shown = picture(made)
    assert not shown.has_numbers
    assert [line.text for line in shown.nodes[2].lines] == ["Finance", "holds the budget"]
    long = picture(drawn("Residents who stopped coming to all of our meetings")).nodes[0]
    assert [line.text for line in long.lines] == ["Residents who stopped", "coming to all of our…"]


@given(maps(most=20))
def test_whoever_has_settled_stays_there(any_map: Map) -> None:
    settled = editing.settled(any_map)
    if not picture(settled).has_numbers:
        assert editing.settled(settled) == settled
        mover = next(iter(settled.nodes), None)
        if mover:
            moved = editing.place(settled, mover.key, Spot(Ring.WATCH, mover.turn, 0.5))
            assert moved.nodes[1:] == settled.nodes[1:]  # and so do all others while one is moved


def test_a_point_of_the_drawing_is_a_place_and_the_place_that_point() -> None:
    for ring in Ring:
        for turn in range(0, 360, 45):
            there = Spot(ring, float(turn), 0.4)
            again = geometry.spot(geometry.point(there))
            assert again.ring == ring
            assert abs(again.turn - turn) < 0.2
            assert abs(again.depth - 0.4) < 0.01
    assert geometry.spot(Point(MIDDLE_X, MIDDLE_Y)).ring == Ring.ACT
    assert geometry.spot(Point(-500, -500)).ring == Ring.WATCH
    turns = [geometry.spot(Point(MIDDLE_X + x, MIDDLE_Y + y)).turn for x, y in ((1, -99), (99, 1), (-99, -1))]
    assert all(one < other for one, other in pairwise(turns))  # clockwise, from the top


def test_a_map_of_many_has_shorter_words() -> None:
    chair = Node("chair", "Residents’ chair of the estate", few_words="let down before")
    assert label(chair, 10).sub == "let down before"
    assert label(chair, 40).lines == ("Residents’…",)
    assert label(chair, 40).size.width < label(chair, 10).size.width
    assert width("mm", 15) > width("ii", 15)
    assert cut("One two three", 9) == "One two…"


@given(maps(most=8))
def test_a_drawn_map_is_sound(any_map: Map) -> None:
    assert list(faults(any_map)) == []
    twice = replace(any_map, nodes=(*any_map.nodes, Node("x", "Board 99"), Node("y", "BOARD 99", depth=2)))
    assert set(faults(twice)) == {"two have the same name", "somebody stands outside of their ring"}
