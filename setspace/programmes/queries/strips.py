"""A course of minutes as a strip: what a page draws to scale, and how its sum stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from setspace.core.process.formats import Block, BlockKind, Floor, Stage
from setspace.lib import words


@dataclass(frozen=True, slots=True)
class Segment:
    """A part from one minute to another. ``look`` is a word for the stylesheet."""

    title: str
    begins: int
    minutes: int
    look: str

    @property
    def ends(self) -> int:
        return self.begins + self.minutes


@dataclass(frozen=True, slots=True)
class Strip:
    segments: Sequence[Segment]
    declared: int

    @property
    def total(self) -> int:
        return self.segments[-1].ends if self.segments else 0

    @property
    def span(self) -> int:
        """How many minutes the drawing is wide."""
        return max(self.total, self.declared, 1)

    @property
    def missing(self) -> int:
        return max(0, self.declared - self.total)

    @property
    def over(self) -> int:
        return max(0, self.total - self.declared)

    @property
    def sum_words(self) -> str:
        """36 of 40 minutes: 4 still to give."""
        if self.missing:
            return f"{self.total} of {self.declared} minutes: {self.missing} still to give"
        if self.over:
            return f"{self.total} minutes, but it is to take {self.declared}: {self.over} too many"
        return f"{self.total} minutes in all"

    @property
    def in_words(self) -> str:
        """What the drawing shows, for those who do not see it."""
        return words.listed([f"{one.title or 'No name yet'} {one.minutes}" for one in self.segments])


def strip_of(parts: Iterable[tuple[str, int, str]], declared: int) -> Strip:
    """From titles, minutes and looks, one after the other."""
    segments: list[Segment] = []
    for title, minutes, look in parts:
        begins = segments[-1].ends if segments else 0
        segments.append(Segment(title, begins, max(0, minutes), look))
    return Strip(segments, max(0, declared))


def strip_of_parts(parts: Iterable[Stage | Block], declared: int) -> Strip:
    return strip_of(((part.title, part.minutes, look_of(part)) for part in parts), declared)


def look_of(part: Stage | Block) -> str:
    return look(part.kind if isinstance(part, Block) else "", part.floor)


def look(kind: str, floor: str) -> str:
    """Turns and the issue holder's own stages stand out; quiet and breaks recede."""
    if kind == BlockKind.TURN or (not kind and floor == Floor.HOLDER):
        return "holder"
    if kind == BlockKind.BREAK or floor == Floor.NOBODY:
        return "quiet"
    return "asking" if not kind and floor == Floor.MEMBERS else "all"
