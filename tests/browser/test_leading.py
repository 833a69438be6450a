"""The lead passes from one browser to another, and somebody looks on once all have said yes."""

from playwright.sync_api import expect

from setspace.core.process import commands as c
from setspace.people.changes import person_for
from setspace.programmes.models import Membership
from tests.browser.people import PHONE, House, Visitor
from tests.room.world import join

DRAFT = "What would you do if nobody minded?"


def is_leading(visitor: Visitor) -> None:
    visitor.page.locator("body[data-seat=lead][data-live]").wait_for()


def takes_part(visitor: Visitor) -> None:
    visitor.page.locator("body[data-seat=member][data-live]").wait_for()


def test_the_stand_in_takes_over_in_one_press_and_the_facilitator_takes_it_back(house: House) -> None:
    ade, mei, tom, _ = house.everybody()
    ade.page.get_by_text("Who leads", exact=True).click()
    ade.press("Tom stands in")
    expect(tom.region("leading")).to_contain_text("You stand in for Ade")
    ade.press("Start the session")
    ade.move_to("Open questions")
    tom.page.get_by_label("A question you’re holding").fill(DRAFT)
    ade.go("/")
    expect(mei.region("cue")).to_have_text("Ade has lost touch with the room. Carry on.")
    tom.press("Take over from Ade")
    is_leading(tom)
    expect(tom.page.get_by_label("A question you’re holding")).to_have_value(DRAFT)
    expect(mei.region("leading")).to_have_text("Tom leads now.")
    assert [mei.page.locator("body").get_attribute("data-seat"), tom.barriers(), tom.wrong] == [
        "member",
        [],
        [],
    ]
    ade.enter()
    ade.press("Take the lead back")
    takes_part(tom)


def test_a_set_that_facilitates_itself_passes_the_lead_on_for_a_turn(house: House) -> None:
    tuesday = house.tuesday
    Membership.objects.filter(person=tuesday.ade).update(until_at=tuesday.meeting.starts_at)
    ines = house.in_room(tuesday.ines, PHONE)
    ines.page.emulate_media(reduced_motion="reduce")
    tom = house.in_room(tuesday.tom)
    expect(tom.region("leading")).to_contain_text("It is Ines’s turn to lead today")
    ines.press("Lead today")
    is_leading(ines)
    ines.press("Start the session")
    ines.move_to("Order")
    expect(ines.region("leading")).to_contain_text("It is your turn next")
    assert (ines.sideways(), ines.barriers()) == (0, [])
    ines.press("Hand the lead to Tom")
    is_leading(tom)
    takes_part(ines)


def test_an_observer_comes_in_when_all_have_said_yes_and_goes_out_with_one_no(house: House) -> None:
    tuesday = house.tuesday
    person = person_for("nia@example.org", "Nia Hill")
    join(tuesday.learning_set, person, "observer")
    ade, mei, tom, ines = house.everybody()
    nia = house.in_room(person)
    expect(nia.region("observing")).to_contain_text("has not opened this session to you")
    for one in (mei, tom, ines):
        one.press("Yes, that is fine")
    nia.page.locator("body[data-seat=observer][data-live]").wait_for()
    expect(nia.region("people")).to_contain_text("Mei")
    expect(nia.page.locator("form")).to_have_count(0)
    assert nia.barriers() == []
    tuesday.ask(tuesday.tom, c.AgreeToObserver(str(person.pk), yes=False))
    nia.page.locator("body[data-seat=outside][data-live]").wait_for()
    expect(nia.page.get_by_text("Mei")).to_have_count(0)
    expect(ade.region("observing")).to_contain_text("Not today.")
    expect(mei.region("observing")).to_contain_text("Waiting for everybody’s yes.")
    assert (nia.barriers(), nia.wrong, nia.violations()) == ([], [], [])
