"""What a round's own rules allow: a stage on request, and a stage that ends by itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskForResources:
    """The issue holder wants the stage that takes place on request, or, unless ``wanted``, no more."""

    wanted: bool = True


@dataclass(frozen=True, slots=True)
class MoveOn:
    """The room itself moves on from a stage with a hard end. ``seen`` is the number of its visit."""

    seen: int
