"""A map as it is drawn: boxes, numbers and lines in the units of the drawing, for a page to write down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from setspace.core.mapping import geometry
from setspace.core.mapping.comparing import changes, moved
from setspace.core.mapping.geometry import ME_RADIUS, MIDDLE_X, MIDDLE_Y, Point, Spot
from setspace.core.mapping.labels import DISC, LARGE, LINE, MANY, SMALL
from setspace.core.mapping.layout import LABEL_BASELINES, Placed, layout
from setspace.core.mapping.model import ME, How, Kind, Map, Node, Ring, Say, Stance
from setspace.core.mapping.words import RINGS, SHORT_RINGS, TIES

MARKS = {Stance.FOR: "+", Stance.UNDECIDED: "?", Stance.AGAINST: "−"}
CORNERS = {Kind.BODY: 2, Kind.GROUP: 10}


@dataclass(frozen=True, slots=True)
class Line:
    """Of a label, with where it is set."""

    text: str
    y: float
    is_sub: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """Somebody, drawn around their own middle."""

    node: Node
    number: int
    x: float
    y: float
    width: float
    height: float
    corner: float
    lines: tuple[Line, ...]
    mark: str
    told: str
    is_number: bool = False
    is_changed: bool = False

    @property
    def left(self) -> float:
        return -self.width / 2

    @property
    def top(self) -> float:
        return -self.height / 2

    @property
    def right(self) -> float:
        return self.width / 2

    @property
    def dots(self) -> tuple[float, ...]:
        """Along the upper edge: one, two or three, for how much of a say they have."""
        say = self.node.say
        n_dots = list(Say).index(say) + 1 if say else 0
        return tuple(self.right - self.corner - 7 * at for at in range(n_dots)) if not self.is_number else ()


@dataclass(frozen=True, slots=True)
class DrawnTie:
    one: str
    other: str
    how: How
    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class RingWords:
    text: str
    y: float


@dataclass(frozen=True, slots=True)
class Ghost:
    """From where somebody moved."""

    was: Point
    now: Point


@dataclass(frozen=True, slots=True)
class Picture:
    nodes: tuple[Drawn, ...]
    ties: tuple[DrawnTie, ...]
    is_dense: bool
    ghosts: tuple[Ghost, ...] = ()

    width = geometry.WIDTH
    height = geometry.HEIGHT
    middle = Point(MIDDLE_X, MIDDLE_Y)
    me_radius = ME_RADIUS
    rings = tuple((ring.value, shape) for ring, shape in zip(Ring, geometry.EDGES[1:], strict=True))[::-1]
    words = tuple(RingWords(RINGS[ring], LABEL_BASELINES[ring]) for ring in Ring)

    @property
    def has_numbers(self) -> bool:
        """Whether somebody is drawn as the number that they have in the list."""
        return any(node.is_number for node in self.nodes)


def picture(drawn: Map) -> Picture:
    return _picture(drawn, layout(drawn), frozenset())


def compared(before: Map, after: Map) -> Picture:
    """The later state, with where people moved from, and a mark on all about whom something changed."""
    keys = frozenset(key for change in changes(before, after) for key in change.keys)
    made = _picture(after, layout(after), keys)
    there = {one.node.key: Point(one.x, one.y) for one in made.nodes}
    ghosts = [
        Ghost(geometry.point(Spot(was.ring, was.turn, was.depth)), there[was.key])
        for was, _ in moved(before, after)
    ]
    return Picture(made.nodes, made.ties, made.is_dense, tuple(ghosts))


def told(drawn: Map, node: Node) -> str:
    """Somebody in a few words, for who does not see the drawing."""
    how = drawn.between(ME, node.key)
    with_me = f"between you: {TIES[how].lower()}" if how else "no tie between you"
    return ", ".join(filter(None, (node.name, node.few_words, SHORT_RINGS[node.ring], with_me)))


def _picture(drawn: Map, places: Sequence[Placed], changed: frozenset[str]) -> Picture:
    numbers = {node.key: number for number, node in enumerate(drawn.listed(), start=1)}
    nodes = tuple(_drawn(drawn, one, numbers[one.node.key], changed) for one in places)
    return Picture(nodes, tuple(_ties(drawn, nodes)), len(drawn.nodes) > MANY)


def _drawn(drawn: Map, placed: Placed, number: int, changed: frozenset[str]) -> Drawn:
    node, (x, y) = placed.node, placed.point
    size = placed.label.size if placed.label else None
    width, height = size or (DISC, DISC)
    corner = CORNERS.get(node.kind, height / 2)
    return Drawn(
        node=node,
        number=number,
        x=round(x, 1),
        y=round(y, 1),
        width=width,
        height=height,
        corner=corner,
        lines=tuple(_lines(placed, number)),
        mark=MARKS[node.stance] if node.stance else "",
        told=told(drawn, node),
        is_number=placed.label is None,
        is_changed=node.key in changed,
    )


def _lines(placed: Placed, number: int) -> Iterator[Line]:
    made = placed.label
    if made is None:
        yield Line(str(number), 4.5)
        return
    size = SMALL if len(made.lines) == 1 and made.size.height == 28 else LARGE
    first = -made.size.height / 2 + (made.size.height - _height(made.lines, made.sub)) / 2 + size - 1
    for at, text in enumerate(made.lines):
        yield Line(text, round(first + at * LINE, 1))
    if made.sub:
        yield Line(made.sub, round(first + len(made.lines) * LINE - 1, 1), is_sub=True)


def _height(lines: Sequence[str], sub: str) -> float:
    return LINE * (len(lines) + bool(sub)) - 2


def _ties(drawn: Map, nodes: Sequence[Drawn]) -> Iterator[DrawnTie]:
    at = {one.node.key: Point(one.x, one.y) for one in nodes} | {ME: Point(MIDDLE_X, MIDDLE_Y)}
    for tie in drawn.ties:
        yield DrawnTie(tie.one, tie.other, tie.how, at[tie.one], at[tie.other])
