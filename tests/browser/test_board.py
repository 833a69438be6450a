"""The board of the mock-up's ten people: used with the keyboard alone, and as a sheet on a phone."""

from playwright.sync_api import expect

from tests.browser.people import PHONE, House, Visitor
from tests.browser.test_keyboard import FOCUSED, MOST_STOPS
from tests.cast import the_cast
from tests.hosts.ten import THURSDAY, TUESDAY, Ten, ten_people

SAID = "[role=status]"


def at_the_board(house: House) -> tuple[Ten, Visitor]:
    ten = ten_people(the_cast()["ruth"])
    ruth = house.visitor(ten.by)
    ruth.go(ten.address)
    return ten, ruth


def use(visitor: Visitor, words: str) -> None:
    """Press Tab until what has the focus says these words, and then Enter."""
    for _ in range(MOST_STOPS):
        visitor.page.keyboard.press("Tab")
        if words in " ".join(visitor.page.evaluate(FOCUSED).split()):
            visitor.page.keyboard.press("Enter")
            return
    raise AssertionError(f"The keyboard never came to: {words}")


def test_both_who_wait_get_a_place_with_the_keyboard_alone(house: House) -> None:
    ten, ruth = at_the_board(house)
    panel = ruth.page.locator(".why")
    use(ruth, "Who has no place yet")
    use(ruth, "Why not placed? Keziah Brown")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("Keziah has no place yet")
    use(ruth, "Place Keziah here")
    expect(ruth.page.locator(SAID)).to_contain_text("Ruth moved Keziah Brown to the Tuesday set.")
    use(ruth, "Why not placed? Stephen Loughlin")
    expect(panel).to_contain_text(
        "Nasreen would go to the Thursday set, and Stephen come to the Tuesday set."
    )
    use(ruth, "Try that swap")
    expect(ruth.page.get_by_text("10 of 10 people placed. No rule is broken.")).to_be_visible()

    numbers = [ten.set_of(name) for name in ("Keziah", "Stephen", "Nasreen", "Amara", "Tom", "Leila")]
    assert numbers == [TUESDAY, TUESDAY, THURSDAY, TUESDAY, TUESDAY, THURSDAY]
    assert ruth.wrong == []


def test_on_a_phone_it_opens_over_the_board_and_closes_where_one_was(house: House) -> None:
    ten, ruth = at_the_board(house)
    ruth.show(PHONE)
    card = ruth.page.locator(f"#card-{ten.id('Stephen')}")
    card.get_by_role("link", name="Why not placed?").click()
    panel = ruth.page.locator(".why")
    expect(panel).to_be_in_viewport(ratio=0.99)
    expect(ruth.page.locator(".board")).to_have_attribute("inert", "")
    assert ruth.barriers() == []
    ruth.page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()
    assert ruth.wrong == []
