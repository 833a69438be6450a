"""The drawing of people around a table, for as many as a set has."""

from dataclasses import dataclass
from math import cos, pi, sin

MIDDLE, OUT, TABLE = 180, 138, 92
MOST_LARGE = 6  # more seats than these are drawn smaller


@dataclass(frozen=True, slots=True)
class Seat:
    """A circle, and the short line from it to the table. The one at the bottom is whose turn it is."""

    x: int
    y: int
    radius: int
    from_x: int
    from_y: int
    to_x: int
    to_y: int
    is_now: bool


def ring_of(n_people: int) -> list[Seat]:
    radius = 34 if n_people <= MOST_LARGE else 26
    return [_seat(pi / 2 + 2 * pi * one / n_people, radius, is_now=one == 0) for one in range(n_people)]


def _seat(angle: float, radius: int, *, is_now: bool) -> Seat:
    def at(distance: int) -> tuple[int, int]:
        return round(MIDDLE + distance * cos(angle)), round(MIDDLE + distance * sin(angle))

    return Seat(*at(OUT), radius + 2 * is_now, *at(TABLE + 2), *at(OUT - radius - 3), is_now)
