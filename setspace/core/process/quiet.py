"""A quiet word, as a room remembers it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A line from one person to another. ``visit`` is the number of the visit in which it was said."""

    id: str
    by: str
    person: str
    text: str
    visit: int
