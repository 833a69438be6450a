"""A map: people, bodies and groups by code name, in three rings around whoever drew it, and their ties."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

ME = "me"  # the key of whoever drew the map, as an end of a tie
MOST_NODES = 60
MOST_TIES = 200
MOST_NAME = 60
MOST_FEW_WORDS = 60
MOST_NOTE = 1_000
MOST_TITLE = 120
UNNAMED = "Someone"


class Kind(StrEnum):
    PERSON = "person"
    BODY = "body"
    GROUP = "group"


class Ring(IntEnum):
    ACT = 1
    INFLUENCE = 2
    WATCH = 3


class How(StrEnum):
    """How it is between two."""

    STRONG = "strong"
    FINE = "fine"
    STRAINED = "strained"
    FAINT = "faint"


class Stance(StrEnum):
    FOR = "for"
    UNDECIDED = "undecided"
    AGAINST = "against"


class Say(StrEnum):
    """How much of a say somebody has in the matter."""

    LITTLE = "little"
    SOME = "some"
    MUCH = "much"


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody on the map. `turn` goes clockwise from the top, in degrees; `depth` from 0 at the inner edge
    of the ring to 1 at the outer one."""

    key: str
    name: str
    kind: Kind = Kind.PERSON
    ring: Ring = Ring.INFLUENCE
    turn: float = 0.0
    depth: float = 0.5
    few_words: str = ""
    note: str = ""
    stance: Stance | None = None
    say: Say | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Between two, of whom one may be `ME`. The ends stand in order, so that there is one tie between two."""

    one: str
    other: str
    how: How

    @property
    def ends(self) -> tuple[str, str]:
        return self.one, self.other


def tie(one: str, other: str, how: How) -> Tie:
    first, second = sorted((one, other))
    return Tie(first, second, how)


@dataclass(frozen=True, slots=True)
class Map:
    title: str = ""
    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()

    def node(self, key: str) -> Node | None:
        return next((node for node in self.nodes if node.key == key), None)

    def between(self, one: str, other: str) -> How | None:
        ends = tuple(sorted((one, other)))
        return next((tie.how for tie in self.ties if tie.ends == ends), None)

    def listed(self) -> tuple[Node, ...]:
        """As the list has them: ring by ring from the inside, in each as they were added."""
        return tuple(sorted(self.nodes, key=lambda node: node.ring))

    def names(self, ends: tuple[str, str]) -> tuple[str, str]:
        """Of two, in the order in which they were added."""
        first, second = (node.name for node in self.nodes if node.key in ends)
        return first, second

    def name(self, key: str) -> str:
        node = self.node(key)
        return node.name if node else "you"


def faults(drawn: Map) -> Iterator[str]:
    """What is wrong with a map; nothing, for every map that was made by `editing`."""
    names = [node.name.casefold() for node in drawn.nodes]
    keys = [node.key for node in drawn.nodes]
    if len(drawn.nodes) > MOST_NODES:
        yield f"there are more than {MOST_NODES}"
    if len(set(names)) < len(names):
        yield "two have the same name"
    if len({*keys, ME}) < len(keys) + 1:
        yield "two have the same key"
    if not all(0 <= node.turn < 360 and 0 <= node.depth <= 1 for node in drawn.nodes):
        yield "somebody stands outside of their ring"
    ends = [tie.ends for tie in drawn.ties]
    if len(set(ends)) < len(ends):
        yield "there are two ties between the same two"
    if not all(one < other and {one, other} <= {*keys, ME} for one, other in ends):
        yield "a tie has no two ends"
