"""A facilitator makes a format of their own: by keyboard alone, without script, on a phone."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from setspace.lib import clock
from setspace.programmes.models import Meeting, OwnFormat
from tests.browser.people import DESK, PHONE, House, Visitor
from tests.browser.test_keyboard import MOST_STOPS, use
from tests.browser.test_reading import look

FOCUSED_ID = "document.activeElement.id"


def tab_to_field(visitor: Visitor, name: str, key: str = "Tab") -> None:
    for _ in range(MOST_STOPS):
        visitor.page.keyboard.press(key)
        if visitor.page.evaluate(FOCUSED_ID) == name:
            return
    raise AssertionError(f"The keyboard never came to the field {name}")


def fill(visitor: Visitor, name: str, words: str, key: str = "Tab") -> None:
    """Go to a field and write over what stands there."""
    tab_to_field(visitor, name, key)
    visitor.page.keyboard.press("ControlOrMeta+a")
    visitor.page.keyboard.type(words)


def use_for_a_session(visitor: Visitor, address: str, plan: str) -> None:
    day = (clock.now() + timedelta(days=30)).date()
    visitor.go(address)
    tab_to_field(visitor, "id_on")
    visitor.page.keyboard.type(f"{day:%m%d%Y}")
    tab_to_field(visitor, "id_plan")
    visitor.page.keyboard.type(plan)
    use(visitor, "Add the date")
    expect(visitor.page.locator(".said")).to_contain_text("Your set has been told")


def test_a_plan_is_copied_changed_mended_and_used_with_the_keyboard_alone(house: House) -> None:
    ade = house.visitor(house.tuesday.ade)
    ade.go("/formats/tpas-introduction/")
    use(ade, "Copy and change")
    standing = ade.page.locator("#standing")
    expect(standing).to_have_text("It adds up")
    fill(ade, "id_part-0-1-minutes", "25")
    expect(standing).to_have_text("One thing does not add up yet")
    expect(ade.page.locator("#said-whole")).to_contain_text("take 135 minutes, but it says 120.")
    expect(ade.page.locator("#sums")).to_contain_text("15 too many")
    expect(ade.page.locator("#times-0-2")).to_contain_text("30 to 45 min")
    expect(ade.page.locator("#id_part-0-1-minutes")).to_be_focused()
    fill(ade, "id_minutes", "135", "Shift+Tab")
    fill(ade, "id_title", "A longer beginning", "Shift+Tab")
    expect(standing).to_have_text("It adds up")
    ade.page.keyboard.press("Enter")
    expect(ade.page.get_by_role("heading", level=1)).to_have_text("A longer beginning")
    use_for_a_session(ade, f"/sets/{house.tuesday.learning_set.pk}/sessions/", "A longer")

    assert Meeting.objects.get(plan=OwnFormat.objects.get(kind="plan").key).minutes == 135


def test_a_round_is_put_in_another_order_and_kept_as_a_draft_without_script(house: House) -> None:
    ade = house.visitor(house.tuesday.ade, PHONE, java_script_enabled=False)
    ade.go("/formats/tpas-40/")
    ade.press("Copy and change")
    ade.press("Move Facts only up")
    titles = ade.page.locator('[name$="-title"]')
    expect(titles.nth(0)).to_have_value("Facts only")
    ade.press("Take Quiet out")
    ade.press("Add a stage")
    expect(titles).to_have_count(8)
    titles.nth(7).fill("Thanks")
    ade.page.get_by_role("button", name="Save", exact=True).last.click()
    expect(ade.page.locator(".said")).to_contain_text("Saved as a draft")
    expect(ade.page.locator("#problems")).to_contain_text("take 44 minutes, but it says 40.")
    own = OwnFormat.objects.get()

    assert [part in own.body for part in ("Thanks", "stage-1", "Quiet")] == [True, True, False]


@pytest.mark.slow
def test_the_pages_of_formats_can_be_read_by_everybody(house: House) -> None:
    ade = house.visitor(house.tuesday.ade, reduced_motion="reduce")
    found = []
    for key in ("tpas-40", "tpas-session"):
        ade.go(f"/formats/{key}/")
        found += look([ade], DESK, "light")
        ade.press("Copy and change")
        ade.page.locator("#id_part-0-0-minutes").fill("99")
        ade.page.locator("#part-0-0 summary").click()
        expect(ade.page.locator("#standing")).not_to_have_text("It adds up")
        found += look([ade], DESK, "light") + look([ade], PHONE, "dark")
        ade.page.get_by_role("button", name="Save", exact=True).last.click()
        ade.go(f"/formats/{OwnFormat.objects.latest('made_at').key}/")
        found += look([ade], PHONE, "light") + look([ade], DESK, "dark")
    ade.go("/formats/")
    found += look([ade], PHONE, "dark") + look([ade], DESK, "light")

    assert found == []
    assert ade.violations() == []
    assert ade.wrong == []
