"""What happens to people: they pass, need a moment, lose the line, hear a quiet word, are walked in on."""

import re

import pytest
from playwright.sync_api import Page, expect

from setspace.core.process import commands as c
from setspace.people.models import Person
from setspace.room import lost_holder
from tests.browser.people import DESK, NARROW, PHONE, House, Visitor
from tests.browser.test_reading import look
from tests.room.world import Tuesday

COVERED = "document.documentElement.dataset.covered !== undefined"


def asking(tuesday: Tuesday) -> tuple[Person, Person]:
    """In the open questions of the first turn: its holder, and one who asks."""
    tuesday.started().move_to("Open questions")
    state = tuesday.known.state
    members = [tuesday.mei, tuesday.tom, tuesday.ines, tuesday.sam]
    return (
        next(one for one in members if str(one.pk) == state.holder),
        next(one for one in members if str(one.pk) != state.holder),
    )


def last_in_order(tuesday: Tuesday) -> Person:
    return Person.objects.get(pk=tuesday.known.state.order[-1])


def test_a_member_passes_and_takes_the_turn_after_all(house: House) -> None:
    tuesday = house.tuesday.started()
    late = last_in_order(tuesday)
    ade, sam = house.in_room(tuesday.ade), house.in_room(late)
    sam.page.get_by_text("Pass today").click()
    sam.press("Pass my turn")
    expect(sam.region("own_turn")).to_contain_text("You pass today")
    expect(ade.region("order")).to_contain_text("passes today")
    assert tuesday.known.state.passed == {str(late.pk): "passed"}
    sam.press("Take my turn after all")
    expect(sam.region("own_turn")).to_contain_text("Pass today")

    assert str(late.pk) in tuesday.known.state.order


def test_somebody_not_coming_comes_later_and_gets_a_turn(house: House) -> None:
    tuesday = house.tuesday.started()
    late = last_in_order(tuesday)
    ade = house.in_room(tuesday.ade)
    row = ade.page.locator(f"#turn-{late.pk}")
    ade.page.get_by_text("Somebody passes, or is not coming").click()
    ade.page.locator(f"#life-{late.pk}").get_by_role("button", name="Not coming").click()
    expect(row).to_contain_text("away today")
    sam = house.in_room(late)
    expect(row).to_contain_text("came later")
    expect(sam.region("own_turn")).to_contain_text("marked as away today")
    row.get_by_role("button", name="Give a turn").click()
    expect(sam.region("own_turn")).to_contain_text("Pass today")

    assert tuesday.known.state.order[-1] == str(late.pk)


def test_a_moment_is_told_to_who_leads_and_seen(house: House) -> None:
    tuesday = house.tuesday
    holder, asker = asking(tuesday)
    ade, mei, tom = house.in_room(tuesday.ade), house.in_room(holder), house.in_room(asker)
    before = mei.page.locator("body").inner_text()
    tom.press("I need a moment")
    tom.press("Tell Ade quietly")
    expect(tom.region("moment")).to_contain_text("Ade has been told")
    expect(ade.region("moment")).to_contain_text(asker.first_name)
    ade.region("moment").get_by_role("button", name="Seen").click()
    ade.look_elsewhere()
    expect(tom.region("moment")).to_contain_text("Ade has seen it.")
    expect(ade.region("moment")).to_be_empty()

    assert re.sub(r"\d+", "", mei.page.locator("body").inner_text()) == re.sub(r"\d+", "", before)


def test_a_break_is_called_and_everybody_sees_when_to_be_back(house: House) -> None:
    tuesday = house.tuesday
    holder, asker = asking(tuesday)
    ade, mei, tom = house.in_room(tuesday.ade), house.in_room(holder), house.in_room(asker)
    tom.press("I need a moment")
    tom.press("Call a short break for everybody")
    for one in (mei, tom):
        expect(one.region("clock")).to_contain_text("A short break")
        expect(one.region("clock")).to_contain_text("Back at")
    expect(ade.page.locator("#phase-h")).to_contain_text("a short break, back at")
    expect(mei.page.locator("#announcer")).to_contain_text("A short break for everybody. Back at")
    ade.press("Go on")
    expect(mei.region("clock")).not_to_contain_text("A short break")
    ade.press("Call a break")
    expect(mei.region("clock")).to_contain_text("A short break")

    assert tuesday.known.state.break_until is not None


