"""One action with all that stands by it: for its holder, and for a buddy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from setspace.core.acting.due import due_on
from setspace.core.acting.stuck import PROMPTS
from setspace.core.schedule.tasks import Task, task_file
from setspace.people.models import Person
from setspace.programmes.models import Membership, Role
from setspace.programmes.queries import facilitator_of
from setspace.records import access
from setspace.records.models import Action, Buddy, FavouriteStems, ReportDraft, Status, StuckNote
from setspace.records.queries.actions import StandingAction, opened
from setspace.records.queries.own import own_reader

__all__ = ["PROMPTS", "StandingAction"]


@dataclass(frozen=True, slots=True)
class OwnAction:
    """An action as its holder sees it."""

    standing: StandingAction
    buddy: Buddy | None
    could_ask: tuple[Person, ...]  # as a buddy
    is_stuck: bool  # something is written for oneself
    facilitator: Person | None

    @property
    def agreed_buddy(self) -> Person | None:
        return self.buddy.person if self.buddy and self.buddy.agreed_at else None


@dataclass(frozen=True, slots=True)
class Beside:
    """An action of somebody else, beside whom one is, or is asked to be."""

    buddy: Buddy
    standing: StandingAction

    @property
    def holder(self) -> Person:
        return self.standing.action.person


def own_action(person: Person, action: Action) -> OwnAction:
    learning_set = action.meeting.learning_set
    leads = facilitator_of(learning_set)
    here = Membership.objects.filter(learning_set=learning_set, until_at=None, role=Role.MEMBER)
    others = here.exclude(person=person).select_related("person").order_by("person__name")
    beside = action.buddies.filter(ended_at=None, person__in=others.values("person")).select_related("person")
    return OwnAction(
        opened([action], person)[0],
        beside.first(),
        tuple(row.person for row in others),
        StuckNote.objects.filter(action=action, person=person).exists(),
        leads if leads != person else None,
    )


def all_own_actions(person: Person, set_ids: Iterable[UUID]) -> tuple[StandingAction, ...]:
    """Everything that the person set out to do in the sets where they are, the newest session first."""
    found = Action.objects.filter(
        meeting__learning_set_id__in=list(set_ids), person=person, removed_at=None
    ).select_related("meeting__learning_set")
    return opened(found.order_by("-noted_at", "order"), person)


def beside(person: Person) -> tuple[Beside, ...]:
    """Those whom the person is beside, or is asked to be, while both are in the set."""
    rows = list(access.beside(person))
    standing = {one.action.pk: one for one in opened([row.action for row in rows], person)}
    return tuple(Beside(row, standing[row.action_id]) for row in rows)


def beside_of(person: Person, buddy: Buddy) -> Beside:
    return Beside(buddy, opened([buddy.action], person)[0])


def report_typed(person: Person, action: Action) -> dict[str, str]:
    """What the holder has typed and not sent, or nothing."""
    draft = ReportDraft.objects.filter(action=action, person=person).first()
    return draft.open_fields(own_reader(person)) if draft else {}


def stuck_note_of(person: Person, action: Action) -> str:
    note = StuckNote.objects.filter(action=action, person=person).first()
    return note.open_text(own_reader(person)) if note else ""


def favourites_of(person: Person) -> tuple[str, ...]:
    row = FavouriteStems.objects.filter(person=person).first()
    return row.open_stems(own_reader(person)) if row else ()


def tasks_file(actions: Iterable[StandingAction], stamp: datetime) -> bytes:
    """Open actions as a file for a task program."""
    return task_file(map(_task, actions), "My actions", stamp.astimezone(UTC))


def _task(standing: StandingAction) -> Task:
    action, words = standing.action, standing.words
    said_on = action.noted_at.astimezone(action.meeting.learning_set.tz).date()
    lines = (("By when", words.by_when), ("First step", words.first_step), ("Support", words.support))
    return Task(
        f"action-{action.pk}@setspace",
        words.what,
        action.noted_at.astimezone(UTC),
        action.status_at.astimezone(UTC),
        due_on(words.by_when, said_on),
        "\n".join(f"{name}: {text}" for name, text in lines if text),
        is_begun=action.status == Status.UNDER_WAY,
    )
