"""How much of somebody’s time a programme asks."""

from dataclasses import dataclass
from datetime import date

from setspace.core.schedule.files import shape_from_text
from setspace.hosts.models import Programme, ProgrammeDate
from setspace.lib import dates


@dataclass(frozen=True, slots=True)
class TimeAsked:
    """Each set takes the same time; its days differ."""

    n_meetings: int
    length: str
    first: date | None
    last: date | None


def time_asked(programme: Programme) -> TimeAsked:
    shape = shape_from_text(programme.shape)
    days = sorted(
        ProgrammeDate.objects.filter(programme_set__programme=programme).values_list("on", flat=True)
    )
    ends = (days[0], days[-1]) if days else (None, None)
    return TimeAsked(len(shape.meetings), dates.length(shape.minutes), *ends)
