"""The life of a room: opened, its seats taken, closed, and what is left of it."""

from datetime import timedelta
from uuid import uuid4

from setspace.core.process import commands as c
from setspace.core.process.state import Phase
from setspace.lib import clock, vault
from setspace.people.models import Letter
from setspace.records.models import Action, Summary
from setspace.room.answers import Ack
from setspace.room.changes import close_forgotten, enter, follow_meeting, open_room
from setspace.room.models import Room, RoomEvent
from setspace.room.queries import to_ms
from setspace.room.shelf import shelf
from tests.room.world import Tuesday, join


def events_of(tuesday: Tuesday) -> list[str]:
    return list(RoomEvent.objects.filter(room=tuesday.room).order_by("number").values_list("kind", flat=True))


def test_a_room_is_opened_once_with_everybody_in_their_seat(tuesday: Tuesday) -> None:
    open_room(tuesday.meeting, clock.now())
    open_room(tuesday.meeting, clock.now())

    assert events_of(tuesday) == ["room_opened"]
    assert [seat.first_name for seat in tuesday.known.state.seats] == ["Ade", "Ines", "Mei", "Sam", "Tom"]
    assert tuesday.known.state.setup.starts_at == to_ms(tuesday.meeting.starts_at)


def test_the_log_holds_no_words_that_anybody_can_read(tuesday: Tuesday) -> None:
    tuesday.started()
    tuesday.ask(tuesday.mei, c.CheckIn("canary of the check-in"))

    bodies = RoomEvent.objects.filter(room=tuesday.room).values_list("body_sealed", flat=True)

    assert not any(b"canary" in bytes(body) or b"Mei" in bytes(body) for body in bodies)


def test_a_kept_question_is_gone_with_its_owners_key_and_the_room_goes_on(tuesday: Tuesday) -> None:
    tuesday.started()
    tuesday.move_to("Open questions")
    state = tuesday.known.state
    member = next(one for one in (tuesday.mei, tuesday.tom) if str(one.pk) != state.holder)
    assert isinstance(tuesday.ask(member, c.KeepQuestion("What would it cost you to say no?")), Ack)
    assert tuesday.known.state.held[str(member.pk)]

    vault.shred(vault.Owner.of_person(member.pk))
    shelf.clear()

    assert not tuesday.known.state.held.get(str(member.pk))
    assert isinstance(tuesday.next_stage(), Ack)


def test_a_room_that_waits_follows_its_meeting_to_another_time_and_plan(tuesday: Tuesday) -> None:
    tuesday.opened()
    tuesday.meeting.plan = "ithrive-two-holders"
    tuesday.meeting.save()

    enter(tuesday.meeting, tuesday.mei, clock.now())

    assert tuesday.known.state.plan.key == "ithrive-two-holders"
    assert events_of(tuesday) == ["room_opened", "room_prepared", "arrived"]


def test_seats_follow_the_set(tuesday: Tuesday) -> None:
    tuesday.opened()
    tuesday.remove(tuesday.sam)
    join(tuesday.learning_set, tuesday.charlie)

    follow_meeting(tuesday.meeting, clock.now())

    names = {seat.first_name for seat in tuesday.known.state.seats}
    assert names == {"Ade", "Mei", "Tom", "Ines", "Charlie"}


def test_coming_in_opens_the_room_and_counts_as_arrived_once(tuesday: Tuesday) -> None:
    enter(tuesday.meeting, tuesday.mei, clock.now())
    enter(tuesday.meeting, tuesday.mei, clock.now())

    assert events_of(tuesday) == ["room_opened", "arrived"]


def test_closing_keeps_what_was_noted(tuesday: Tuesday) -> None:
    tuesday.started()
    tuesday.move_to("Actions")
    holder = tuesday.known.state.holder
    key = uuid4()
    assert isinstance(tuesday.ask(holder, c.NoteAction("Write the letter", "Friday"), key), Ack)
    assert isinstance(tuesday.ask(tuesday.ade, c.End()), Ack)

    assert isinstance(tuesday.ask(tuesday.ade, c.Close()), Ack)

    assert Room.objects.get(pk=tuesday.room).closed_at is not None
    assert Summary.objects.filter(meeting=tuesday.meeting).exists()
    kept = Action.objects.get(meeting=tuesday.meeting)
    assert str(kept.person_id) == holder
    assert kept.pk != key  # nobody can take the name of an action of another room
    assert tuesday.known.state.phase is Phase.CLOSED


def test_a_forgotten_room_closes_two_hours_after_the_planned_end_and_reminds(tuesday: Tuesday) -> None:
    tuesday.started()
    end = Room.objects.get(pk=tuesday.room).closes_by

    assert close_forgotten(end - timedelta(seconds=1)) == 0
    assert close_forgotten(end) == 1
    assert close_forgotten(end + timedelta(hours=1)) == 0

    assert tuesday.known.state.phase is Phase.CLOSED
    letter = Letter.objects.get(purpose="room_closed")
    assert letter.person == tuesday.ade
    assert Summary.objects.filter(meeting=tuesday.meeting).exists()


def test_a_session_that_was_put_off_keeps_its_room(tuesday: Tuesday) -> None:
    tuesday.opened()
    end = Room.objects.get(pk=tuesday.room).closes_by
    tuesday.meeting.on += timedelta(days=7)
    tuesday.meeting.save()

    assert close_forgotten(end + timedelta(minutes=1)) == 0

    assert Room.objects.get(pk=tuesday.room).closes_by == end + timedelta(days=7)
    assert tuesday.known.state.phase is Phase.WAITING


def test_a_room_that_nobody_started_closes_without_a_summary(tuesday: Tuesday) -> None:
    tuesday.opened()

    assert close_forgotten(Room.objects.get(pk=tuesday.room).closes_by) == 1

    assert not Summary.objects.exists()
    assert not Letter.objects.filter(purpose="room_closed").exists()
