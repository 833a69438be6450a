"""The dates of a programme as they stand, with what is in their way. A session's own date counts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from setspace.core.schedule.files import shape_from_text
from setspace.core.schedule.moving import in_the_way
from setspace.core.schedule.obstacles import Obstacle
from setspace.core.schedule.series import Dated
from setspace.core.schedule.shapes import Kind, Outline
from setspace.core.schedule.zones import end_of
from setspace.hosts.dates import obstacles_of
from setspace.hosts.models import Programme, ProgrammeDate, ProgrammeSet
from setspace.hosts.queries.tables import Table, table_of


def dates_of(programme: Programme) -> Table:
    """All sets side by side, each date with what it falls on. Two queries for the dates."""
    obstacles = obstacles_for(programme)
    planned = programme.sets.prefetch_related("dates__meeting")
    return table_of([(one.label, noted(meetings_of(one, programme.tz), obstacles)) for one in planned])


def obstacles_for(programme: Programme) -> tuple[Obstacle, ...]:
    return obstacles_of(programme.host, shape_from_text(programme.shape), programme.first_on)


def meetings_of(planned: ProgrammeSet, zone: ZoneInfo) -> list[Dated]:
    """The set's meetings, but those that are cancelled."""
    found = [one for one in planned.dates.all() if not (one.meeting and one.meeting.cancelled_at)]
    return [dated(one, zone) for one in found]


def dated(one: ProgrammeDate, zone: ZoneInfo) -> Dated:
    day, at = (one.meeting.on, one.meeting.at) if one.meeting else (one.on, one.at)
    starts = datetime.combine(day, at, zone)
    outline = Outline(Kind(one.kind), one.number, one.plan or None, one.minutes, white_space=one.white_space)
    return Dated(outline, starts, end_of(starts, one.minutes))


def noted(meetings: Sequence[Dated], obstacles: Sequence[Obstacle]) -> list[Dated]:
    """The same, each with what is in its way."""
    if not meetings:
        return []
    notes = in_the_way(meetings, obstacles)
    return [replace(one, notes=said) for one, said in zip(meetings, notes, strict=True)]
