"""Public holidays of a country or a part of it, from the `holidays` package."""

from collections.abc import Iterable

import holidays

from setspace.core.schedule.obstacles import Hindrance, Obstacle, whole_days

ENGLISH = ("en_GB", "en_US")


def public_holidays(region: str, years: Iterable[int]) -> tuple[Obstacle, ...]:
    """Those of a region such as GB-ENG or DE, in those years, with English names where there are any.

    Raises ValueError for a region that the package does not know. A country alone has only the days that all
    its parts share: GB is without Easter Monday. Some days are only announced in the year itself, and those
    that follow the moon may differ by one.
    """
    country, _, part = region.strip().upper().partition("-")
    known = holidays.list_supported_countries()
    if country not in known:
        raise ValueError(
            f"There are no public holidays for “{region}”. "
            "Give a country by its two letters, with a part of it if need be, such as GB-ENG."
        )
    if part and part not in known[country]:
        parts = ", ".join(f"{country}-{one}" for one in known[country])
        parts = f"Its parts are: {parts}." if parts else f"Leave it at {country}: it has no parts here."
        raise ValueError(f"{country} has no part called {part}. {parts}")
    found = holidays.country_holidays(country, subdiv=part or None, years=years)
    language = next((one for one in ENGLISH if one in found.supported_languages), None)
    if language:
        found = holidays.country_holidays(country, subdiv=part or None, years=years, language=language)
    return tuple(whole_days(day, day, name, Hindrance.HOLIDAY) for day, name in sorted(found.items()))
