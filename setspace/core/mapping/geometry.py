"""Where the rings are: three ellipses around the middle, in the units of the drawing."""

from math import atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple

from setspace.core.mapping.model import Ring

WIDTH, HEIGHT = 820, 580
MIDDLE_X, MIDDLE_Y = 410, 290
ME_RADIUS = 38
NEAREST, FARTHEST = 0.03, 0.97  # of a ring's depth: nobody stands on a line


class Ellipse(NamedTuple):
    rx: float
    ry: float


EDGES = (Ellipse(64, 56), Ellipse(214, 142), Ellipse(312, 200), Ellipse(398, 272))


class Spot(NamedTuple):
    """A place that does not depend on the size of the drawing."""

    ring: Ring
    turn: float
    depth: float


class Point(NamedTuple):
    x: float
    y: float


def edges(ring: Ring) -> tuple[Ellipse, Ellipse]:
    """The inner and the outer edge of a ring."""
    return EDGES[ring - 1], EDGES[ring]


def point(spot: Spot) -> Point:
    shape = _at_depth(spot.ring, spot.depth)
    angle = radians(spot.turn)
    return Point(MIDDLE_X + shape.rx * sin(angle), MIDDLE_Y - shape.ry * cos(angle))


def spot(where: Point) -> Spot:
    """The nearest place on the map: what is outside of all rings belongs to the last, what is on top of the
    middle to the first."""
    ring = ring_at(where)
    depth = min(FARTHEST, max(NEAREST, _depth(ring, where)))
    shape = _at_depth(ring, depth)
    x, y = (where.x - MIDDLE_X) / shape.rx, (MIDDLE_Y - where.y) / shape.ry
    return Spot(ring, round(degrees(atan2(x, y)), 1) % 360, round(depth, 3))


def ring_at(where: Point) -> Ring:
    return next((ring for ring in Ring if _reach(where, EDGES[ring]) < 1), Ring.WATCH)


def is_inside(ring: Ring, where: Point) -> bool:
    """Whether a point lies between the two edges of a ring."""
    inner, outer = edges(ring)
    return _reach(where, inner) >= 1 > _reach(where, outer)


def _reach(where: Point, shape: Ellipse) -> float:
    """1 on the ellipse, less inside of it."""
    return hypot((where.x - MIDDLE_X) / shape.rx, (where.y - MIDDLE_Y) / shape.ry)


def _at_depth(ring: Ring, depth: float) -> Ellipse:
    inner, outer = edges(ring)
    return Ellipse(inner.rx + (outer.rx - inner.rx) * depth, inner.ry + (outer.ry - inner.ry) * depth)


def _depth(ring: Ring, where: Point) -> float:
    """How deep a point lies in a ring, by halving."""
    low, high = 0.0, 1.0
    for _ in range(14):
        middle = (low + high) / 2
        if _reach(where, _at_depth(ring, middle)) > 1:
            low = middle
        else:
            high = middle
    return high
