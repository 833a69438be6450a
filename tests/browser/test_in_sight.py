"""What is needed at a moment is in sight, and what the page says fits the moment."""

import re

import pytest
from playwright.sync_api import Locator, expect

from setspace.core.process import commands as c
from tests.browser.people import DESK, PHONE, House
from tests.browser.test_doubled_presses import MIDDLE, SMALL, in_mei_s_turn
from tests.browser.test_manner import holder_and_another, planned

LEADING = "Why don’t you just talk to them about it?"
ADVICE = "Have you considered talking to them?"
NO_LINE = "window.WebSocket = class { static OPEN = 1; close() {} };"


def box(found: Locator) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    seen = found.bounding_box()
    assert seen is not None
    return seen["x"], seen["y"], seen["x"] + seen["width"], seen["y"] + seen["height"]


def overlap(one: Locator, other: Locator) -> bool:
    left, top, right, bottom = box(one)
    its_left, its_top, its_right, its_bottom = box(other)
    return left < its_right and its_left < right and top < its_bottom and its_top < bottom


def come_apart(one: Locator, other: Locator) -> bool:
    """Whether neither covers the other, once the page has come to rest."""
    for _ in range(30):
        if not overlap(one, other):
            return True
        one.page.wait_for_timeout(100)
    return False


def test_all_the_coach_says_is_in_sight_and_moves_no_button(house: House) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    tom = house.in_room(tuesday.tom, MIDDLE)
    put = tom.page.get_by_role("button", name="Put it to Mei")
    before = box(put)
    tom.page.get_by_label("A question you’re holding").fill(LEADING)
    coach = tom.page.locator("#coach")
    expect(coach).to_be_visible()
    _, top, _, bottom = box(tom.page.locator(".room__rail"))
    _, first, _, last = box(coach)

    assert (top <= first, last <= bottom, box(put)) == (True, True, before)


def test_beside_a_call_nothing_covers_what_the_coach_says(house: House) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    tom = house.visitor(tuesday.tom, SMALL)
    tom.enter("companion")
    field = tom.page.get_by_label("A question you’re holding")
    field.fill(LEADING)
    coach = tom.page.locator("#coach")
    expect(coach).to_be_visible()

    assert not overlap(coach, tom.page.locator(".asking"))
    expect(coach).to_be_in_viewport(ratio=1)
    expect(field).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("size", "where"), [(MIDDLE, "room"), (PHONE, "room"), (SMALL, "companion")], ids=str
)
def test_notes_do_not_cover_the_box_for_a_question(house: House, size: tuple[int, int], where: str) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    tom = house.visitor(tuesday.tom, size)
    tom.enter(where)
    field = tom.page.get_by_label("A question you’re holding")
    field.fill("What next?")
    tom.page.get_by_role("button", name="My notes").click()
    notes = tom.page.locator("#notes-sheet")
    expect(notes).to_be_visible()

    assert come_apart(notes, field)


def test_beside_a_call_what_stands_at_the_foot_has_its_box(house: House) -> None:
    """In a stage without a queue it is the box, too, that stays above the foot."""
    house.tuesday.remove(house.tuesday.sam)
    tuesday = planned(house.tuesday, "troika-session").started()
    tuesday.move_to("Clarify")
    _, asker = holder_and_another(tuesday)
    for number in range(12):
        tuesday.ask(asker, c.SendQuestion(f"Which year was that, the {number}th?"))
    tom = house.visitor(asker, SMALL)
    tom.enter("companion")
    tom.page.locator("#asked-box summary").click()
    expect(tom.page.get_by_role("button", name="Put it to")).to_be_in_viewport(ratio=1)
    expect(tom.page.get_by_label("A question you’re holding")).to_be_in_viewport(ratio=1)


def test_while_the_clock_is_held_the_main_press_is_to_go_on(house: House) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    ade = house.in_room(tuesday.ade)
    ade.press("Keys off")
    visits = len(tuesday.known.state.visits)
    for held, words in (("Pause", "Go on"), ("Call a break", "Go on, the break is over")):
        ade.press(re.compile(f"^{held}$"))
        expect(ade.page.locator("[data-key=n]")).to_have_text(re.compile(words))
        assert ade.filled() == [words]
        ade.page.keyboard.press("n")
        expect(ade.page.locator("[data-key=n]")).to_have_text(re.compile("Move to quiet"))
        assert tuesday.known.state.paused_at is None
        ade.page.wait_for_timeout(800)  # the same key sooner is not meant
    ade.press(re.compile("^Pause$"))
    expect(ade.page.locator("[data-key=n]")).to_have_text(re.compile("Go on"))
    ade.press("Move to quiet")
    expect(ade.page.locator("#phase-h")).to_contain_text("Quiet")

    assert len(tuesday.known.state.visits) == visits + 1


def test_the_console_stands_where_it_stood_after_another_width(house: House) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    ade = house.in_room(tuesday.ade, PHONE)
    ade.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    ade.show(DESK)

    assert ade.page.evaluate("[scrollY, document.documentElement.scrollHeight - innerHeight]") == [0, 0]


def test_the_head_of_the_console_names_the_stages_around(house: House) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    ade = house.in_room(tuesday.ade)
    phases = ade.region("bar").locator("li")
    for name in ("Find the question", "Open questions", "Quiet"):
        width = phases.filter(has_text=name).locator(".phases__name").evaluate("(one) => one.offsetWidth")
        assert width > 20
    titles = [one.get_attribute("title") for one in phases.all()]
    assert titles == [one.inner_text() or one.text_content() for one in phases.locator(".phases__name").all()]
    assert ade.page.evaluate("document.querySelector('.room__bar').scrollWidth <= innerWidth")


def test_what_might_be_said_quietly_is_in_sight(house: House) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    tuesday.ask(tuesday.tom, c.SendQuestion(ADVICE))
    ade = house.in_room(tuesday.ade)

    expect(ade.page.get_by_role("button", name="Send to Tom")).to_be_in_viewport(ratio=1)


def test_nobody_looks_away_before_it_is_known_who_is_here(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.ask(tuesday.tom, c.Arrive())
    mei = house.visitor(tuesday.mei, is_new=True)
    mei.before_pages(NO_LINE)
    mei.go(f"/sessions/{tuesday.room}/room/")
    tile = mei.page.locator(".tile[data-name=Tom]")
    expect(tile).to_have_class(re.compile("tile--away"))
    expect(tile.locator(".tile__away")).to_be_hidden()
    mei.page.evaluate("document.body.dataset.heard = ''")

    expect(tile.locator(".tile__away")).to_be_visible()


def test_after_an_early_end_nothing_is_to_come_and_nothing_to_be_handed_over(house: House) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    ade = house.in_room(tuesday.ade)
    expect(ade.region("ledger")).to_contain_text("to come")
    expect(ade.region("leading")).to_contain_text("Who leads")
    tuesday.ask(tuesday.ade, c.End())

    expect(ade.region("leading")).to_be_empty()
    expect(ade.region("ledger")).not_to_contain_text("to come")
