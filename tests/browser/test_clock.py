"""A clock for everybody: seen, heard, hidden; on a wall, in a small window, in breaks and after the end."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from playwright.sync_api import expect

from setspace.core.process import commands as c
from setspace.people.models import Person
from tests.browser.people import DESK, NARROW, PHONE, House, Visitor
from tests.room.world import Tuesday

STRIKES = """
window.struck = 0;
const start = AudioScheduledSourceNode.prototype.start;
AudioScheduledSourceNode.prototype.start = function (...given) { struck += 1; start.apply(this, given); };
"""
SAID = """
window.said = [];
new MutationObserver(() => {
  const text = document.getElementById("announcer")?.textContent;
  if (text && said.at(-1) !== text) said.push(text);
}).observe(document, {subtree: true, childList: true, characterData: true});
"""
NO_WINDOWS = "window.open = () => null;"
NOTES = 2  # of one chime
SMALL = (380, 600)


def left(tuesday: Tuesday, seconds: float) -> time_machine.travel:
    """The moment at which so much is left of the stage that is on."""
    visit = tuesday.known.state.visits[-1]
    then = (visit.began + visit.allowance) / 1000 - seconds
    return time_machine.travel(datetime.fromtimestamp(then, UTC), tick=True)


def holder(tuesday: Tuesday) -> Person:
    people = (tuesday.mei, tuesday.tom, tuesday.ines, tuesday.sam)
    return next(one for one in people if str(one.pk) == tuesday.known.state.holder)


def another(tuesday: Tuesday) -> Person:
    return tuesday.tom if holder(tuesday) != tuesday.tom else tuesday.mei


def choose(visitor: Visitor, *labels: str) -> None:
    """In the settings of the clock; then they are put away."""
    visitor.press("Clock and sound")
    for label in labels:
        visitor.page.get_by_label(label).check(force=True)
    visitor.page.keyboard.press("Escape")


def test_each_person_chooses_how_the_clock_looks_and_it_stays_so(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Open questions")
    tom = house.in_room(another(tuesday))
    face, words = tom.page.locator(".timer__face"), tom.page.get_by_role("timer")
    expect(tom.page.locator(".timer__ring")).to_be_visible()
    assert re.match(r"\d+ min, Open questions – ", tom.page.title())

    choose(tom, "Text only")
    expect(tom.page.locator(".timer__ring")).to_be_hidden()
    expect(tom.page.locator(".timer__num")).to_be_visible()
    expect(words).to_have_text(re.compile(r"About \d+ minutes left"))

    choose(tom, "Hidden")
    tom.page.reload()
    tom.page.locator("body[data-live]").wait_for()
    expect(face).to_be_hidden()
    expect(words).to_be_hidden()
    expect(tom.region("clock")).to_contain_text("Ade is minding the time.")
    assert not re.search(r"\d+ min", tom.page.title())
    assert tom.violations() == []

    ade = house.in_room(tuesday.ade)
    ade.press("Clock and sound")
    expect(ade.page.get_by_label("Text only")).to_be_attached()
    expect(ade.page.get_by_label("Hidden")).not_to_be_attached()


def test_the_chime_comes_once_when_the_time_is_over_and_the_room_waits(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Open questions")
    with left(tuesday, 10):
        tom, sam = house.visitor(tuesday.tom), house.visitor(tuesday.sam)
        for visitor in (tom, sam):
            visitor.before_pages(STRIKES)
            visitor.enter()
        beside = tom.context.new_page()
        beside.add_init_script(STRIKES)
        beside.goto(f"{house.origin}/sessions/{tuesday.room}/companion/")
        beside.locator("body[data-live]").wait_for()
        choose(tom, "A soft chime when a stage’s time is over")
        beside.locator("#main").click()
        sam.page.locator("#stage").click()

        expect(tom.page.get_by_role("timer")).to_have_text("Ade will move us on")
        heard = "async () => { await new Promise((done) => setTimeout(done, 1500)); return struck; }"
        assert tom.page.evaluate(heard) + beside.evaluate("struck") == NOTES
        assert sam.page.evaluate("struck") == 0
        expect(tom.page.locator("#phase-h")).to_have_text("Open questions")
    assert tom.wrong == []


@pytest.mark.slow
def test_little_is_said_and_only_to_those_whom_it_concerns(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Open questions")
    mine, other = holder(tuesday), another(tuesday)

    def heard(seconds: float, *people: Person) -> list[str]:
        with left(tuesday, seconds + 6):
            visitors = [house.visitor(person) for person in people]
            for visitor in visitors:
                visitor.before_pages(SAID)
                visitor.enter()
            visitors[-1].page.wait_for_timeout(7_500)
            return [" ".join(visitor.page.evaluate("said")) for visitor in visitors]

    assert "About 5 minutes left." in heard(5 * 60, other)[0]
    *concerned, listening = heard(60, tuesday.ade, mine, other)
    assert all("About 1 minute left." in said for said in concerned)
    assert "About 1 minute left." not in listening
    tuesday.move_to("Long break")
    assert "About 5 minutes left." not in heard(5 * 60, tuesday.ade)[0]


def test_what_is_said_can_be_less(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Facts only")
    tom = house.visitor(another(tuesday))
    tom.before_pages(SAID)
    tom.enter()
    choose(tom, "None")
    tuesday.move_to("Open questions")
    expect(tom.page.locator("#phase-h")).to_have_text("Open questions")
    tom.page.wait_for_timeout(1_500)
    assert tom.page.evaluate("said") == []

    choose(tom, "Phase changes only")
    tuesday.move_to("Echo round")
    expect(tom.page.locator("#announcer")).to_contain_text("Echo round.")


def test_the_big_clock_follows_the_room_and_can_be_read_by_everybody(house: House) -> None:
    tuesday = house.tuesday.started()
    wall = house.visitor(tuesday.ade, reduced_motion="reduce")
    wall.enter("room/clock")
    tuesday.move_to("Open questions")
    expect(wall.page.get_by_role("heading", level=1)).to_have_text("Open questions")
    expect(wall.page.locator(".timer__num")).to_have_text(re.compile(r"\d+"))
    expect(wall.region("wall")).to_contain_text("Then quiet")
    found = []
    for size, theme in ((DESK, "light"), (PHONE, "dark"), (NARROW, "light")):
        wall.show(size, theme)
        found += [*wall.barriers(), *([f"{wall.sideways()} pixels sideways"] if wall.sideways() else [])]
    assert found == []

    wall.show(DESK)
    figure = wall.page.locator(".timer__num").bounding_box()
    assert figure is not None
    assert figure["height"] > DESK[1] / 10
    wall.press("Big digits")
    expect(wall.page.locator(".timer__ring")).to_be_hidden()
    wall.press("Full screen")
    wall.page.wait_for_function("document.fullscreenElement !== null")
    tuesday.move_to("Break")
    expect(wall.region("wall")).to_contain_text("Back at")
    assert wall.violations() == []
    assert wall.wrong == []


def test_the_companion_opens_in_a_small_window_or_says_why_it_does_not(house: House) -> None:
    tuesday = house.tuesday.started()
    tom = house.in_room(tuesday.tom)
    with tom.page.expect_popup() as opened:
        tom.page.get_by_role("link", name="Small window").click()
    small = opened.value
    small.locator("body[data-live]").wait_for()
    assert small.evaluate("[innerWidth, innerHeight]") == [380, 640]
    assert small.title().startswith("8 min, Check-in")
    expect(small.get_by_role("link", name="Open in a small window")).to_be_hidden()

    sam = house.visitor(tuesday.sam)
    sam.before_pages(NO_WINDOWS)
    sam.enter()
    with sam.context.expect_page() as tab:
        sam.page.get_by_role("link", name="Small window").click()
    expect(sam.page.locator("#toast")).to_contain_text("Allow pop-ups for this site")
    assert tab.value.url.endswith("/companion/")


def test_a_break_says_when_we_are_back_and_who_is(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Break")
    ade, tom, sam = house.in_room(tuesday.ade), house.in_room(tuesday.tom), house.visitor(tuesday.sam, SMALL)
    sam.enter("companion")
    expect(tom.region("clock")).to_contain_text(re.compile(r"Back at\s*\d+"))
    for visitor in (tom, sam):
        visitor.press("I’m back")
        expect(visitor.region("back")).to_contain_text("You’re back.")
    expect(ade.region("back")).to_contain_text("Back from the break: 2 of 4")
    expect(ade.region("back")).to_contain_text("Tom, back")
    assert sam.sideways() == 0


def test_after_the_end_there_is_white_space_and_then_there_is_none(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Actions")
    mine = house.in_room(holder(tuesday))
    tuesday.ask(holder(tuesday), c.NoteAction("Ring Jo"))
    tuesday.ask(tuesday.ade, c.End())
    heading = mine.page.get_by_role("heading", level=1)
    expect(heading).to_have_text(re.compile(r"White space until .+[ap]m|midday|midnight"))
    expect(mine.region("white_space")).to_contain_text("Nothing is recorded. Leave when you like.")
    expect(mine.page.locator("set-timer")).to_have_count(0)
    assert mine.barriers() == []
    mine.press("It may go out like this")
    expect(mine.region("part")).to_contain_text("You have approved your part.")

    until = tuesday.known.state.ended_at
    assert until is not None
    with time_machine.travel(datetime.fromtimestamp(until / 1000 + 36 * 60, UTC), tick=True):
        expect(mine.region("white_space")).to_be_empty()
        expect(heading).to_have_text(re.compile("The session has ended"))
    mine.page.get_by_role("link", name="Step out").first.click()


def test_the_pack_prints_a_page_for_each_sheet(house: House) -> None:
    mei = house.visitor(house.tuesday.mei)
    mei.go(f"/sessions/{house.tuesday.room}/pack/")
    assert mei.barriers() == []
    expect(mei.page.get_by_role("button", name="Print it")).to_be_visible()
    mei.page.emulate_media(media="print", color_scheme="dark")
    for gone in ("button", ".masthead", ".footer"):
        expect(mei.page.locator(gone).first).to_be_hidden()
    background = "getComputedStyle(document.body).backgroundColor"
    assert mei.page.evaluate(background) == "rgb(255, 255, 255)"
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", mei.page.pdf(prefer_css_page_size=True))
    assert len(pages) == 7  # the times, the round, around the turns, and four sheets
    mei.page.emulate_media(media="screen", color_scheme="light")
    mei.show(NARROW)
    assert mei.sideways() == 0
    assert mei.violations() == []
