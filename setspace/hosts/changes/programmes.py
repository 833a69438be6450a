"""A programme from its shape: its sets, and every date of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction

from setspace.core.schedule.days import WEEKDAYS
from setspace.core.schedule.files import shape_from_text, shape_to_text
from setspace.core.schedule.series import Dated, SetDates
from setspace.core.schedule.shapes import Shape
from setspace.hosts.changes.founding import PRESSED_TWICE, free_slug
from setspace.hosts.dates import series_for
from setspace.hosts.models import Host, Programme, ProgrammeDate, ProgrammeSet
from setspace.hosts.wording import default_words


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """``weekdays`` has one for each set; Monday is 0. Times are local, in ``zone``."""

    name: str
    shape: Shape
    first_on: date
    weekdays: tuple[int, ...]
    at: time
    zone: str
    language: str = "en-gb"
    least_people: int = 4
    most_people: int = 4


def set_up_once(host: Host, new: NewProgramme, now: datetime) -> Programme:
    """As `set_up`; a button that was pressed twice makes one programme."""
    with transaction.atomic():
        Host.objects.select_for_update().get(id=host.id)
        lately = host.programmes.filter(made_at__gt=now - PRESSED_TWICE)
        alike = lately.filter(name=new.name, first_on=new.first_on).first()
        return alike or set_up(host, new, now)


def set_up(host: Host, new: NewProgramme, now: datetime) -> Programme:
    """A programme that nobody sees yet but its organisers. Raises ValueError where no dates can be found."""
    with transaction.atomic():
        taken = set(host.programmes.values_list("slug", flat=True))
        programme = Programme.objects.create(
            host=host,
            slug=free_slug(new.name, taken, "programme"),
            name=new.name,
            shape=shape_to_text(new.shape),
            zone=new.zone,
            language=new.language,
            first_on=new.first_on,
            at=new.at,
            least_people=new.least_people,
            most_people=new.most_people,
            made_at=now,
            **default_words(new.shape, new.least_people, new.most_people),
        )
        for number, weekday in enumerate(new.weekdays, start=1):
            ProgrammeSet.objects.create(
                programme=programme,
                number=number,
                label=_label(weekday, new.weekdays[: number - 1]),
                weekday=weekday,
                language=new.language,
            )
        lay_dates_anew(programme)
        return programme


def lay_dates_anew(programme: Programme) -> None:
    """Every date of every set that has not begun to meet, from the shape and the first date."""
    sets = list(programme.sets.filter(learning_set=None))
    days = tuple(dict.fromkeys(one.weekday for one in sets))  # sets of one weekday share their dates
    shape = shape_from_text(programme.shape)
    zone = ZoneInfo(programme.zone)
    series = series_for(programme.host, shape, programme.first_on, days, zone, programme.at)
    by_weekday = {one.weekday: one for one in series.sets}
    ProgrammeDate.objects.filter(programme_set__in=sets).delete()
    ProgrammeDate.objects.bulk_create(made for one in sets for made in _dates(one, by_weekday[one.weekday]))


def _dates(planned: ProgrammeSet, dates: SetDates) -> Iterable[ProgrammeDate]:
    for position, dated in enumerate(dates.meetings):
        yield _date(planned, position, dated)


def _date(planned: ProgrammeSet, position: int, dated: Dated) -> ProgrammeDate:
    outline = dated.outline
    return ProgrammeDate(
        programme_set=planned,
        position=position,
        kind=outline.kind.value,
        number=outline.number,
        plan=outline.plan or "",
        minutes=outline.minutes,
        white_space=outline.white_space,
        on=dated.starts.date(),
        at=dated.starts.time(),
    )


def _label(weekday: int, before: tuple[int, ...]) -> str:
    """Tuesday set; the second of a weekday is Tuesday set 2."""
    earlier = before.count(weekday)
    return f"{WEEKDAYS[weekday]} set" + (f" {earlier + 1}" if earlier else "")
