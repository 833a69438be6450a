"""Who has said that they can't come to this session is away in its room, until they say or do otherwise."""

from datetime import timedelta

from django.test import Client

from setspace.core.process import commands as c
from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes.changes import apologise, come
from setspace.room import rooms
from setspace.room.answers import Ack
from setspace.room.changes import enter, follow_meeting
from setspace.room.queries import away_today
from tests.room.world import Tuesday, new_meeting, signed_in

A_WHILE = timedelta(minutes=4)


def order(tuesday: Tuesday) -> list[str]:
    seats = {seat.person: seat.first_name for seat in tuesday.known.state.seats}
    return [seats[person] for person in tuesday.known.state.order]


def away(tuesday: Tuesday) -> list[str]:
    state = tuesday.known.state
    return [seat.first_name for seat in state.seats if state.is_away(seat.person)]


def room_page(browser: Client, tuesday: Tuesday) -> str:
    return browser.get(f"/sessions/{tuesday.room}/room/").content.decode()


def test_the_room_knows_who_is_away_and_who_holds_an_issue_instead(tuesday: Tuesday) -> None:
    apologise(tuesday.meeting, tuesday.mei, clock.now() - A_WHILE, tuesday.tom)
    apologise(tuesday.meeting, tuesday.ines, clock.now() - A_WHILE)
    page = room_page(signed_in(tuesday.ade), tuesday)
    assert "away today, Tom instead" in page
    assert "4 members in the set, 2 away today." in page
    tuesday.started()

    assert away(tuesday) == ["Ines", "Mei"]
    assert order(tuesday) == ["Tom", "Sam"]


def test_what_is_said_of_another_session_does_not_count(tuesday: Tuesday) -> None:
    apologise(new_meeting(tuesday.learning_set, clock.now() + timedelta(days=9), 2), tuesday.mei, clock.now())

    assert away(tuesday.opened()) == []


def test_somebody_who_comes_after_all_is_let_in_and_can_be_given_a_turn(tuesday: Tuesday) -> None:
    apologise(tuesday.meeting, tuesday.mei, clock.now() - A_WHILE)
    tuesday.started()
    enter(tuesday.meeting, tuesday.mei, clock.now())
    assert "Good that you have come" in room_page(signed_in(tuesday.mei), tuesday)
    assert isinstance(tuesday.ask(tuesday.ade, c.Return(str(tuesday.mei.pk))), Ack)

    assert (away(tuesday), order(tuesday)[-1]) == ([], "Mei")


def test_a_room_that_waits_hears_of_it_within_its_next_look(tuesday: Tuesday) -> None:
    tuesday.opened()

    def looked(*people: Person) -> None:
        roll = rooms.roll([], [tuesday.learning_set.pk], [tuesday.room])
        assert [one.person for one in roll.away[tuesday.room]] == sorted(str(one.pk) for one in people)
        follow_meeting(tuesday.meeting, clock.now())

    apologise(tuesday.meeting, tuesday.mei, clock.now())
    looked(tuesday.mei)
    assert away(tuesday) == ["Mei"]
    come(tuesday.meeting, tuesday.mei, clock.now())
    looked()
    assert away(tuesday) == []
    assert away_today([]) == {}
