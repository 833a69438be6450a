"""Four people in four browsers hold a whole turn, and each sees only what their role may see."""

import time

import pytest
from playwright.sync_api import expect

from setspace.lib import clock
from setspace.programmes.changes import end_membership
from tests.browser.people import House, Visitor
from tests.people.mail_server import Answers, plain_text

QUESTION = "How can I be honest with residents about what we cannot repair yet?"
ASKED = "Who in the building do people already believe?"
HELD = "What would you want to hear, if you lived there?"
ACTION = "Sit down with the three residents who still come"
NOTE = "Mei went quiet at dread. Leave room."


@pytest.mark.slow
def test_four_browsers_go_through_a_turn_and_get_the_summary(
    house: House, post: Answers, worker: None
) -> None:
    ade, mei, tom, ines = everybody = house.everybody()
    ade.page.locator("#notes").fill(NOTE)
    check_in(ade, tom)
    find_the_question(ade, mei, tom)
    ask(ade, mei, tom, ines)
    note_what_follows(ade, mei, tom, ines)
    for one in everybody:
        assert one.wrong == []
        assert one.violations() == []
    send(ade, mei, post)


def check_in(ade: Visitor, tom: Visitor) -> None:
    for name in ("Mei", "Tom", "Ines"):
        ade.press(f"Add {name}")
        expect(ade.page.get_by_role("button", name=f"No turn for {name} today")).to_be_visible()
    ade.press("Start the session")
    tom.page.get_by_label("A word or two, if you like").fill("Drizzle")
    tom.press("Check in")
    expect(ade.region("round")).to_contain_text("Drizzle")


def find_the_question(ade: Visitor, mei: Visitor, tom: Visitor) -> None:
    ade.move_to("Tell")
    expect(mei.region("question")).to_contain_text("Your turn")
    mei.page.get_by_label("Your issue in one line").fill("The truth about repairs")
    mei.press("Save")
    expect(tom.page.locator("#compose-text")).to_be_hidden()
    ade.move_to("Find the question")
    mei.page.get_by_label("The question, as you would put it now").fill(QUESTION)
    mei.press("Write it down")
    mei.press("This is my question")
    expect(tom.page.get_by_role("heading", level=1)).to_have_text(QUESTION)


def ask(ade: Visitor, mei: Visitor, tom: Visitor, ines: Visitor) -> None:
    ade.move_to("Open questions")
    tom.press("I’d like to ask")
    ade.press("Bring in Tom")
    expect(tom.region("cue")).to_contain_text("You are asking")
    expect(mei.region("cue")).to_contain_text("Tom is asking")
    tom.page.locator("#compose-text").fill(ASKED)
    tom.press("Put it to Mei")
    expect(tom.page.locator("#compose-text")).to_have_value("")
    ines.page.locator("#compose-text").fill(HELD)
    ines.press("Keep it for later")
    expect(ines.region("held")).to_contain_text(HELD)
    expect(mei.region("asked")).to_contain_text(ASKED)
    mei.press(f"This one moved me: {ASKED}")
    expect(mei.page.get_by_role("button", pressed=True, name=ASKED)).to_be_visible()
    nobody_sees_what_is_not_theirs(ade, mei, tom, ines)


def nobody_sees_what_is_not_theirs(ade: Visitor, mei: Visitor, tom: Visitor, ines: Visitor) -> None:
    for one in (ade, mei, tom):
        assert HELD not in one.page.content()
    for one in (mei, tom, ines):
        assert NOTE not in one.page.content()
        assert one.page.locator("#r-voices, #r-now, #r-order").count() == 0
    for one in (ade, tom, ines):
        assert "moved" not in one.region("asked").inner_html()


def note_what_follows(ade: Visitor, mei: Visitor, tom: Visitor, ines: Visitor) -> None:
    ade.move_to("Quiet")
    expect(tom.region("cue")).to_have_text("Nobody has the floor.")
    assert tom.page.locator("#rail button:visible, #rail textarea:visible").count() == 0
    ade.move_to("Echo round")
    ines.page.get_by_label("What touched me").fill("I became very still at that word.")
    ines.press("Share it")
    expect(mei.region("round")).to_contain_text("very still")
    ade.move_to("Actions")
    mei.page.get_by_label("What you will do").fill(ACTION)
    mei.page.get_by_label("By when").fill("Before 12 March")
    mei.press("Add action")
    expect(tom.region("actions")).to_contain_text(ACTION)


def send(ade: Visitor, mei: Visitor, post: Answers) -> None:
    ade.press("End session")
    ade.press("End the session")
    mei.press("It may go out like this")
    expect(ade.region("parts")).to_contain_text("approved")
    ade.press("Close the room")
    ade.page.get_by_role("link", name="Go to the summary").click()
    ade.press("Send")
    for _ in range(100):
        if len(post.messages) == 5:
            break
        time.sleep(0.1)
    assert sorted(to for [to] in post.recipients) == [
        "ade@example.org",
        "ines@example.org",
        "mei@example.org",
        "sam@example.org",
        "tom@example.org",
    ]
    for message in post.messages:
        words = " ".join(plain_text(message).split())
        assert QUESTION in words
        assert ACTION in words
        assert HELD not in words
        assert NOTE not in words
        assert QUESTION not in str(message["Subject"])


def test_whoever_is_taken_out_of_the_set_is_cut_off_within_two_seconds(house: House) -> None:
    tuesday = house.tuesday.started()
    tom = house.in_room(tuesday.tom)
    expect(tom.region("question")).to_contain_text("weather")

    end_membership(tuesday.membership(tuesday.tom), clock.now())

    gone = tom.page.get_by_role("heading", name="You are no longer in this set")
    expect(gone).to_be_visible(timeout=2_000)
    assert "weather" not in tom.page.content()
