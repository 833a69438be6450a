"""What a round says of itself, on all screens: turned away, quiet, offers, and a room that moves on."""

import pytest
from playwright.sync_api import expect

from setspace.core.process import commands as c
from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.room.changes import follow_meeting
from tests.browser.people import DESK, NARROW, PHONE, House
from tests.browser.test_reading import look
from tests.room.world import Tuesday

ALL_SIZES = [(DESK, "light"), (DESK, "dark"), (PHONE, "dark"), (NARROW, "light"), (NARROW, "dark")]


def planned(tuesday: Tuesday, plan: str) -> Tuesday:
    """The session of that evening follows another plan."""
    Meeting.objects.filter(pk=tuesday.meeting.pk).update(plan=plan)
    tuesday.meeting = Meeting.objects.select_related("learning_set").get(pk=tuesday.meeting.pk)
    follow_meeting(tuesday.meeting, clock.now())
    return tuesday


@pytest.fixture
def three(house: House) -> Tuesday:
    """Ten minutes each for three people."""
    house.tuesday.remove(house.tuesday.sam)
    return planned(house.tuesday, "troika-session").started()


def holder_and_another(tuesday: Tuesday) -> tuple[Person, Person]:
    members = [tuesday.mei, tuesday.tom, tuesday.ines]
    held = tuesday.known.state.holder
    return (
        next(one for one in members if str(one.pk) == held),
        next(one for one in members if str(one.pk) != held),
    )


def test_whoever_has_turned_away_sees_a_calm_screen_and_the_others_do_not(
    house: House, three: Tuesday
) -> None:
    mei, tom = holder_and_another(three)
    three.move_to("Clarify")
    three.ask(tom, c.SendQuestion("Since when?"))
    pages = [house.in_room(mei), house.in_room(tom)]
    expect(pages[0].region("asked")).to_contain_text("Since when?")

    three.move_to("Talk, turned away")

    away, other = pages
    expect(away.region("still")).to_contain_text("Turn away for a while")
    expect(away.region("still")).to_contain_text("The room calls you back by itself.")
    expect(away.region("asked")).to_be_empty()
    expect(away.page.locator(".gallery")).not_to_be_visible()
    expect(other.page.locator(".gallery")).to_be_visible()
    expect(other.region("cue")).to_contain_text("has turned away")
    expect(other.region("manner")).to_contain_text("are welcome")
    for size, theme in ALL_SIZES:
        assert look(pages, size, theme) == []
    three.move_to("What was valuable")
    expect(away.region("still")).to_be_empty()
    expect(away.page.locator(".gallery")).to_be_visible()


def test_in_the_quiet_nothing_is_asked_of_anybody(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Open questions")
    held = Person.objects.get(pk=tuesday.known.state.holder)
    tom = next(one for one in (tuesday.tom, tuesday.ines) if one.pk != held.pk)
    pages = [house.in_room(tom), house.in_room(held)]
    expect(pages[0].page.locator("#asking")).to_be_visible()
    tuesday.move_to("Quiet")
    for page in pages:
        expect(page.region("still")).to_contain_text("Quiet")
        expect(page.page.locator("#rail form, #rail summary")).to_have_count(0)
    for size, theme in ALL_SIZES:
        assert look(pages, size, theme) == []


def test_the_issue_holder_asks_for_offers_and_takes_it_back(house: House) -> None:
    tuesday = planned(house.tuesday, "ithrive-two-holders")
    order = (str(tuesday.mei.pk), str(tuesday.tom.pk))
    tuesday.ask(tuesday.ade, c.OrderHolders(order))
    tuesday.started().move_to("Open questions")
    mei, ade = house.in_room(tuesday.mei), house.in_room(tuesday.ade)
    mei.press("Ask for the resources round")
    expect(ade.region("resources")).to_contain_text("Mei asked for it.")
    assert tuesday.known.state.requested
    mei.press("Rather without it")
    expect(ade.region("resources")).to_be_empty()
    assert tuesday.known.state.requested == ()
    ade.page.get_by_text("Cues", exact=True).click()
    expect(ade.region("cues")).to_contain_text("Is that a question, or a suggestion in a coat?")
    for size, theme in ALL_SIZES:
        assert look([mei, ade], size, theme) == []


def test_everybody_reads_that_the_room_moves_on_and_that_a_held_clock_waits(house: House) -> None:
    tuesday = house.tuesday
    tuesday.remove(tuesday.sam)
    planned(tuesday, "troika-session")
    tuesday.ask(tuesday.ade, c.Start())
    mei = house.in_room(holder_and_another(tuesday)[0])
    expect(mei.region("manner")).to_contain_text("The room moves on by itself.")
    tuesday.ask(tuesday.ade, c.Pause())
    expect(mei.region("manner")).not_to_contain_text("The room moves on by itself.")
    tuesday.ask(tuesday.ade, c.GoOn())
    expect(mei.region("manner")).to_contain_text("The room moves on by itself.")
