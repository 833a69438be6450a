"""Coming back from a break."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ComeBack:
    """I am back from the break."""
