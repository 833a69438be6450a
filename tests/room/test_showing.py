"""What an issue holder shows from their own sheet: sealed for the set while it is shown, then gone."""

import pytest
from django.db import connection
from django.urls import reverse

from setspace.core.preparing import Sheet, Wish
from setspace.core.process import commands as c
from setspace.core.process.formats import Artefact
from setspace.lib import clock
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.changes import write_sheet
from setspace.records.models import IssueSheet, ShownCopy
from setspace.room import log
from setspace.room.answers import Ack
from setspace.room.shelf import shelf
from tests.room.serving import Server, opened
from tests.room.world import Tuesday, signed_in

WORDS = "I keep being the one who stays late"
READER = Reader("a test", Purpose.ROOM)


@pytest.fixture
def telling(tuesday: Tuesday) -> Tuesday:
    """Mei has prepared her issue and tells it; Tom is next, and has prepared nothing."""
    sheet = Sheet({"happening": WORDS, "matters": ""}, frozenset({"mine"}), alive=5)
    write_sheet(tuesday.mei, tuesday.learning_set, sheet, clock.now())
    tuesday.opened()
    tuesday.ask(tuesday.ade, c.OrderHolders((str(tuesday.mei.pk), str(tuesday.tom.pk))))
    tuesday.started()
    tuesday.move_to("Tell")
    return tuesday


def room_page(tuesday: Tuesday, person: Person) -> str:
    page = signed_in(person).get(reverse("room:room", args=[tuesday.room]))
    assert page.status_code == 200
    return page.content.decode()


def test_the_issue_holder_alone_is_offered_to_show_what_they_prepared(telling: Tuesday) -> None:
    assert "Show what I prepared" in room_page(telling, telling.mei)
    assert "Show what I prepared" not in room_page(telling, telling.tom)
    assert "Show what I prepared" not in room_page(telling, telling.ade)


def test_whoever_has_prepared_nothing_is_offered_nothing_in_their_turn(telling: Tuesday) -> None:
    while telling.known.state.holder != str(telling.tom.pk):
        telling.next_stage()
    assert "What you show" not in room_page(telling, telling.tom)
    write_sheet(telling.tom, telling.learning_set, Sheet({"now": "It starts on Monday"}), clock.now())
    telling.next_stage()
    assert "Show what I prepared" in room_page(telling, telling.tom)


def test_the_set_sees_it_from_the_press_on_and_no_more_once_it_is_taken_back(telling: Tuesday) -> None:
    assert WORDS not in room_page(telling, telling.tom)
    assert isinstance(telling.ask(telling.mei, c.Show("sheet")), Ack)
    for person in (telling.tom, telling.ade, telling.mei):
        page = room_page(telling, person)
        assert WORDS in page
        assert "Why does it matter to you?" not in page  # nothing was written there
    telling.ask(telling.mei, c.TakeBack())
    assert WORDS not in room_page(telling, telling.tom)
    assert not ShownCopy.objects.exists()
    assert IssueSheet.objects.get().person == telling.mei


def test_everybody_who_listens_is_shown_it_at_once(telling: Tuesday, server: Server) -> None:
    with opened(server.port, telling, telling.tom) as tom:
        telling.ask(telling.mei, c.Show("sheet"))
        tom.hear_until(lambda: WORDS in tom.regions.get("shown", ""))
        telling.ask(telling.mei, c.TakeBack())
        tom.hear_until(lambda: tom.regions["shown"] == "")


def test_the_copy_is_gone_with_the_turn(telling: Tuesday) -> None:
    telling.ask(telling.mei, c.Show("sheet"))
    while telling.known.state.holder == str(telling.mei.pk):
        assert ShownCopy.objects.count() == 1
        telling.next_stage()
    assert not ShownCopy.objects.exists()
    assert WORDS not in room_page(telling, telling.tom)


def test_the_copy_is_the_sets_and_the_sheet_stays_its_owners(telling: Tuesday) -> None:
    telling.ask(telling.mei, c.Show("sheet"))
    copy, sheet = ShownCopy.objects.get(), IssueSheet.objects.get()
    assert copy.owner == telling.learning_set.owner
    assert WORDS in copy.open_content(READER)
    assert sheet.owner.kind == "person"
    assert sheet.owner.id == telling.mei.pk
    said = repr(log.history(telling.room, telling.learning_set.pk))
    assert "sheet" in said
    assert WORDS not in said


def test_what_is_changed_on_the_sheet_is_not_shown_before_it_is_shown_again(telling: Tuesday) -> None:
    telling.ask(telling.mei, c.Show("sheet"))
    write_sheet(telling.mei, telling.learning_set, Sheet({"happening": "Something else"}), clock.now())
    telling.next_stage()
    assert WORDS in room_page(telling, telling.tom)
    telling.ask(telling.mei, c.TakeBack())
    telling.ask(telling.mei, c.Show("sheet"))
    assert "Something else" in room_page(telling, telling.tom)


def test_what_was_written_is_shown_as_it_was_written(telling: Tuesday) -> None:
    write_sheet(telling.mei, telling.learning_set, Sheet({"happening": "<b>2 & 3</b>\nthen"}), clock.now())
    telling.ask(telling.mei, c.Show("sheet"))
    assert "&lt;b&gt;2 &amp; 3&lt;/b&gt;<br>then" in room_page(telling, telling.tom)


def test_a_server_that_starts_anew_shows_what_was_shown(telling: Tuesday) -> None:
    telling.ask(telling.mei, c.Show("sheet"))
    shelf.clear()
    assert WORDS in room_page(telling, telling.tom)


def test_a_kind_of_which_there_is_nothing_shows_nothing(telling: Tuesday) -> None:
    telling.ask(telling.mei, c.Show("map"))
    assert not ShownCopy.objects.exists()
    assert 'class="shown' not in room_page(telling, telling.tom)
    assert "Take it back" in room_page(telling, telling.mei)


def test_a_bid_begins_with_what_its_owner_prepared_and_nobody_else_sees_it(tuesday: Tuesday) -> None:
    Meeting.objects.filter(pk=tuesday.room).update(plan="ithrive-two-holders")
    tuesday.meeting = Meeting.objects.select_related("learning_set").get(pk=tuesday.room)
    write_sheet(tuesday.mei, tuesday.learning_set, Sheet({"issue": WORDS}, alive=4), clock.now())
    not_now = Sheet({"issue": "The other job"}, alive=5, wish=Wish.NOT_NOW)
    write_sheet(tuesday.tom, tuesday.learning_set, not_now, clock.now())
    tuesday.started()
    while not (step := tuesday.known.state.step) or Artefact.BIDS not in step.writes:
        tuesday.next_stage()
    mine = room_page(tuesday, tuesday.mei)
    assert f'value="{WORDS}"' in mine
    assert 'name="alive" value="4" checked' in mine
    assert "The other job" not in room_page(tuesday, tuesday.tom)
    for person in (tuesday.tom, tuesday.ade):
        assert WORDS not in room_page(tuesday, person)
    tuesday.ask(tuesday.mei, c.Bid("Another line", 2))
    assert WORDS not in room_page(tuesday, tuesday.mei)


def test_no_more_is_read_for_showing_than_at_a_new_stage(telling: Tuesday) -> None:
    known = telling.known
    with connection.execute_wrapper(_refused):
        assert log.with_beside(known) == known


def _refused(*_: object) -> None:
    raise AssertionError("The database was asked.")
