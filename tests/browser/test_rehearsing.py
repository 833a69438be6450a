"""A facilitator rehearses: invented members act by themselves, one key moves on, and there is a look back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from setspace.room.practice import shelf
from tests.browser.people import House, Visitor
from tests.browser.test_keyboard import use
from tests.browser.test_reading import look_both_ways

NOT_MEANT_MS = 820  # the same key again sooner is taken for a slip
TIME_TO_ASK_MS = 2_000  # two thirds of a minute in the rehearsal
WOULD_BE_LATE_MS = 7_000  # more than two minutes in the rehearsal
MOST_ASKERS = 15
HELD_WITH_ONE_KEY = (
    "Check-in",
    "Action updates",
    "Opening",
    "The problem",
    "Questions",
    "Agree the problem",
    "Goal and strategies",
    "Actions",
    "Learning review",
    "What we saw in one another",
    "Close and next date",
)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    yield
    shelf.clear()


def rehearsing(house: House, what: str, *hard: str) -> Visitor:
    """Ade in the room of a rehearsal that he has just begun, twenty times as fast as life."""
    ade = house.visitor(house.tuesday.ade, reduced_motion="reduce")
    ade.go("/rehearsals/")
    ade.page.get_by_label("What would you like to hold?").select_option(what)
    for one in (*hard, "Twenty times as fast"):
        ade.page.get_by_label(one).check()
    ade.press("Begin the rehearsal")
    ade.page.locator("body[data-live]").wait_for()
    return ade


def bring_in(ade: Visitor) -> None:
    """Whoever waits is brought in with a key, until somebody has asked."""
    ade.press("Keys off")
    asked = ade.region("asked").locator("li")
    for _ in range(MOST_ASKERS):
        ade.page.keyboard.press("b")
        ade.page.wait_for_timeout(TIME_TO_ASK_MS)
        if asked.count():
            return
    raise AssertionError("Nobody asks")


def test_time_stands_until_the_session_is_started(house: House) -> None:
    ade = rehearsing(house, "tpas-session")
    ade.page.wait_for_timeout(WOULD_BE_LATE_MS)
    use(ade, "Start the session")
    expect(ade.page.locator(".timer__num").first).to_have_text(re.compile(r"^7:[345]\d$"))
    expect(ade.region("late")).to_contain_text("as planned")
    expect(ade.page.locator(".timer__num").first).to_have_text(re.compile(r"^6:[345]\d$"))


def test_a_whole_session_is_held_with_one_key_and_one_filled_button(house: House) -> None:
    ade = rehearsing(house, "wial-session")
    use(ade, "Keys off")
    shown = ade.page.locator("#phase-h")
    offered = [ade.filled()]
    for stage in HELD_WITH_ONE_KEY:
        ade.page.keyboard.press("n")
        expect(shown).to_have_text(re.compile(f"^{stage}, until"))
        offered.append(ade.filled())
        ade.page.wait_for_timeout(NOT_MEANT_MS)
    ade.page.keyboard.press("n")
    expect(ade.page.locator("#end-sheet")).to_be_visible()
    offered.append(ade.filled())
    ade.page.keyboard.press("Tab")
    ade.page.keyboard.press("Enter")
    expect(shown).to_have_text("The session has ended")
    offered.append(ade.filled())
    use(ade, "Close the room")
    expect(shown).to_have_text("The room is closed")
    offered.append(ade.filled())

    assert [one for one in offered if len(one) != 1] == []
    assert offered[0] == ["Start the session"]
    assert offered[-1] == ["Look back on it"]
    assert ade.wrong + ade.violations() == []


def test_invented_members_act_and_what_was_difficult_is_looked_back_on(house: House) -> None:
    ade = rehearsing(house, "round:tpas-40", "Somebody stays silent")
    expect(ade.page.get_by_role("heading", name="A rehearsal")).to_be_visible()
    ade.press("Start the session")
    ade.move_to("Open questions")
    bring_in(ade)
    found = look_both_ways(ade, "rehearsal")
    ade.press("End session")
    ade.press("End the session")
    ade.press("Close the room")
    ade.page.get_by_role("link", name="Look back on it").click()
    expect(ade.page.get_by_role("heading", level=1)).to_have_text("Looking back on your rehearsal")
    told = ade.page.locator("main")
    expect(told).to_contain_text("asked nothing.")
    expect(told).to_contain_text("Mei’s turn")
    found += look_both_ways(ade, "rehearsal, looked back on")
    ade.page.get_by_role("link", name="Rehearse again").click()

    assert found == []
    assert ade.wrong + ade.violations() == []
    expect(ade.page.get_by_role("heading", level=1)).to_have_text("Rehearse")
