"""An organiser's home: every programme of a host, how it stands, and what there is to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q
from django.db.models.functions import Coalesce

from setspace.hosts.models import Application, Host, Programme, ProgrammeDate, ProgrammeSet
from setspace.hosts.queries.letters import ENDED_BADLY, letters_of
from setspace.hosts.queries.standing import Standing, Stands, standing_of
from setspace.lib import dates, words

TO_ANSWER = Q(sent_at__isnull=False, accepted_at=None, waiting_at=None, declined_at=None, withdrawn_at=None)
APPLIED = Q(sent_at__isnull=False, withdrawn_at=None)
LATELY = timedelta(days=30)
TWO_DAYS = timedelta(days=2)  # whatever the time zone, and past midnight
Figures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One programme in numbers. ``first`` and ``last`` are its dates as they stand now."""

    programme: Programme
    standing: Standing
    first: date | None
    last: date | None
    n_sets: int
    n_unled: int
    n_applied: int
    n_to_answer: int

    @property
    def when(self) -> str:
        """2 February to 14 December 2027."""
        if self.first is None or self.last is None:
            return "None"
        begins = dates.short_day(self.first)
        if self.first.year != self.last.year:
            begins = f"{begins} {self.first.year}"
        return f"{begins} to {dates.short_day(self.last)} {self.last.year}"

    @property
    def to_do(self) -> list[str]:
        """What waits for an organiser, the most pressing first."""
        if self.standing.stands is Stands.ENDED:
            return []
        found = []
        if self.n_to_answer:
            found.append(f"{words.counted(self.n_to_answer, 'application', 'applications')} to answer")
        if self.n_unled:
            found.append(f"{words.counted(self.n_unled, 'set has', 'sets have')} no facilitator")
        if self.standing.stands is Stands.DRAFT:
            found.append("not published yet")
        return found


@dataclass(frozen=True, slots=True)
class Home:
    """Those that go on, and those that are over, each the newest first."""

    current: Sequence[Row]
    ended: Sequence[Row]
    n_lost: int = 0  # letters of late that did not arrive

    @property
    def lost(self) -> str:
        """Two letters did not arrive."""
        counted = words.counted(self.n_lost, "letter", "letters")
        return f"{counted.capitalize()} did not arrive" if self.n_lost else ""


def home_of(host: Host, now: datetime) -> Home:
    """The same few queries however many programmes and people there are."""
    rows = rows_of(host.programmes.defer("shape", "what_it_is", "what_it_is_not"), now)
    over = [row for row in rows if row.standing.stands is Stands.ENDED]
    lost = letters_of(host).filter(state__in=ENDED_BADLY, put_at__gt=now - LATELY).count()
    return Home([row for row in rows if row not in over], over, lost)


def rows_of(programmes: Iterable[Programme], now: datetime) -> list[Row]:
    found = list(programmes)
    ids = [one.id for one in found]
    sets, days, applied = _sets(ids), _days(ids, now), _applied(ids)
    nothing: Figures = {}
    return [
        _row(one, sets.get(one.id, nothing), days.get(one.id, nothing), applied.get(one.id, nothing), now)
        for one in found
    ]


def _row(programme: Programme, sets: Figures, days: Figures, applied: Figures, now: datetime) -> Row:
    first, last = days.get("first"), days.get("last")
    today = now.astimezone(programme.tz).date()
    is_over = last is not None and not days["goes_on"]
    return Row(
        programme=programme,
        standing=standing_of(programme, first, last, today, is_over=is_over),
        first=first,
        last=last,
        n_sets=sets.get("n_sets", 0),
        n_unled=sets.get("n_unled", 0),
        n_applied=applied.get("n_applied", 0),
        n_to_answer=applied.get("n_to_answer", 0),
    )


def _sets(ids: Sequence[UUID]) -> dict[UUID, Figures]:
    counted = ProgrammeSet.objects.filter(programme__in=ids).order_by().values("programme")
    counted = counted.annotate(n_sets=Count("id"), n_unled=Count("id", filter=Q(facilitator=None)))
    return {one["programme"]: one for one in counted}


def _days(ids: Sequence[UUID], now: datetime) -> dict[UUID, Figures]:
    """A session's own day counts where there is one; one that is cancelled does not.

    A programme ``goes_on`` until the last of its meetings is over, on the very day.
    """
    planned = ProgrammeDate.objects.filter(programme_set__programme__in=ids, meeting__cancelled_at=None)
    day, utc_day = Coalesce("meeting__on", "on"), now.astimezone(UTC).date()
    found = planned.order_by().values("programme_set__programme").annotate(first=Min(day), last=Max(day))
    of_these_days = planned.alias(day=day).filter(day__range=(utc_day - TWO_DAYS, utc_day + TWO_DAYS))
    near = of_these_days.select_related("programme_set__programme", "meeting__learning_set")
    on_their_way = {one.programme_set.programme_id for one in near if not one.is_over(now)}
    return {
        key: {**one, "goes_on": one["last"] > utc_day + TWO_DAYS or key in on_their_way}
        for one in found
        for key in [one["programme_set__programme"]]
    }


def _applied(ids: Sequence[UUID]) -> dict[UUID, Figures]:
    counted = Application.objects.filter(programme__in=ids).order_by().values("programme")
    counted = counted.annotate(
        n_applied=Count("id", filter=APPLIED), n_to_answer=Count("id", filter=TO_ANSWER)
    )
    return {one["programme"]: one for one in counted}
