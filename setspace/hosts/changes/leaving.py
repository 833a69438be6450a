"""Out of a set that was founded."""

from datetime import datetime
from uuid import UUID

from setspace.people.models import Person
from setspace.programmes.changes.people import end_membership


def leave_set(set_id: UUID | None, person: Person, now: datetime) -> None:
    """No open invitation is left, and no membership. Nothing happens where no set was founded."""
    if set_id is None:
        return
    invited = person.invitations.filter(learning_set_id=set_id, accepted_at=None, declined_at=None)
    invited.filter(withdrawn_at=None).update(withdrawn_at=now)
    for membership in person.memberships.filter(learning_set_id=set_id, until_at=None):
        end_membership(membership, now)
