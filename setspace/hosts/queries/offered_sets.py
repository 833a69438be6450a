"""The sets that a programme offers, with every date of each, as an applicant reads them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from setspace.core.schedule.shapes import Kind, Outline
from setspace.hosts.models import Programme, ProgrammeDate, ProgrammeSet
from setspace.lib import dates


@dataclass(frozen=True, slots=True)
class OfferedDate:
    id: UUID
    title: str
    on: date
    times: str
    starts: datetime  # local

    @property
    def says(self) -> str:
        return f"{self.title}, {dates.day_and_year(self.on)}, {self.times}"


@dataclass(frozen=True, slots=True)
class OfferedSet:
    id: UUID
    title: str
    hint: str
    white_space: int  # minutes at the end of a session
    dates: tuple[OfferedDate, ...]


def offered_sets(programme: Programme) -> list[OfferedSet]:
    """In two reads, however many sets and dates there are."""
    dated = ProgrammeDate.objects.filter(programme_set__programme=programme)
    by_set: dict[UUID, list[ProgrammeDate]] = {}
    for one in dated.select_related("meeting__learning_set", "programme_set__programme"):
        by_set.setdefault(one.programme_set_id, []).append(one)
    planned = list(programme.sets.all())
    plain = {one.pk: _title(one, by_set.get(one.pk, [])) for one in planned}
    doubled = Counter(plain.values())
    return [
        OfferedSet(
            one.pk,
            plain[one.pk] if doubled[plain[one.pk]] == 1 else f"{one.label}: {plain[one.pk]}",
            _hint(by_set.get(one.pk, [])),
            _white_space(by_set.get(one.pk, [])),
            offered_dates(by_set.get(one.pk, [])),
        )
        for one in planned
    ]


def offered_dates(planned: Iterable[ProgrammeDate]) -> tuple[OfferedDate, ...]:
    """As they are now: where a date has become a session, the session's own date counts."""
    return tuple(_offered(one) for one in planned if not (one.meeting and one.meeting.cancelled_at))


def by_when(programme: Programme) -> str:
    """The month in which its meetings end, a follow-up left aside. None where there are no dates yet."""
    dated = ProgrammeDate.objects.filter(programme_set__programme=programme).exclude(kind=Kind.FOLLOW_UP)
    last = dated.order_by("-on").values_list("on", flat=True).first()
    return dates.MONTHS[last.month - 1] if last else ""


def _offered(planned: ProgrammeDate) -> OfferedDate:
    zone = planned.programme_set.programme.tz
    starts = planned.meeting.starts_at if planned.meeting else planned.starts_at(zone)
    ends_at = starts + timedelta(minutes=planned.minutes + planned.white_space)  # as the public page says it
    begins, ends = starts.astimezone(zone), ends_at.astimezone(zone)
    title = Outline(Kind(planned.kind), planned.number, None, planned.minutes).title
    times = f"{dates.clock_time(begins)} to {dates.clock_time(ends)}"
    return OfferedDate(planned.pk, title, begins.date(), times, begins)


def _title(planned: ProgrammeSet, its_dates: Sequence[ProgrammeDate]) -> str:
    """Tuesdays, from 2 February."""
    days = f"{dates.DAYS[planned.weekday]}s"
    return f"{days}, from {dates.short_day(its_dates[0].on)}" if its_dates else days


def _hint(its_dates: Sequence[ProgrammeDate]) -> str:
    """The time of day of most of its sessions."""
    sessions = offered_dates(one for one in its_dates if one.kind == Kind.SESSION)
    usual = Counter(one.times for one in sessions).most_common(1)
    return f"{usual[0][0]} for full sessions" if usual else ""


def _white_space(its_dates: Sequence[ProgrammeDate]) -> int:
    return next((one.white_space for one in its_dates if one.kind == Kind.SESSION), 0)
