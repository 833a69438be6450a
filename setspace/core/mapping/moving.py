"""Moving by keyboard and by button: one ring nearer or further, a little along the ring."""

from enum import StrEnum

from setspace.core.mapping.editing import place
from setspace.core.mapping.geometry import Spot
from setspace.core.mapping.model import Map, Node, Ring

STEP = 15  # degrees along the ring


class Way(StrEnum):
    NEARER = "nearer"
    FURTHER = "further"
    CLOCKWISE = "clockwise"
    ANTICLOCKWISE = "anticlockwise"


def move(drawn: Map, key: str, way: Way) -> Map:
    """One step. In the nearest ring there is no nearer, in the last no further."""
    node = drawn.node(key)
    if node is None:
        return drawn
    if way in (Way.NEARER, Way.FURTHER):
        return _across(drawn, node, -1 if way is Way.NEARER else 1)
    return _along(drawn, node, STEP if way is Way.CLOCKWISE else -STEP)


def _across(drawn: Map, node: Node, step: int) -> Map:
    ring = node.ring + step
    if not Ring.ACT <= ring <= Ring.WATCH:
        return drawn
    return place(drawn, node.key, Spot(Ring(ring), node.turn, 0.5))


def _along(drawn: Map, node: Node, step: int) -> Map:
    """Past whoever stands in the way, until there is room at a place that lies further along."""
    for times in range(1, 360 // STEP):
        moved = place(drawn, node.key, Spot(node.ring, (node.turn + times * step) % 360, node.depth))
        now = moved.node(node.key)
        if now is not None and _is_along(node.turn, now.turn, step):
            return moved
    return drawn


def _is_along(before: float, after: float, step: int) -> bool:
    """Whether a turn has gone the way of the step, by at least a third of it."""
    gone = (after - before) % 360 if step > 0 else (before - after) % 360
    return STEP / 3 <= gone <= 180
