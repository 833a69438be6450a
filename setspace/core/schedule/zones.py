"""Local time with its zone, and the moments it stands for: what a clock change swallows or shows twice."""

from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from setspace.core.schedule.days import in_words


class NoSuchTime(ValueError):
    """The clocks go forward past this time on this day."""


class TwoSuchTimes(ValueError):
    """The clocks go back on this day, and show this time twice. ``both`` are the moments, in UTC."""

    def __init__(self, words: str, both: tuple[datetime, datetime]) -> None:
        super().__init__(words)
        self.both = both


def zone_named(name: str) -> ZoneInfo:
    """The zone of that name in the time zone database, such as Europe/London.

    Raises ValueError, with the nearest names, for one that is not there.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        known = {key.lower(): key for key in available_timezones()}
        near = get_close_matches(name.lower(), known, n=3)
        hint = (
            f"Did you mean {' or '.join(known[one] for one in near)}?"
            if near
            else "Use one such as Europe/London."
        )
        raise ValueError(f"There is no time zone called “{name}”. {hint}") from None


def moment(day: date, at: time, zone: ZoneInfo, *, second: bool | None = None) -> datetime:
    """The moment of a local time, as an aware datetime of that zone.

    Raises NoSuchTime for one that a clock change swallows. One that is shown twice raises TwoSuchTimes,
    unless ``second`` says which is meant.
    """
    local = datetime.combine(day, at, zone)
    first, later = local.replace(fold=0), local.replace(fold=1)
    if first.utcoffset() == later.utcoffset():
        return first
    if first.astimezone(UTC) > later.astimezone(UTC):
        raise NoSuchTime(
            f"On {in_words(day)} there is no {at:%H:%M} in {zone.key}: the clocks go forward past it. "
            "Choose another time."
        )
    if second is None:
        both = (first.astimezone(UTC), later.astimezone(UTC))
        raise TwoSuchTimes(
            f"On {in_words(day)} it is {at:%H:%M} twice in {zone.key}, as the clocks go back: "
            f"at {both[0]:%H:%M} and at {both[1]:%H:%M} UTC. Choose one of them, or another time.",
            both,
        )
    return later if second else first


def end_of(starts: datetime, minutes: int) -> datetime:
    """When so many real minutes are over, in the zone of ``starts``, also across a clock change."""
    return (starts.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(starts.tzinfo)


def minutes_between(starts: datetime, ends: datetime) -> int:
    """Real minutes. Two times of one zone are not subtracted as they stand: that ignores the clock change."""
    return int((ends.astimezone(UTC) - starts.astimezone(UTC)).total_seconds() // 60)
