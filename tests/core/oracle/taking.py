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


class Asked(NamedTuple):
    way: str
    minutes: int
    white: int
    agreed: list[str]
