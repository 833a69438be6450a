"""Where everybody is drawn: where they were put, or as near as there is room, and nobody upon another.

First each is given room for a number, which is always to be had: the drawing has more places for numbers in
each ring than a map holds people. Then, one after the other, numbers become boxes with names where those fit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot

from setspace.core.mapping import geometry
from setspace.core.mapping.geometry import (
    FARTHEST,
    HEIGHT,
    ME_RADIUS,
    MIDDLE_X,
    MIDDLE_Y,
    NEAREST,
    WIDTH,
    Point,
    Spot,
)
from setspace.core.mapping.labels import DISC, Label, Size, label
from setspace.core.mapping.model import Map, Node, Ring
from setspace.core.mapping.space import Box, Space, around

AIR = 6  # between two boxes
PITCH = 30  # between the places for numbers
NUMBER = Size(DISC, DISC)
LABEL_BASELINES = {Ring.ACT: 418, Ring.INFLUENCE: 476, Ring.WATCH: 550}
LABEL_SIZE = Size(124, 20)


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody's place on the drawing, with a label if it fits there."""

    node: Node
    spot: Spot
    label: Label | None

    @property
    def point(self) -> Point:
        return geometry.point(self.spot)

    @property
    def box(self) -> Box:
        return around(self.point, self.label.size if self.label else NUMBER)


def layout(drawn: Map, last: str = "") -> tuple[Placed, ...]:
    """Everybody's place, in the order of the map; `last` makes way for all others."""
    order = sorted(drawn.nodes, key=lambda node: node.key == last)
    placed = _with_last(order, last) or _laid_out(order, len(order))[0]
    return tuple(placed[node.key] for node in drawn.nodes)


def _with_last(order: Sequence[Node], last: str) -> dict[str, Placed] | None:
    """All others as if `last` were not there, then `last` where there is room; None if there is none."""
    if not order or order[-1].key != last:
        return None
    *others, moved = order
    placed, space = _laid_out(others, len(order), may_shift=False)
    spot = next((one for one in _near(moved) if _has_room(one, space)), None)
    if spot is None:
        return None
    space.put(last, _number_at(spot))
    return placed | {last: _named(moved, spot, len(order), space)}


def _laid_out(
    nodes: Sequence[Node], n_nodes: int, *, may_shift: bool = True
) -> tuple[dict[str, Placed], Space]:
    """Numbers for all of these, then names where they fit, on a map of so many."""
    space = _room_for_numbers()
    spots = _numbers(nodes, space)
    if spots is None:
        space = _room_for_numbers()
        spots = _numbers_in_places(nodes, space)
    named = {node.key: _named(node, spots[node.key], n_nodes, space, may_shift) for node in nodes}
    return named, space


def _room_for_numbers() -> Space:
    """The empty drawing: the middle and the words of the rings are taken."""
    space = Space()
    middle = 2 * (ME_RADIUS + AIR)
    space.put("middle", around(Point(MIDDLE_X, MIDDLE_Y), Size(middle, middle)))
    for ring, baseline in LABEL_BASELINES.items():
        space.put(f"words of {ring}", around(Point(MIDDLE_X, baseline - 5), LABEL_SIZE))
    return space


def _numbers(nodes: Sequence[Node], space: Space) -> dict[str, Spot] | None:
    """A place for each where they want to be, or the nearest that is left; None when somebody finds none."""
    spots: dict[str, Spot] = {}
    for node in nodes:
        spot = next((one for one in _near(node) if _has_room(one, space)), None)
        if spot is None:
            return None
        spots[node.key] = spot
        space.put(node.key, _number_at(spot))
    return spots


def _numbers_in_places(nodes: Sequence[Node], space: Space) -> dict[str, Spot]:
    """A place for each among those that never touch one another, of which there are enough."""
    spots: dict[str, Spot] = {}
    for node in nodes:
        wanted = _wanted(node)
        spots[node.key] = next(one for one in _by_distance(wanted) if _has_room(one, space))
        space.put(node.key, _number_at(spots[node.key]))
    return spots


def _has_room(spot: Spot, space: Space) -> bool:
    box = _number_at(spot)
    return box.is_on_paper and space.is_free(box)


def _near(node: Node) -> Iterator[Spot]:
    yield _wanted(node)
    yield from _by_distance(_wanted(node))


def _wanted(node: Node) -> Spot:
    return Spot(node.ring, node.turn, min(FARTHEST, max(NEAREST, node.depth)))


def _by_distance(wanted: Spot) -> list[Spot]:
    x, y = geometry.point(wanted)
    return [
        spot for _, spot in sorted((hypot(at.x - x, at.y - y), spot) for spot, at in _places(wanted.ring))
    ]


@cache
def _places(ring: Ring) -> tuple[tuple[Spot, Point], ...]:
    """A grid over one ring."""
    found = []
    for x in range(MIDDLE_X % PITCH, WIDTH, PITCH):
        for y in range(MIDDLE_Y % PITCH, HEIGHT, PITCH):
            spot = geometry.spot(Point(x, y))
            at = geometry.point(spot)
            # What a rounding moved is no place of the grid; what was pulled in from outside even less.
            if spot.ring == ring and hypot(at.x - x, at.y - y) < (PITCH - DISC) / 2:
                found.append((spot, at))
    return tuple(found)


def _named(node: Node, spot: Spot, n_nodes: int, space: Space, may_shift: bool = True) -> Placed:
    """A number becomes a box if there is room for one: here, or a little further along."""
    made = label(node, n_nodes)
    space.take(node.key)
    for one in _around(spot) if may_shift else (spot,):
        box = around(geometry.point(one), made.size)
        if box.is_on_paper and space.is_free(_with_air(box)):
            space.put(node.key, box)
            return Placed(node, one, made)
    space.put(node.key, _number_at(spot))
    return Placed(node, spot, None)


def _around(spot: Spot) -> Iterator[Spot]:
    yield spot
    for turned, depth in _steps():
        yield Spot(spot.ring, round(spot.turn + turned, 1) % 360, depth or spot.depth)


@cache
def _steps() -> tuple[tuple[float, float], ...]:
    """Turns to both sides at several depths, the smallest first; a depth of 0 keeps the own one."""
    tries = [
        (float(turned * side), depth)
        for turned in range(0, 92, 4)
        for side in (1, -1)
        for depth in (0, 0.3, 0.55, 0.8)
    ]
    return tuple(sorted(dict.fromkeys(tries), key=lambda one: (abs(one[0]) + 12 * bool(one[1]), one)))


def _number_at(spot: Spot) -> Box:
    return around(geometry.point(spot), NUMBER)


def _with_air(box: Box) -> Box:
    return Box(box.left - AIR, box.top - AIR, box.right + AIR, box.bottom + AIR)
