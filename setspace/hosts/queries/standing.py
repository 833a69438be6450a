"""How a programme stands: a draft, open, in session, ended."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setspace.hosts.models import Programme
from setspace.lib import dates


class Stands(StrEnum):
    DRAFT = "draft"
    COMING = "coming"  # its page is there, and applications open later
    OPEN = "open"
    CLOSED = "closed"  # for applications; its first date is to come
    IN_SESSION = "in session"
    ENDED = "ended"


TONES = {Stands.OPEN: "pine", Stands.COMING: "sky", Stands.CLOSED: "sky", Stands.IN_SESSION: "honey"}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a programme is on its way, and that in words."""

    stands: Stands
    words: str

    @property
    def tone(self) -> str:
        return TONES.get(self.stands, "line")


def standing_of(
    programme: Programme, first: date | None, last: date | None, today: date, *, is_over: bool
) -> Standing:
    """``first`` and ``last`` are the first and the last date of all its sets; whether that one is over."""
    if programme.ended_at is not None or (programme.is_published and is_over):
        return Standing(Stands.ENDED, "Ended")
    if not programme.is_published:
        return Standing(Stands.DRAFT, "Draft")
    if first is not None and first <= today:
        until = f" until {dates.short_day(last, today)}" if last else ""
        return Standing(Stands.IN_SESSION, f"In session{until}")
    if programme.is_closed(today):
        return Standing(Stands.CLOSED, "Closed for applications")
    if programme.opens_on is not None and programme.opens_on > today:
        return Standing(Stands.COMING, f"Opens on {dates.short_day(programme.opens_on, today)}")
    closes = programme.closes_on or programme.first_on
    return Standing(Stands.OPEN, f"Open until {dates.short_day(closes, today)}")
