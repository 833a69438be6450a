"""The time zones that this machine knows, by their names, and those among them that people are offered."""

from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

PARTS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def known_zones() -> frozenset[str]:
    """Europe/London and all others. Python walks through hundreds of files for them, so it is asked once."""
    return frozenset(available_timezones())


@cache
def offered_zones() -> tuple[str, ...]:
    """Each zone where people live once, by its name of today: Asia/Kolkata, not Asia/Calcutta."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    named = {line.split("\t")[2] for line in table.splitlines() if line and not line.startswith("#")}
    return tuple(sorted(zone for zone in named & known_zones() if zone.split("/")[0] in PARTS))
