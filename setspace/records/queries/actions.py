"""Actions that still stand: for the next room, for their holder's home, and for the set's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, QuerySet

from setspace.core.process.outcome import CarriedAction
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting, Membership
from setspace.records.models import Action, ActionUpdate, ActionWords, Status, Summary, SummaryPart

CHOICES = tuple((status.value, str(status.label)) for status in Status)


@dataclass(frozen=True, slots=True)
class Telling:
    """How an action went at one moment, as its holder told it."""

    update: ActionUpdate
    did: str
    learned: str


@dataclass(frozen=True, slots=True)
class StandingAction:
    """An action opened for a screen, with what its holder told about it, newest last."""

    action: Action
    words: ActionWords
    tellings: tuple[Telling, ...] = ()

    @property
    def did(self) -> str:
        return self.tellings[-1].did if self.tellings else ""

    @property
    def learned(self) -> str:
        return self.tellings[-1].learned if self.tellings else ""

    @property
    def earlier(self) -> tuple[Telling, ...]:
        """What was told before, where there are words in it; the newest first."""
        return tuple(one for one in reversed(self.tellings[:-1]) if one.did or one.learned)

    @property
    def meeting(self) -> Meeting:
        return self.action.meeting

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        return CHOICES


@dataclass(frozen=True, slots=True)
class MemberActions:
    person: Person
    actions: tuple[StandingAction, ...]


def open_actions(learning_set: LearningSet) -> tuple[CarriedAction, ...]:
    """What the next room's action update begins with: all that members have not told the set about."""
    reader = Reader(actor="room", purpose=Purpose.ROOM)
    members = Membership.objects.filter(learning_set=learning_set, until_at=None).values("person_id")
    actions = _standing(_actions_of([learning_set.pk]).filter(person_id__in=members))
    opened = [(action, action.open_words(reader)) for action in actions]
    return tuple(
        CarriedAction(str(action.pk), str(action.person_id), words.what, words.by_when, action.status)
        for action, words in opened
    )


def own_actions(person: Person, set_ids: Iterable[UUID]) -> tuple[StandingAction, ...]:
    return opened(_standing(_actions_of(set_ids).filter(person=person)), person)


def member_actions(learning_set: LearningSet, person: Person) -> tuple[MemberActions, ...]:
    """Each member's open actions, as far as `person` was in the set when they were noted."""
    rows = list(learning_set.memberships.select_related("person").order_by("person__name"))
    mine = [row for row in rows if row.person_id == person.pk]
    actions = [action for action in _actions_of([learning_set.pk]) if action.is_open]
    by_person: defaultdict[UUID, list[StandingAction]] = defaultdict(list)
    for standing in opened([action for action in actions if was_there(mine, action.noted_at)], person):
        by_person[standing.action.person_id].append(standing)
    here = [row.person for row in rows if row.until_at is None]
    return tuple(MemberActions(one, tuple(by_person[one.pk])) for one in here if by_person[one.pk])


def confidence_in(part: SummaryPart) -> dict[str, int]:
    """How sure the holder of a part was of each of its actions, from 1 to 10, by the action's key."""
    noted = Action.objects.filter(meeting=part.meeting, person=part.person_id)
    return {str(pk): sure for pk, sure in noted.values_list("pk", "confidence") if sure}


def _actions_of(set_ids: Iterable[UUID]) -> QuerySet[Action]:
    actions = Action.objects.filter(meeting__learning_set_id__in=list(set_ids), removed_at=None)
    return actions.select_related("meeting__learning_set").order_by("noted_at", "person_id", "order")


def _standing(actions: QuerySet[Action]) -> list[Action]:
    """Open actions, and those that were finished since the set last met and would like to hear of it."""
    found = list(actions)
    sets = {action.meeting.learning_set_id for action in found}
    latest = (
        Summary.objects.filter(meeting__learning_set_id__in=sets)
        .values("meeting__learning_set_id")
        .annotate(latest=Max("drafted_at"))
    )
    last_met = {row["meeting__learning_set_id"]: row["latest"] for row in latest}
    return [
        action
        for action in found
        if action.is_open or action.status_at > last_met.get(action.meeting.learning_set_id, action.status_at)
    ]


def opened(actions: Iterable[Action], person: Person) -> tuple[StandingAction, ...]:
    """Actions that `person` may see, with everything that was told of them."""
    reader = Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW)
    by_id = {action.pk: action for action in actions}
    told: defaultdict[UUID, list[Telling]] = defaultdict(list)
    for update in ActionUpdate.objects.filter(action__in=by_id).order_by("at"):
        update.action = by_id[update.action_id]
        telling = Telling(update, update.open_did(reader), update.open_learned(reader))
        told[update.action_id].append(telling)
    return tuple(
        StandingAction(action, action.open_words(reader), tuple(told[action.pk])) for action in by_id.values()
    )


def was_there(memberships: Iterable[Membership], at: datetime) -> bool:
    return any(row.from_at <= at and (row.until_at is None or at < row.until_at) for row in memberships)