def test_a_quiet_word_is_shown_for_a_while_and_stays_with_the_notes(house: House) -> None:
    tuesday = house.tuesday
    holder, asker = asking(tuesday)
    ade, mei = house.in_room(tuesday.ade), house.in_room(holder)
    tom = house.visitor(asker)
    tom.page.clock.install()
    tom.enter()
    ade.page.get_by_text("Say something to one person").click()
    ade.page.get_by_label("To", exact=True).select_option(str(asker.pk))
    ade.page.get_by_label("Your line").fill("Could that be a question?")
    ade.press("Send quietly")
    word = tom.page.locator("[data-quiet]")
    expect(word).to_be_visible()
    expect(word).to_contain_text("Just to you")
    expect(word).to_contain_text("Ade. Could that be a question?")
    expect(ade.page.get_by_label("Your line")).to_have_value("")
    tom.page.clock.run_for(1_000)
    expect(tom.page.locator("#announcer")).to_have_text("Ade, just to you. Could that be a question?")
    tom.page.clock.run_for(20_000)
    expect(word).to_be_hidden()
    tom.press("My notes")
    expect(tom.region("quiet_words")).to_contain_text("Could that be a question?")

    assert "Could that be a question?" not in mei.page.content()


def test_a_suggestion_is_sent_by_a_press_alone(house: House) -> None:
    tuesday = house.tuesday
    _, asker = asking(tuesday)
    ade, tom = house.in_room(tuesday.ade), house.in_room(asker)
    tuesday.ask(asker, c.SendQuestion("Have you thought of ringing Jo?"))
    suggested = ade.region("quiet_word")
    expect(suggested).to_contain_text(f"{asker.first_name}’s last question leaned on advice.")
    assert tuesday.known.state.quiet_words == ()
    suggested.get_by_role("button", name="Send to").click()
    expect(tom.page.locator("[data-quiet]")).to_contain_text("Could that be a question?")
    ade.look_elsewhere()
    expect(suggested).not_to_contain_text("leaned on advice")


def covered(page: Page) -> None:
    """Nothing of the room is to be seen, in the page or in its title."""
    expect(page.locator("#cover")).to_be_visible()
    expect(page).to_have_title("Notes")
    assert page.locator("body").inner_text().strip() == "Back"


@pytest.mark.parametrize("where", ["room", "companion"])
def test_someone_comes_in_and_the_page_is_covered(house: House, where: str) -> None:
    tuesday = house.tuesday.started()
    tom = house.visitor(tuesday.tom)
    tom.enter(where)
    tom.page.locator("#notes").evaluate("(notes) => notes.closest('[popover]').showPopover()")
    tom.page.locator("#notes").fill("What I noticed")
    title = tom.page.title()
    press_escape_slowly_then_twice(tom)
    covered(tom.page)
    tuesday.next_stage()
    tom.page.wait_for_timeout(1_200)
    covered(tom.page)
    expect(tom.page.locator("#announcer")).to_have_text("")
    tom.page.keyboard.press("Escape")
    expect(tom.page.locator("#cover")).to_have_count(0)
    assert tom.page.title().split(", ")[-1] == title.split(", ")[-1]
    expect(tom.page.locator("#notes")).to_have_value("What I noticed")
    expect(tom.page.locator("#notes")).to_be_focused()
    expect(tom.page.locator("#phase-h")).to_contain_text("Action updates")
    assert tom.wrong + tom.violations() == []


def press_escape_slowly_then_twice(tom: Visitor) -> None:
    for _ in range(2):
        tom.page.keyboard.press("Escape")
        assert not tom.page.evaluate(COVERED)
        tom.page.wait_for_timeout(1_100)
    for _ in range(2):
        tom.page.keyboard.press("Escape")


def test_the_cover_has_a_button_and_lives_through_a_reload(house: House) -> None:
    house.tuesday.started()
    ade = house.in_room(house.tuesday.ade)
    ade.press("Someone came in")
    covered(ade.page)
    assert ade.barriers() == []
    ade.page.reload()
    covered(ade.page)
    ade.press("Back")
    expect(ade.page.locator("#cover")).to_have_count(0)
    expect(ade.page.get_by_role("button", name="Someone came in")).to_be_visible()


