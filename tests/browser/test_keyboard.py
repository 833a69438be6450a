"""Everything can be done with the keys of a keyboard, and nothing ever takes the focus away."""

from playwright.sync_api import expect

from setspace.core.process.commands import NextStage
from tests.browser.people import House, Visitor

FOCUSED = "document.activeElement.tabIndex < 0 ? '' : document.activeElement.innerText"
MOST_STOPS = 80


def tab_to(visitor: Visitor, words: str) -> None:
    """Press Tab until what has the focus says these words."""
    for _ in range(MOST_STOPS):
        visitor.page.keyboard.press("Tab")
        if words in visitor.page.evaluate(FOCUSED):
            return
    raise AssertionError(f"The keyboard never came to: {words}")


def use(visitor: Visitor, words: str) -> None:
    tab_to(visitor, words)
    visitor.page.keyboard.press("Enter")


def test_a_whole_session_is_held_with_the_keyboard_alone(house: House) -> None:
    ade = house.in_room(house.tuesday.ade)
    use(ade, "Start the session")
    shown = ade.page.locator("#phase-h")
    expect(shown).to_contain_text("Check-in")
    use(ade, "Keys off")
    keys = ade.page.keyboard
    keys.press("+")
    expect(ade.page.locator("set-timer")).to_have_attribute("data-length", str(9 * 60_000))
    last = len(house.tuesday.known.state.steps)
    keys.press("n")
    expect(ade.page.locator("set-timer")).to_have_attribute("data-visit", "2")
    tab_to(ade, "Move to")
    for number in range(3, last + 1):
        keys.press("Enter")
        expect(ade.page.locator("set-timer")).to_have_attribute("data-visit", str(number))
    keys.press("n")
    keys.press("Tab")
    keys.press("Enter")
    expect(shown).to_have_text("The session has ended")
    use(ade, "Close the room")

    expect(shown).to_have_text("The room is closed")


def test_keys_pressed_twice_or_held_move_one_stage_on(house: House) -> None:
    house.tuesday.started()
    ade = house.in_room(house.tuesday.ade)
    ade.press("Keys off")
    for _ in range(3):
        ade.page.keyboard.press("n")
        ade.page.wait_for_timeout(250)
    expect(ade.page.locator("set-timer")).to_have_attribute("data-visit", "2")

    assert len(house.tuesday.known.state.visits) == 2


def test_keys_are_off_at_first_and_silent_while_somebody_types(house: House) -> None:
    house.tuesday.started()
    ade = house.in_room(house.tuesday.ade)
    ade.page.keyboard.press("n")
    ade.press("Keys off")
    ade.page.keyboard.press("/")
    expect(ade.page.locator("#notes")).to_be_focused()
    ade.page.keyboard.type("n + b")
    expect(ade.page.locator("#notes")).to_have_value("n + b")

    assert len(house.tuesday.known.state.visits) == 1


def test_a_member_checks_in_asks_and_keeps_a_question_with_the_keyboard(house: House) -> None:
    tuesday = house.tuesday.started()
    holder = tuesday.known.state.holder_of(0)
    asker = next(one for one in (tuesday.tom, tuesday.ines) if str(one.pk) != holder)
    tom = house.in_room(asker)
    tab_to(tom, "Skip to questions")
    tom.page.keyboard.press("Enter")
    tom.page.keyboard.press("Tab")
    tom.page.keyboard.type("Drizzle")
    tom.page.keyboard.press("Enter")
    expect(tom.region("round")).to_contain_text("Drizzle")
    tuesday.move_to("Open questions")
    use(tom, "I’d like to ask")

    expect(tom.region("queue")).to_contain_text("You")


def test_nothing_takes_the_focus_when_the_session_moves_on(house: House) -> None:
    tuesday = house.tuesday.started()
    ade = house.in_room(tuesday.ade)
    mei = house.in_room(tuesday.mei)
    mei.page.get_by_role("button", name="My notes").focus()
    ade.page.locator("[data-key=n]").focus()
    tuesday.ask(tuesday.ade, NextStage(1))

    for one in (ade, mei):
        expect(one.page.locator("#phase-h")).to_contain_text("Action updates")
    expect(mei.page.get_by_role("button", name="My notes")).to_be_focused()
    expect(ade.page.locator("[data-key=n]")).to_be_focused()
