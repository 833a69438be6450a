"""The record of one set, as one of its people sees it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from setspace.people.models import Person
from setspace.programmes.models import LearningSet
from setspace.records.access import is_reader
from setspace.records.models import Summary
from setspace.records.queries.actions import MemberActions, member_actions
from setspace.records.queries.timing import timed_sessions


@dataclass(frozen=True, slots=True)
class SetRecord:
    summaries: tuple[Summary, ...]
    actions: tuple[MemberActions, ...]
    timed: frozenset[UUID]  # the sessions whose timing the person may look back on


def set_record(learning_set: LearningSet, person: Person) -> SetRecord:
    """Past summaries, newest first, and open actions, as far as `person` was there."""
    return SetRecord(
        readable_summaries(learning_set, person),
        member_actions(learning_set, person),
        timed_sessions(person, learning_set.pk),
    )


def readable_summaries(learning_set: LearningSet, person: Person) -> tuple[Summary, ...]:
    mine = list(learning_set.memberships.filter(person=person))
    found = Summary.objects.filter(meeting__learning_set=learning_set).select_related("meeting__learning_set")
    return tuple(summary for summary in found.order_by("-drafted_at") if is_reader(summary, mine, None))
