"""The coach beside the box, and on the page for practising."""

import re

import pytest
from playwright.sync_api import Locator, expect

from setspace.core.process.commands import OrderHolders
from tests.browser.people import DESK, NARROW, PHONE, House, Visitor
from tests.room.world import Tuesday

ADVICE = "Have you tried a rota?"
A_SECOND = 1_000


def asking(house: House) -> Tuesday:
    """Mei holds an issue, and the others may ask."""
    tuesday = house.tuesday
    tuesday.ask(tuesday.ade, OrderHolders((str(tuesday.mei.pk),)))
    tuesday.started()
    tuesday.move_to("Open questions")
    return tuesday


def box(visitor: Visitor) -> Locator:
    return visitor.page.locator("#compose-text")


def coach(visitor: Visitor) -> Locator:
    return visitor.page.locator("#coach")


def type_in(visitor: Visitor, text: str) -> None:
    box(visitor).fill("")
    box(visitor).press_sequentially(text)


def announced(visitor: Visitor) -> list[str]:
    """All that a screen reader was given since the listening began."""
    found: list[str] = visitor.page.evaluate("window.announced")
    return found


def listen(visitor: Visitor) -> None:
    visitor.page.evaluate(
        """() => {
          window.announced = [];
          const voice = document.getElementById("announcer");
          const heard = new MutationObserver(() => window.announced.push(voice.textContent));
          heard.observe(voice, { childList: true });
        }"""
    )


def test_a_second_after_the_last_key_the_words_are_underlined_and_named(house: House) -> None:
    tom = house.in_room(asking(house).tom)
    type_in(tom, ADVICE)

    expect(coach(tom)).to_be_visible(timeout=A_SECOND)
    expect(coach(tom).locator("mark")).to_have_text("Have you tried")
    expect(coach(tom)).to_contain_text("This carries an idea of yours.")
    expect(coach(tom).locator("[data-coach-starts] button")).to_have_count(2)
    assert (
        coach(tom).locator("mark").evaluate("(one) => getComputedStyle(one).textDecorationLine")
        == "underline"
    )
    expect(box(tom)).to_be_focused()
    assert tom.violations() == []
    assert tom.wrong == []


def test_emoji_move_no_underline(house: House) -> None:
    tom = house.in_room(asking(house).tom)
    box(tom).fill("👩‍👧🙂 So, have you tried a rota?")

    expect(coach(tom).locator("mark")).to_have_text("have you tried")


def test_a_question_is_asked_as_it_is_with_one_press(house: House) -> None:
    tom = house.in_room(asking(house).tom)
    type_in(tom, ADVICE)
    tom.press("Ask it as it is")

    expect(tom.region("asked")).to_contain_text(ADVICE)
    expect(box(tom)).to_have_value("")
    expect(coach(tom)).to_be_hidden()


def test_sending_never_waits_for_the_coach(house: House) -> None:
    tom = house.in_room(asking(house).tom)
    tom.page.evaluate(
        """() => {
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (text) {
            if (!text.includes('"t":"read"')) send.call(this, text);
          };
        }"""
    )
    type_in(tom, ADVICE)
    tom.press("Put it to Mei")

    expect(tom.region("asked")).to_contain_text(ADVICE)
    expect(coach(tom)).to_be_hidden()


def test_another_way_is_taken_up_and_taken_back(house: House) -> None:
    tom = house.in_room(asking(house).tom)
    type_in(tom, ADVICE)
    box(tom).evaluate("(box) => box.setSelectionRange(4, 7)")
    tom.press("What options do you see?")

    expect(box(tom)).to_have_value("What options do you see?")
    expect(box(tom)).to_be_focused()
    assert box(tom).evaluate("(box) => [box.selectionStart, box.value.length]") == [24, 24]
    expect(coach(tom)).not_to_contain_text("an idea of yours")
    tom.press("Put my own words back")
    expect(box(tom)).to_have_value(ADVICE)
    assert box(tom).evaluate("(box) => [box.selectionStart, box.selectionEnd]") == [4, 7]
    expect(tom.page.locator("[data-put-back]")).to_be_hidden()


def test_the_browsers_own_undo_takes_it_back_too(house: House) -> None:
    tom = house.in_room(asking(house).tom)
    type_in(tom, "Are they ready?")
    tom.press(re.compile("Begin with What or How"))
    expect(box(tom)).to_have_value("In what way ")
    tom.page.keyboard.press("Control+z")

    expect(box(tom)).to_have_value("Are they ready?")


def test_half_a_sentence_is_given_more_time(house: House) -> None:
    tom = house.in_room(asking(house).tom)
    type_in(tom, "Are they")
    tom.page.wait_for_timeout(A_SECOND)

    expect(coach(tom)).to_be_hidden()
    expect(coach(tom)).to_contain_text("This can be answered in a word.")


