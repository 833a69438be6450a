"""What an issue holder shows to the set of their own: that it is shown, and never what stands in it."""

from dataclasses import dataclass

SHEET = "sheet"  # what they prepared
MAP = "map"  # of those who are involved
KINDS = (SHEET, MAP)


@dataclass(frozen=True, slots=True)
class Shown:
    """Of which kind, whose, and since when."""

    kind: str
    by: str
    at: int
