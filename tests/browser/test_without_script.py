"""Without script the same forms post, the page loads again, and a refusal keeps what was typed."""

from playwright.sync_api import expect

from tests.browser.people import House, Visitor


def plain(house: House, name: str, where: str = "room") -> Visitor:
    visitor = house.visitor(getattr(house.tuesday, name), java_script_enabled=False)
    visitor.go(f"/sessions/{house.tuesday.room}/{where}/")
    return visitor


def test_a_session_is_begun_and_joined_without_script(house: House) -> None:
    ade, mei = plain(house, "ade"), plain(house, "mei")
    ade.press("Start the session")
    expect(ade.page.locator("#phase-h")).to_contain_text("Check-in, until")
    mei.page.reload()
    mei.page.get_by_label("A word or two, if you like").fill("Drizzle")
    mei.press("Check in")
    ade.page.reload()

    expect(ade.region("round")).to_contain_text("Drizzle")


def test_a_refused_form_comes_back_with_its_words_beside_it(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Open questions")
    holder = tuesday.known.state.holder
    name = "tom" if str(tuesday.tom.pk) != holder else "ines"
    tom = plain(house, name, "companion")
    tom.page.locator("#compose-text").fill("   ")
    tom.press("Put it to")

    expect(tom.page.locator(".composer__form")).to_contain_text("Write a few words first.")


def test_a_note_is_kept_without_script(house: House) -> None:
    ade = plain(house, "ade")
    ade.page.locator("#notes").fill("Leave room.")
    ade.press("Save")

    expect(ade.page.locator("#notes")).to_have_value("Leave room.")
