"""Writing for oneself: kept while it is typed, and a hint that only its writer sees."""

from playwright.sync_api import expect

from setspace.lib import clock
from setspace.records.changes.feedback import ask_for_feedback
from setspace.records.models import Reflection
from tests.browser.people import PHONE, House


def test_what_is_written_for_oneself_outlives_the_browser(house: House) -> None:
    tuesday = house.tuesday
    ask_for_feedback(tuesday.mei, [tuesday.tom], tuesday.meeting, "", clock.now())
    tom = house.visitor(tuesday.tom, PHONE)
    tom.go("/reflections/")
    tom.page.get_by_label("What stays with you?").fill("I was")
    expect(tom.page.locator("[data-saved]")).to_contain_text("for you alone")
    tom.page.get_by_label("What stays with you?").fill("I was planning while she spoke.")
    tom.go("/reflections/feedback/")  # away, before the pause after typing is over
    tom.page.get_by_role("link", name="Write").click()
    tom.page.get_by_label("What I noticed").fill("You always interrupt me.")
    expect(tom.page.locator('[data-hint-for="noticed"]')).to_contain_text("“always”")
    tom.go("/reflections/")
    expect(tom.page.locator("main")).to_contain_text("I was planning while she spoke.")

    assert Reflection.objects.count() == 1
    assert tom.wrong == []
