"""What somebody types is theirs: it lives through reloads, lost connections and everybody else's news."""

from playwright.sync_api import expect

from setspace.core.process.commands import OrderHolders, SendQuestion
from tests.browser.people import House, Visitor
from tests.room.world import Tuesday

HALF = "What would you want to hear, if"


def asking(house: House) -> tuple[Tuesday, Visitor]:
    """Tom, who may put questions to Mei."""
    tuesday = house.tuesday
    tuesday.ask(tuesday.ade, OrderHolders((str(tuesday.mei.pk),)))
    tuesday.started()
    tuesday.move_to("Open questions")
    return tuesday, house.in_room(tuesday.tom)


def test_typed_text_survives_a_reload(house: House) -> None:
    _, tom = asking(house)
    tom.page.locator("#compose-text").fill(HALF)
    tom.page.reload()

    expect(tom.page.locator("#compose-text")).to_have_value(HALF)


def test_somebody_else_on_the_same_computer_does_not_find_it(house: House) -> None:
    tuesday, tom = asking(house)
    tom.page.locator("#compose-text").fill(HALF)
    sam = house.visitor(tuesday.sam)
    tom.context.clear_cookies()
    tom.context.add_cookies(sam.context.cookies())  # type: ignore[arg-type]  # what comes out goes in
    tom.page.reload()
    tom.page.locator("body[data-live]").wait_for()

    assert HALF not in tom.page.evaluate("JSON.stringify({...sessionStorage})")


def test_news_leaves_the_text_the_caret_and_the_focus_alone(house: House) -> None:
    tuesday, tom = asking(house)
    field = tom.page.locator("#compose-text")
    field.fill(HALF)
    field.evaluate("(field) => field.setSelectionRange(5, 5)")
    others = [
        one for one in (tuesday.mei, tuesday.ines, tuesday.sam) if str(one.pk) != tuesday.known.state.holder
    ]
    asker = next(
        one for one in others if str(one.pk) != tom.page.locator("body").get_attribute("data-person")
    )
    tuesday.ask(asker, SendQuestion("Who do they already believe?"))

    expect(tom.region("asked")).to_contain_text("already believe")
    expect(field).to_have_value(HALF)
    expect(field).to_be_focused()
    assert field.evaluate("(field) => field.selectionStart") == 5


def test_a_lost_connection_loses_nothing_and_doubles_nothing(house: House) -> None:
    _, tom = asking(house)
    house.close_doors()
    expect(tom.page.locator("#lost")).to_have_text(
        "We’ve lost touch with the room. Carry on talking. We’ll catch up by ourselves."
    )
    tom.page.locator("#compose-text").fill(f"{HALF} you lived there?")
    tom.press("Put it to")
    expect(tom.page.locator("#compose-text")).to_have_value(f"{HALF} you lived there?")
    house.open_doors()

    expect(tom.region("asked")).to_contain_text("you lived there?", timeout=20_000)
    expect(tom.page.locator("#compose-text")).to_have_value("")
    expect(tom.page.locator("#lost")).to_be_hidden()
    assert tom.page.locator("#r-asked .asked > li").count() == 1


def test_a_refusal_stands_beside_the_form_and_the_text_stays(house: House) -> None:
    _, tom = asking(house)
    tom.page.locator("#compose-text").fill("   ")
    tom.press("Put it to")

    expect(tom.page.locator(".composer__form [data-refusal]")).to_contain_text("Write a few words first.")
    expect(tom.page.locator("#announcer")).to_contain_text("Write a few words first.")


def test_private_notes_are_kept_while_they_are_written(house: House) -> None:
    tuesday, tom = asking(house)
    tom.press("My notes")
    tom.page.locator("#notes").fill("I went quiet myself.")
    expect(tom.page.locator("[data-notes-said]")).to_have_text("Kept. Only you see them here.")
    tom.page.reload()
    tom.press("My notes")

    expect(tom.page.locator("#notes")).to_have_value("I went quiet myself.")
    assert "quiet myself" not in house.in_room(tuesday.ade).page.content()


def test_new_questions_wait_while_the_list_is_read(house: House) -> None:
    tuesday, tom = asking(house)
    tuesday.ask(tuesday.sam, SendQuestion("What do you dread?"))
    expect(tom.region("asked")).to_contain_text("What do you dread?")
    tom.page.locator("[data-newest]").hover()
    tuesday.ask(tuesday.sam, SendQuestion("Who is on your side?"))

    more = tom.page.get_by_role("button", name="1 new question")
    expect(more).to_be_visible()
    assert "on your side" not in tom.text("asked")
    more.click()
    expect(tom.region("asked")).to_contain_text("Who is on your side?")
