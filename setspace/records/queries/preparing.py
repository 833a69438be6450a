"""What somebody prepares to bring, for that person alone."""

from __future__ import annotations

from uuid import UUID

from setspace.core.preparing import Sheet
from setspace.lib.vault import Purpose, Reader
from setspace.records.models import IssueSheet


def sheet_of(person_id: UUID, set_id: UUID) -> Sheet:
    """What a person has on their sheet for a set, for that person; an empty one where they have none."""
    row = IssueSheet.objects.filter(person_id=person_id, learning_set_id=set_id, told_at=None).first()
    return row.open_sheet(Reader(str(person_id), Purpose.MEMBER_VIEW)) if row else Sheet()
