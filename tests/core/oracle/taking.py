"""What was taken from a session, as the oracle remembers it. Lengths are milliseconds."""

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass
class Taken:
    """What one way takes: from each block by its key, from the white space, and whose turn is moved."""

    way: str
    blocks: dict[str, int] = field(default_factory=dict)
    white: int = 0
    moved: str = ""
    spell: int = 0  # in which spell, from 1
    holders: int = 0  # how many were to hold an issue then


class More(NamedTuple):
    """Milliseconds that were added in a spell."""

    length: int
    spell: int


class Out(NamedTuple):
    """Whose turn was passed by who leads, and the order before it with the number of those settled."""

    person: str
    before: list[str]
    settled: int


class Asked(NamedTuple):
    way: str
    minutes: int
    white: int
    agreed: list[str]
