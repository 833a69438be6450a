"""Preparing an issue and bringing it to the screens, with the hand of somebody whose mouse shakes."""

from playwright.sync_api import expect

from setspace.core.preparing import Sheet
from setspace.core.process import commands as c
from setspace.lib import clock
from setspace.records.changes import write_sheet
from setspace.records.models import IssueSheet
from tests.browser.people import PHONE, House
from tests.browser.test_doubled_presses import press_twice

WORDS = "I keep being the one who stays late."


def test_what_was_prepared_comes_onto_all_screens_by_one_press_and_goes_by_one(house: House) -> None:
    tuesday = house.tuesday
    write_sheet(tuesday.mei, tuesday.learning_set, Sheet({"issue": WORDS}), clock.now())
    tuesday.ask(tuesday.ade, c.OrderHolders((str(tuesday.mei.pk),)))
    tuesday.started().move_to("Tell")
    mei, tom = house.in_room(tuesday.mei, PHONE), house.in_room(tuesday.tom)
    expect(tom.region("shown")).to_be_empty()
    press = mei.page.get_by_role("button", name="Show what I prepared")
    back = mei.page.get_by_role("button", name="Take it back")
    assert press_twice(mei, tuesday.mei, press, back) == ["shown_to_set"]
    expect(tom.region("shown")).to_contain_text(WORDS)
    assert tom.violations() == []
    assert tom.barriers() + mei.barriers() == []
    mei.look_elsewhere()
    assert press_twice(mei, tuesday.mei, back, press) == ["taken_back"]
    expect(tom.region("shown")).to_be_empty()


def test_what_is_typed_is_kept_and_hinted_at_while_it_is_typed(house: House) -> None:
    tuesday = house.tuesday
    mei = house.visitor(tuesday.mei)
    mei.go(f"/sets/{tuesday.learning_set.pk}/preparation/")
    field = mei.page.get_by_label("What is happening?")
    field.press_sequentially(f"I rang {tuesday.tom.name}.", delay=5)
    hint = mei.page.locator(".hinted")
    expect(hint).to_contain_text(f"“{tuesday.tom.name}” is somebody’s full name.")
    expect(mei.page.locator("[data-saved]")).to_have_text("Kept. Only you see it.")
    assert IssueSheet.objects.get().person == tuesday.mei
    assert mei.violations() == []
    field.fill("I rang a colleague.")
    expect(hint).to_have_count(0)
