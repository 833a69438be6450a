"""What an issue holder shows of their own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Show:
    """Show something of mine to the set in my turn; ``which`` is one of the kinds, and holds no content."""

    which: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take back what I show."""
