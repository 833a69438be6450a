"""The double loop: from what came of it back to what was believed, and not only to what was done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import cos, pi, sin

COME_BACK_AFTER = timedelta(days=7)
CENTRE, RADIUS = 32.0, 24.0  # of the small ring, in a square of 64


@dataclass(frozen=True, slots=True)
class Station:
    key: str
    title: str
    hint: str


STATIONS = (
    Station("belief", "What I believed", "About people, my role, or how things work here."),
    Station("frame", "How I saw it then", "What that belief let you see, and what it left out."),
    Station("did", "What I did", "As somebody standing by would have seen it."),
    Station("came", "What came of it", "For you and for the others, wanted or not."),
    Station("other", "A different belief to try", "What might somebody believe who would do otherwise here?"),
)
TRIED = Station(
    "tried", "What came of the belief I tried", "What you did because of it, and what was different."
)
KEYS = tuple(station.key for station in (*STATIONS, TRIED))

Words = Mapping[str, str]


def is_written(words: Words, key: str) -> bool:
    return bool(words.get(key, "").strip())


def n_written(words: Words) -> int:
    return sum(is_written(words, station.key) for station in STATIONS)


def may_go_round_again(words: Words) -> bool:
    """Whether there is a belief to begin the next loop with."""
    return is_written(words, "other")


def next_round(words: Words) -> dict[str, str]:
    """The belief that was tried is what the next loop begins with; what came of it stands there already."""
    if not may_go_round_again(words):
        raise ValueError("There is no belief to go on with.")
    return {"belief": words["other"], "came": words.get("tried", "")}


def is_to_come_back_to(words: Words, changed_at: datetime, now: datetime) -> bool:
    """A belief was to be tried, some time has passed, and nothing is written of what came of it."""
    waits = is_written(words, "other") and not is_written(words, "tried")
    return waits and now - changed_at >= COME_BACK_AFTER


def place_on_ring(number: int) -> tuple[float, float]:
    """Where the station of this number lies on the small ring: the first on top, then clockwise."""
    angle = 2 * pi * number / len(STATIONS) - pi / 2
    return round(CENTRE + RADIUS * cos(angle), 1), round(CENTRE + RADIUS * sin(angle), 1)
