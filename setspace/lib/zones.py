"""The time zones that this machine knows, by their names."""

from functools import cache
from zoneinfo import available_timezones


@cache
def known_zones() -> frozenset[str]:
    """Europe/London and all others. Python walks through hundreds of files for them, so it is asked once."""
    return frozenset(available_timezones())