def test_without_script_no_cover_is_offered(house: House) -> None:
    house.tuesday.started()
    tom = house.visitor(house.tuesday.tom, java_script_enabled=False)
    tom.go(f"/sessions/{house.tuesday.room}/room/")

    expect(tom.page.get_by_role("button", name="Someone came in")).to_be_hidden()
    expect(tom.page.get_by_role("button", name="I need a moment")).to_be_visible()


def test_a_holder_loses_the_line_and_comes_back(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lost_holder, "AWAY_SECONDS", 1.0)
    monkeypatch.setattr(lost_holder, "START_SECONDS", 0.0)
    tuesday = house.tuesday
    holder, asker = asking(tuesday)
    mei, tom = house.in_room(holder), house.in_room(asker)
    mei.page.wait_for_timeout(1_500)
    mei.go("/sets/")
    lost = f"{holder.first_name} has lost the line. The clock is held."
    expect(tom.region("cue")).to_have_text(lost)
    expect(tom.page.locator("#announcer")).to_have_text(lost)
    house.in_room(holder)
    expect(tom.region("cue")).not_to_have_text(lost)

    assert tuesday.known.state.paused_at is None


def test_the_timing_and_the_log_are_found_when_the_session_is_over(house: House) -> None:
    tuesday = house.tuesday.started()
    ade = house.in_room(tuesday.ade)
    ade.page.locator("#notes").fill("Leave room after dread.")
    expect(ade.page.locator("[data-notes-said]")).to_contain_text("Kept.")
    tuesday.ask(tuesday.ade, c.AddMinutes(1, 2))
    tuesday.ask(tuesday.ade, c.End())
    tuesday.ask(tuesday.ade, c.Close())
    ade.page.get_by_role("link", name="Your timing").click()
    expect(ade.page.get_by_role("heading", level=1)).to_contain_text("Your timing of session 1")
    expect(ade.page.locator("main")).to_contain_text("Added 2 min.")
    ade.page.get_by_role("link", name="Write about it in your log").click()
    expect(ade.page.get_by_label("Which session is it about?")).to_have_value(str(tuesday.room))
    expect(ade.page.locator("main")).to_contain_text("Leave room after dread.")
    ade.page.get_by_label("What would you like to think about?").fill("I waited.")
    ade.press("Keep it")
    expect(ade.page.locator("main")).to_contain_text("I waited.")
    with ade.page.expect_download() as taken:
        ade.page.get_by_role("link", name="Take it along").click()
    assert taken.value.suggested_filename == "my-log.txt"


@pytest.mark.slow
def test_every_state_of_this_can_be_read(house: House) -> None:
    tuesday = house.tuesday
    holder, asker = asking(tuesday)
    ade, mei, tom = (still(house, one, "room") for one in (tuesday.ade, holder, asker))
    sam = still(house, last_in_order(tuesday), "companion")
    everybody = [ade, mei, tom, sam]
    sam.page.get_by_text("Pass today").click()
    sam.press("Pass my turn")
    tuesday.ask(asker, c.SendQuestion("Have you thought of ringing Jo?"))
    tuesday.ask(asker, c.NeedMoment())
    tuesday.ask(tuesday.ade, c.QuietWord(str(holder.pk), "Take all the time you need."))
    tom.press("I need a moment")
    expect(mei.page.locator("[data-quiet]")).to_be_visible()
    found = look(everybody, DESK, "light") + look(everybody, PHONE, "dark") + look(everybody, NARROW, "light")
    tuesday.ask(asker, c.CallBreak())
    expect(mei.region("clock")).to_contain_text("A short break")
    found += look(everybody, DESK, "dark") + look(everybody, PHONE, "light")
    found += after_the_end(tuesday, ade)

    assert not found, "\n".join(found)


def still(house: House, person: Person, where: str) -> Visitor:
    visitor = house.visitor(person, reduced_motion="reduce")
    visitor.enter(where)
    return visitor


def after_the_end(tuesday: Tuesday, ade: Visitor) -> list[str]:
    tuesday.ask(tuesday.ade, c.End())
    tuesday.ask(tuesday.ade, c.Close())
    expect(ade.page.locator("#phase-h")).to_contain_text("The room is closed")
    found = look([ade], DESK, "light")
    for path in (f"/sessions/{tuesday.room}/timing/", "/log/"):
        ade.go(path)
        found += look([ade], DESK, "light") + look([ade], PHONE, "dark")
    return found
