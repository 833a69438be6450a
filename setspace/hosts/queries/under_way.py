"""How the founded sets of a programme go: numbers, hours and names. Nothing of what a set works on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from setspace.hosts.models import ProgrammeSet
from setspace.hosts.queries.joining import joined_into
from setspace.lib import dates, words
from setspace.programmes.queries import SetHours, hours_of, risks_of
from setspace.programmes.queries.hours import Risk


@dataclass(frozen=True, slots=True)
class UnderWay:
    """One set that was founded."""

    label: str
    hours: SetHours
    risk: Risk
    n_came: int
    n_marked: int  # places that somebody had in the sessions held, whether they came or not
    joined: str = ""  # the set in which its people go on

    @property
    def came(self) -> str:
        return f"{self.n_came} of {self.n_marked}" if self.n_marked else "Not yet"

    @property
    def delivered(self) -> str:
        return dates.hours(self.hours.delivered) if self.hours.delivered else "Not yet"

    @property
    def warning(self) -> str:
        """Where fewer than three are left, or expected next; empty where all is well."""
        risk = self.risk
        if risk.is_small and not risk.n_members:
            return "Nobody has joined yet"
        if risk.is_small:
            left = words.counted(risk.n_members, "member", "members").capitalize()
            return f"{left}: too few to ask each other"
        if risk.is_thin and risk.meeting is not None:
            expected = words.number(risk.n_coming) if risk.n_coming else "nobody"
            return f"{expected.capitalize()} expected on {dates.short_day(risk.meeting.on)}: fewer than three"
        return ""


def under_way(sets: Sequence[ProgrammeSet], now: datetime) -> list[UnderWay]:
    """In the same few reads for one set or for many. ``sets`` come with their `learning_set`."""
    founded = [(one, one.learning_set) for one in sets if one.learning_set is not None]
    if not founded:
        return []
    found = [learning_set for _one, learning_set in founded]
    hours, risks = hours_of(found), risks_of(found, now)
    joined = joined_into(sets)
    return [_one(planned, hours[one.pk], risks[one.pk], joined) for planned, one in founded]


def _one(planned: ProgrammeSet, hours: SetHours, risk: Risk, joined: Mapping[UUID, str]) -> UnderWay:
    members = [one for one in hours.people if not one.is_facilitator]
    n_came = sum(one.n_came for one in members)
    n_marked = n_came + sum(one.n_missed for one in members)
    return UnderWay(planned.label, hours, risk, n_came, n_marked, joined.get(planned.pk, ""))
