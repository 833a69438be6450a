"""The next session on one page, for whoever facilitates it: nothing that they could not see already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from setspace.core.process import ledger
from setspace.core.process.formats import BlockKind
from setspace.people.models import Person
from setspace.programmes.models import Meeting, Poll
from setspace.programmes.queries import (
    Risk,
    SetCard,
    WhoComes,
    comings_of,
    current_rules,
    members_of,
    risks_of,
)
from setspace.programmes.queries.polls import open_polls
from setspace.records.queries.actions import MemberActions, member_actions
from setspace.records.queries.airtime import accounts_of


@dataclass(frozen=True, slots=True)
class Brief:
    """``holders`` have a turn as the ledger has it, ``later`` come after them; none where there are bids."""

    meeting: Meeting
    comes: WhoComes
    risk: Risk
    holders: Sequence[Person]
    later: Sequence[Person]
    has_bids: bool
    actions: Sequence[MemberActions]
    not_agreed: Sequence[str]  # first names of those who have not accepted the ground rules
    poll: Poll | None


@dataclass(frozen=True, slots=True)
class LedSet:
    """A set in the list of those that somebody looks after."""

    card: SetCard
    risk: Risk
    poll: Poll | None


def brief_of(meeting: Meeting, person: Person, now: datetime) -> Brief:
    """Callers have shown that the person leads the set."""
    learning_set = meeting.learning_set
    members = members_of(learning_set)
    comes = comings_of([meeting], members)[meeting.pk]
    order = _order(meeting, comes)
    n_turns = meeting.course.plan.turns
    return Brief(
        meeting,
        comes,
        risks_of([learning_set], now)[learning_set.pk],
        order[:n_turns],
        order[n_turns:],
        any(block.kind is BlockKind.BIDDING for block in meeting.course.plan.blocks),
        member_actions(learning_set, person),
        _not_agreed(meeting, [one.person for one in members]),
        open_polls([meeting]).get(meeting.pk),
    )


def led_sets(cards: Sequence[SetCard], now: datetime) -> tuple[LedSet, ...]:
    """Those of somebody’s sets that they look after, in the same number of reads for one or for many."""
    led = [card for card in cards if card.leads]
    if not led:
        return ()
    risks = risks_of([card.learning_set for card in led], now)
    polls = open_polls([card.next_meeting for card in led if card.next_meeting])
    return tuple(
        LedSet(
            card,
            risks[card.learning_set.pk],
            polls.get(card.next_meeting.pk) if card.next_meeting else None,
        )
        for card in led
    )


def _order(meeting: Meeting, comes: WhoComes) -> list[Person]:
    """Members in the order in which turns are fair, as the room will have it, without those who are away."""
    people = {str(one.person.pk): one.person for one in comes.places if not one.membership.is_facilitator}
    away = {str(one.person.pk): str(one.instead.pk) if one.instead else "" for one in comes.away}
    order = ledger.next_order(accounts_of(meeting.learning_set), list(people))
    return [people[person] for person in ledger.order_without(order, away)]


def _not_agreed(meeting: Meeting, people: Sequence[Person]) -> list[str]:
    version = current_rules(meeting.learning_set)
    if version is None:
        return []
    agreed = set(version.assents.values_list("person_id", flat=True))
    return [person.first_name for person in people if person.pk not in agreed]
