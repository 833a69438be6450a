"""What it brings to move one meeting of a planned set."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from setspace.core.schedule.files import shape_from_text
from setspace.core.schedule.moving import Move, brings, moved
from setspace.core.schedule.notes import Note
from setspace.core.schedule.series import Dated
from setspace.core.schedule.shapes import Gap
from setspace.hosts.models import ProgrammeDate
from setspace.hosts.queries.dates import dated, obstacles_for
from setspace.lib import dates


@dataclass(frozen=True, slots=True)
class Moved:
    """One meeting where it would be, and what is to be said of that."""

    date: ProgrammeDate
    dated: Dated
    notes: Sequence[Note]

    @property
    def words(self) -> str:
        starts = self.dated.starts
        return f"{dates.day_and_year(starts.date())}, {dates.clock_time(starts)}"


def what_moves(one: ProgrammeDate, move: Move) -> list[Moved]:
    """All that another date for one meeting moves. Raises ValueError where the order would break."""
    planned = one.programme_set
    programme = planned.programme
    rows = list(planned.dates.select_related("meeting"))
    gaps = [meeting.gap for meeting in shape_from_text(programme.shape).meetings]
    before = [_with_gap(dated(row, programme.tz), gaps[row.position]) for row in rows]
    after = moved(before, move, programme.tz)
    notes = brings(before, after, obstacles_for(programme))
    changed = zip(rows, before, after, notes, strict=True)
    return [Moved(row, new, said) for row, old, new, said in changed if old.starts != new.starts]


def _with_gap(meeting: Dated, gap: Gap | None) -> Dated:
    return replace(meeting, outline=replace(meeting.outline, gap=gap))
