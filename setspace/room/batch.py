"""One transaction for everything that waits, of all rooms: decided, written, committed, then answered."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

from django.db import connection, transaction

from setspace.core.process.commands import THE_ROOM
from setspace.core.process.outcome import Outcome, outcome
from setspace.core.process.review import timing_review
from setspace.lib import clock
from setspace.people.access import people_of_sessions
from setspace.programmes.models import Meeting, Membership
from setspace.programmes.queries import counted_in
from setspace.records.changes import keep_counts, keep_session, keep_timing
from setspace.room import log, nudges, showing
from setspace.room.access import GRACE
from setspace.room.answers import NO_ROOM, NOT_IN_SET, SIGNED_OUT, Answer, Ask, Refusal
from setspace.room.coach.counting import counts_of
from setspace.room.draft import Draft, drafted
from setspace.room.log import Known
from setspace.room.mails import put_room_closed
from setspace.room.models import Room, RoomEvent
from setspace.room.shelf import shelf

EVENTS_AT_ONCE = 500
PRIMARY_KEY = Room._meta.pk
MOVE_ON = "UPDATE room_room SET number = %s WHERE meeting_id = %s AND number = %s"


@dataclass(frozen=True, slots=True)
class Settled:
    """What a batch came to: an answer for each ask, and the rooms that moved on."""

    answers: Sequence[tuple[Ask, Answer]]
    moved: Sequence[Known]


@dataclass(frozen=True, slots=True)
class Head:
    room: UUID
    number: int
    learning_set: UUID


@dataclass(frozen=True, slots=True)
class Rights:
    """Who belongs to which set, and who is signed in, at this very moment."""

    memberships: Collection[tuple[UUID, str]]
    sessions: dict[str, str]

    def refusal(self, ask: Ask, learning_set: UUID) -> Refusal | None:
        by = ask.call.by
        if by == THE_ROOM:
            return None
        if ask.session and self.sessions.get(ask.session) != by:
            return SIGNED_OUT
        return None if (learning_set, by) in self.memberships else NOT_IN_SET


def commit(asks: Sequence[Ask]) -> Settled:
    """Decide and write down. When this returns, it is on the disk; when it raises, nothing is."""
    by_room: defaultdict[UUID, list[Ask]] = defaultdict(list)
    for ask in asks:
        by_room[ask.room].append(ask)
    with transaction.atomic():
        heads = _heads(by_room)
        rights = _rights(asks, heads.values())
        # In one order everywhere, so that two processes never wait for each other.
        drafts = [_settled(heads[room], by_room[room], rights) for room in sorted(heads)]
        rows = [row for draft in drafts for row in draft.rows]
        RoomEvent.objects.bulk_create(rows, batch_size=EVENTS_AT_ONCE)
        for draft in drafts:
            _follow(draft)
        moved = [log.with_beside(draft.after) for draft in drafts if draft.rows]
        messages = [nudges.moved(known.room, known.number) for known in moved]
        nudges.notify(messages)
    nudges.publish(messages)
    for known in moved:
        shelf.put(known)
    missing = [(ask, NO_ROOM) for room, waiting in by_room.items() if room not in heads for ask in waiting]
    return Settled([*(answer for draft in drafts for answer in draft.answers), *missing], moved)


def _heads(rooms: Collection[UUID]) -> dict[UUID, Head]:
    found = Room.objects.filter(pk__in=rooms).values_list("pk", "number", "meeting__learning_set_id")
    return {room: Head(room, number, learning_set) for room, number, learning_set in found}


def _rights(asks: Sequence[Ask], heads: Collection[Head]) -> Rights:
    people = {UUID(ask.call.by) for ask in asks if ask.call.by != THE_ROOM}
    sets = {head.learning_set for head in heads}
    current = Membership.objects.filter(learning_set_id__in=sets, person_id__in=people, until_at=None)
    sessions = {ask.session for ask in asks if ask.session}
    signed_in = people_of_sessions(sessions, clock.wall()) if sessions else {}
    pairs = current.values_list("learning_set_id", "person_id")
    return Rights(
        {(learning_set, str(person)) for learning_set, person in pairs},
        {key: str(person.pk) for key, person in signed_in.items()},
    )


def _settled(head: Head, asks: Sequence[Ask], rights: Rights) -> Draft:
    """Decide on the newest state, and move the head on from there. A loser reads on and decides again."""
    known = _known(head)
    judged = [(ask, rights.refusal(ask, head.learning_set)) for ask in asks]
    while True:
        draft = drafted(known, judged)
        if not draft.rows or _moved_on(known, draft):
            return draft
        known = log.read_on(known)


def _known(head: Head) -> Known:
    known = shelf.get(head.room)
    if known is None:
        return shelf.put(log.read(head.room, head.learning_set))
    return known if known.number == head.number else log.read_on(known)


def _moved_on(known: Known, draft: Draft) -> bool:
    """Compare and set, in plain SQL: it is done once for every room of every batch."""
    room = PRIMARY_KEY.get_db_prep_value(known.room, connection)
    with connection.cursor() as cursor:
        cursor.execute(MOVE_ON, [draft.number, room, known.number])
        return bool(cursor.rowcount == 1)


def _follow(draft: Draft) -> None:
    """What the start, the end, and what is shown bring with them, in the same transaction."""
    showing.follow(draft.known.room, draft.known.state, draft.state)
    room = Room.objects.filter(pk=draft.known.room)
    if draft.started is not None:
        room.update(closes_by=_moment(draft.started.planned_end) + GRACE)
    if draft.closed is None:
        return
    at = _moment(draft.closed.at)
    room.update(closed_at=at)
    if draft.state.started_at is None:
        return
    meeting = Meeting.objects.select_related("learning_set").get(pk=draft.known.room)
    keep_session(meeting, own_keys(draft.known.room, outcome(draft.state, draft.closed.at)), at)
    led = [UUID(person) for person in draft.state.has_led]
    keep_timing(meeting, led, timing_review(draft.state, draft.closed.at), at)
    keep_counts(meeting, counts_of(draft.state, counted_in(meeting.learning_set)), at)
    if draft.closed.by == THE_ROOM:
        put_room_closed(meeting)


def own_keys(room: UUID, left: Outcome) -> Outcome:
    """Actions are named by whoever notes them. The record keeps them under names that no other room has."""
    parts = [
        replace(part, actions=tuple(replace(one, key=str(uuid5(room, one.key))) for one in part.actions))
        for part in left.parts
    ]
    return replace(left, parts=tuple(parts))


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