def test_an_open_question_is_said_to_be_open_once_in_a_session(house: House) -> None:
    tuesday = asking(house)
    tom = house.in_room(tuesday.tom)
    type_in(tom, "What would help?")
    expect(coach(tom)).to_contain_text("This is an open question. Ask it as it is.")
    type_in(tom, "What else would help?")
    expect(coach(tom)).to_be_hidden()

    tom.page.reload()
    tom.page.locator("body[data-live]").wait_for()
    type_in(tom, "Who would be glad?")
    tom.page.wait_for_timeout(A_SECOND)
    expect(coach(tom)).to_be_hidden()


def test_a_screen_reader_is_told_each_cue_once(house: House) -> None:
    tom = house.in_room(asking(house).tom)
    listen(tom)
    type_in(tom, ADVICE)
    expect(tom.page.locator("#announcer")).to_contain_text("“Have you tried”. This carries an idea of yours.")
    box(tom).press_sequentially(" Or two?")
    expect(coach(tom).locator("[data-coach-mirror]")).to_contain_text("Or two?")
    tom.page.wait_for_timeout(A_SECOND)

    assert len([one for one in announced(tom) if "an idea of yours" in one]) == 1


def test_it_is_turned_off_where_it_speaks_and_on_again_in_the_account(house: House) -> None:
    tuesday = asking(house)
    tom, small = house.in_room(tuesday.tom), house.visitor(tuesday.tom)
    small.enter("companion")
    type_in(tom, ADVICE)
    tom.press("Turn this off")

    expect(tom.page.locator("#toast")).to_contain_text("The coach is off, for you alone.")
    expect(coach(tom)).to_have_count(0)
    expect(coach(small)).to_have_count(0)  # in each of his windows
    expect(box(tom)).to_have_value(ADVICE)
    tom.press("Put it to Mei")
    expect(tom.region("asked")).to_contain_text(ADVICE)

    account = house.visitor(tuesday.tom)
    account.go("/account/")
    account.page.get_by_label("Read my questions while I type them").check()
    account.press("Save the coach’s settings")
    type_in(tom, ADVICE)
    expect(coach(tom)).to_be_visible()


def test_the_stage_decides_what_is_said(house: House) -> None:
    tuesday = house.tuesday
    tuesday.ask(tuesday.ade, OrderHolders((str(tuesday.mei.pk),)))
    tuesday.started()
    tuesday.move_to("Facts only")
    tom = house.in_room(tuesday.tom)
    type_in(tom, "How many homes are there?")
    tom.page.wait_for_timeout(A_SECOND)
    expect(coach(tom)).to_be_hidden()
    tuesday.move_to("Open questions")

    expect(coach(tom)).to_contain_text("This can be answered in a word.")


def test_without_the_line_nothing_is_said_and_it_speaks_when_the_line_is_back(house: House) -> None:
    tom = house.in_room(asking(house).tom)
    house.close_doors()
    type_in(tom, ADVICE)
    tom.page.wait_for_timeout(A_SECOND)
    expect(coach(tom)).to_be_hidden()
    house.open_doors()

    expect(coach(tom)).to_be_visible(timeout=20_000)


def test_without_script_there_is_no_coach_to_see(house: House) -> None:
    tom = house.visitor(asking(house).tom, java_script_enabled=False)
    tom.go(f"/sessions/{house.tuesday.room}/room/")
    expect(coach(tom)).to_be_hidden()
    box(tom).fill(ADVICE)
    tom.press("Put it to Mei")

    expect(tom.region("asked")).to_contain_text(ADVICE)


@pytest.mark.parametrize("where", ["room", "companion"])
def test_it_can_be_read_by_everybody_at_every_width(house: House, where: str) -> None:
    tom = house.visitor(asking(house).tom)
    tom.enter(where)
    type_in(
        tom,
        "So what I would like to know is, have you tried talking to the residents’ group about the lifts?",
    )
    expect(coach(tom)).to_be_visible()
    for size in (DESK, PHONE, NARROW):
        for theme in ("light", "dark"):
            tom.show(size, theme)
            assert tom.barriers() == []
        assert tom.sideways() == 0
        coach(tom).scroll_into_view_if_needed()
        marked, here = coach(tom).locator("mark").bounding_box(), coach(tom).bounding_box()
        assert marked is not None
        assert here is not None
        assert here["x"] <= marked["x"] < here["x"] + here["width"]


def test_an_exercise_is_answered_without_loading_the_page_again(house: House) -> None:
    mei = house.visitor(house.tuesday.mei, PHONE)
    mei.go("/practice/questions/letters/")
    mei.page.evaluate("window.isTheSame = true")
    mei.press("Have it read")
    expect(mei.page.locator("[data-error-summary]")).to_be_focused()
    mei.page.get_by_label("How could you ask instead?").fill("Could you ask them?")
    mei.press("Have it read")
    expect(mei.page.locator("#feedback mark")).to_have_text("Could you")
    expect(mei.page.locator("[data-error-summary]")).to_have_count(0)
    mei.page.get_by_label("How could you ask instead?").fill("What do they need?")
    mei.press("Have it read")
    expect(mei.page.locator("#feedback")).to_contain_text("This is open.")
    assert mei.page.evaluate("window.isTheSame")
    assert mei.barriers() == []
    assert mei.sideways() == 0
    assert mei.violations() == []
