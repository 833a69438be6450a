"""Adding, changing and taking off, so that a map stays sound: every change gives a new map."""

from collections.abc import Iterable
from dataclasses import replace

from setspace.core.mapping import geometry
from setspace.core.mapping.geometry import FARTHEST, NEAREST, Spot
from setspace.core.mapping.layout import layout
from setspace.core.mapping.model import (
    ME,
    MOST_NAME,
    MOST_NODES,
    MOST_TIES,
    UNNAMED,
    How,
    Map,
    Node,
    Ring,
    tie,
)

TURNS = tuple(range(0, 360, 15))
BELOW = range(150, 211)  # where the words of the rings stand


class Full(Exception):
    """There are as many on the map as it holds."""


def add(drawn: Map, node: Node) -> Map:
    """With somebody new, where their ring is emptiest."""
    if len(drawn.nodes) >= MOST_NODES:
        raise Full
    named = replace(node, name=free_name(drawn, node), turn=_free_turn(drawn, node.ring))
    return settled(replace(drawn, nodes=(*drawn.nodes, named)), named.key)


def change(drawn: Map, node: Node) -> Map:
    """With other words about somebody, and in another ring if they are to be there; nobody else moves."""
    before = drawn.node(node.key)
    if before is None:
        return drawn
    renamed = replace(node, name=free_name(drawn, node))
    if before.ring != node.ring:
        renamed = replace(renamed, depth=0.5)
    return settled(_with(drawn, renamed), node.key)


def place(drawn: Map, key: str, spot: Spot) -> Map:
    """Somebody put to this place, or as near to it as there is room."""
    node = drawn.node(key)
    if node is None:
        return drawn
    depth = min(FARTHEST, max(NEAREST, spot.depth))
    return settled(_with(drawn, replace(node, ring=spot.ring, turn=spot.turn % 360, depth=depth)), key)


def take_off(drawn: Map, key: str) -> Map:
    """Without somebody, and without their ties."""
    nodes = tuple(node for node in drawn.nodes if node.key != key)
    return replace(drawn, nodes=nodes, ties=tuple(one for one in drawn.ties if key not in one.ends))


def draw_tie(drawn: Map, one: str, other: str, how: How | None) -> Map:
    """With this tie between two, or with none."""
    there = {node.key for node in drawn.nodes} | {ME}
    if one == other or not {one, other} <= there:
        return drawn
    made = None if how is None else tie(one, other, how)
    ends = tuple(sorted((one, other)))
    others = [known for known in drawn.ties if known.ends != ends]
    if made is not None and len(others) >= MOST_TIES:
        raise Full
    at = next((at for at, known in enumerate(drawn.ties) if known.ends == ends), len(others))
    return replace(drawn, ties=(*others[:at], *((made,) if made else ()), *others[at:]))


def free_name(drawn: Map, node: Node) -> str:
    """The name, and a number after it where somebody else has it already."""
    taken = {other.name.casefold() for other in drawn.nodes if other.key != node.key}
    name = " ".join(node.name.split())[:MOST_NAME] or UNNAMED
    return next(one for one in _numbered(name) if one.casefold() not in taken)


def settled(drawn: Map, last: str = "") -> Map:
    """With everybody where they are drawn, so that they stay there."""
    return replace(drawn, nodes=tuple(_at(one.node, one.spot) for one in layout(drawn, last)))


def _at(node: Node, spot: Spot) -> Node:
    return replace(node, turn=spot.turn, depth=spot.depth)


def _with(drawn: Map, node: Node) -> Map:
    return replace(drawn, nodes=tuple(node if one.key == node.key else one for one in drawn.nodes))


def _numbered(name: str) -> Iterable[str]:
    yield name
    for number in range(2, MOST_NODES + 2):
        tail = f" ({number})"
        yield name[: MOST_NAME - len(tail)] + tail


def _free_turn(drawn: Map, ring: Ring) -> float:
    """Of a few directions the one that is farthest from everybody, above all from those in the same ring."""
    others = [geometry.point(Spot(node.ring, node.turn, node.depth)) for node in drawn.nodes]

    def room(turn: int) -> float:
        x, y = geometry.point(Spot(ring, turn, 0.5))
        return min((abs(at.x - x) + 2 * abs(at.y - y) for at in others), default=0)

    turns = [turn for turn in TURNS if turn not in BELOW]
    start = turns.index(60)
    return float(max(turns[start:] + turns[:start], key=room))
