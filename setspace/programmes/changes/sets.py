"""The beginning of a set, and what it keeps about itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from setspace.core.emailing import Mode
from setspace.lib import vault
from setspace.people.changes import person_for
from setspace.people.models import Person
from setspace.programmes.changes.ground_rules import assent, new_rules
from setspace.programmes.changes.meetings import PlannedDate, plan_first_meetings
from setspace.programmes.changes.people import Invitee, new_invitation, send
from setspace.programmes.changes.telling import tell_dates
from setspace.programmes.models import LearningSet, Membership, Role
from setspace.programmes.queries.formats import plan_to_keep


@dataclass(frozen=True, slots=True)
class NewSet:
    """A set as somebody describes it. Without a facilitator, whoever starts it facilitates.

    Where all take turns to facilitate, whoever starts it is a member who looks after dates and people.
    """

    name: str
    plan: str
    people: Sequence[Invitee]
    rules: Sequence[str]
    facilitator: Invitee | None = None
    takes_turns: bool = False
    dates: Sequence[PlannedDate] = ()
    video_link: str = ""
    language: str = "en-gb"
    zone: str = "Europe/London"
    absence_rule: str = ""
    summary_mode: Mode = Mode.FULL


def start_set(new: NewSet, by: Person, now: datetime) -> LearningSet:
    """A set with its rules, dates and invitations.

    Where somebody else is to facilitate, only that person is asked at first: the others are invited once
    the facilitator has seen who they are and said yes. So nobody can put people into a set over its head.
    """
    invited = [(Role.MEMBER, person_for(one.email, one.name)) for one in new.people]
    if new.facilitator:
        invited.insert(0, (Role.FACILITATOR, person_for(new.facilitator.email, new.facilitator.name)))
    set_id = uuid4()
    vault.make_key(vault.Owner.of_set(set_id))
    with transaction.atomic():
        learning_set = _new_set(set_id, new, by, now)
        if new.facilitator is None:
            Membership.objects.create(
                learning_set=learning_set,
                person=by,
                role=Role.MEMBER if new.takes_turns else Role.FACILITATOR,
                from_at=now,
                keeps_at=now if new.takes_turns else None,
            )
            assent(learning_set.ground_rules.latest("version"), by, now)
            tell_dates(by, learning_set, "session_date", now)
        for role, person in invited:
            invitation = new_invitation(learning_set, person, role, by, now)
            if new.facilitator is None or role == Role.FACILITATOR:
                send(invitation, now)
        return learning_set


def change_video_link(learning_set: LearningSet, link: str) -> None:
    learning_set.seal_video_link(link)
    learning_set.save(update_fields=["video_link_sealed"])


def change_clock(learning_set: LearningSet, *, hides_from_holder: bool) -> None:
    """Whether the issue holder sees the time of their own turn, from the next session that begins."""
    learning_set.hides_clock_from_holder = hides_from_holder
    learning_set.save(update_fields=["hides_clock_from_holder"])


def change_coach(learning_set: LearningSet, *, has_coach: bool) -> None:
    """Whether the question coach reads for the members of a set, from now on."""
    learning_set.has_coach = has_coach
    learning_set.save(update_fields=["has_coach"])


def _new_set(set_id: UUID, new: NewSet, by: Person, now: datetime) -> LearningSet:
    learning_set = LearningSet(
        id=set_id,
        name=new.name,
        language=new.language,
        zone=new.zone,
        plan=new.plan,
        plan_kept=plan_to_keep(new.plan),
        absence_rule=new.absence_rule,
        created_at=now,
        created_by=by,
    )
    learning_set.seal_video_link(new.video_link)
    learning_set.save(force_insert=True)
    new_rules(learning_set, new.rules, now, new.summary_mode)
    plan_first_meetings(learning_set, new.dates)
    return learning_set
