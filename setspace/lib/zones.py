"""The time zones that this machine knows, those that people are offered, and the countries of zones."""

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
    named = _countries().keys()
    return tuple(sorted(zone for zone in named & known_zones() if zone.split("/")[0] in PARTS))


# A country alone has only the public holidays that all its parts share.
REGIONS = {"Europe/London": "GB-ENG", "Europe/Belfast": "GB-NIR"}


def region_of(zone: str) -> str:
    """The country of a zone, as those who list public holidays name it; GB-ENG for London. Else nothing."""
    return REGIONS.get(zone) or _countries().get(zone, "")


@cache
def _countries() -> dict[str, str]:
    lines = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {zone: country for country, _place, zone, *_rest in rows}
