"""A press that is doubled, by a hand or a mouse that shakes, does what one press does, and hits nothing else.

The second half comes when the page has already changed, where the pointer still is.
"""

import re

import pytest
from playwright.sync_api import Locator, expect

from setspace.core.process import commands as c
from setspace.people.models import Person
from setspace.room.models import RoomEvent
from tests.browser.people import DESK, LAPTOP, PHONE, House, Visitor
from tests.room.world import Tuesday
from tests.thorough import some

SMALL, MIDDLE = (360, 640), (1280, 850)
SIZES = (DESK, MIDDLE, LAPTOP, PHONE)
DRAFT = "What would you tell a friend?"
KEPT = ("What are you afraid of?", "What would be enough?", "Who else knows?")


def done_by(tuesday: Tuesday, person: Person) -> list[str]:
    events = RoomEvent.objects.filter(room_id=tuesday.room, actor=str(person.pk)).order_by("number")
    return list(events.values_list("kind", flat=True))


def press_twice(visitor: Visitor, person: Person, button: Locator, then: Locator) -> list[str]:
    """Press, wait until the page shows what came of it, and press again there. What was done by that?"""
    tuesday, mouse = visitor.house.tuesday, visitor.page.mouse
    before = len(done_by(tuesday, person))
    button.hover()
    for half in (1, 2):
        mouse.down(click_count=half)
        mouse.up(click_count=half)
        expect(then).to_be_visible()
        expect(visitor.page.locator("form[aria-busy]")).to_have_count(0)
    return done_by(tuesday, person)[before:]


def in_mei_s_turn(tuesday: Tuesday) -> Tuesday:
    order = tuple(str(one.pk) for one in (tuesday.mei, tuesday.tom, tuesday.ines))
    tuesday.ask(tuesday.ade, c.OrderHolders(order))
    tuesday.started().move_to("Open questions")
    return tuesday


def button(visitor: Visitor, name: str | re.Pattern[str]) -> Locator:
    return visitor.page.get_by_role("button", name=name).first


def asks_twice_each(tom: Visitor, person: Person) -> list[list[str]]:
    """Everything that somebody who asks can press in the stage of open questions."""
    queue, asked, held = tom.region("queue"), tom.region("asked"), tom.region("held")
    field = tom.page.get_by_label("A question you’re holding")
    field.fill(DRAFT)
    tuesday = tom.house.tuesday
    done = [press_twice(tom, person, button(tom, "I’d like to ask"), queue.get_by_text("next"))]
    expect(field).to_have_value(DRAFT)
    done.append(press_twice(tom, person, button(tom, "Not now"), tom.page.locator("#asking:visible")))
    tuesday.ask(person, c.AskForFloor())
    tuesday.ask(tuesday.ade, c.GiveFloor(str(person.pk)))
    done.append(press_twice(tom, person, button(tom, "I’m done"), tom.page.locator("#asking:visible")))
    expect(field).to_have_value(DRAFT)
    done.append(press_twice(tom, person, button(tom, "Put it to Mei"), field))
    for words in KEPT:
        tuesday.ask(person, c.KeepQuestion(words))
    expect(held).to_contain_text(KEPT[-1])
    put = button(tom, re.compile(f"Put it.*{re.escape(KEPT[0])}"))
    done.append(press_twice(tom, person, put, held))
    let_go = button(tom, re.compile(f"Let it go.*{re.escape(KEPT[1])}"))
    done.append(press_twice(tom, person, let_go, held))
    expect(asked.locator("q").first).to_be_attached()
    return done


ONE_EACH = [
    ["floor_asked"],
    ["queue_left"],
    ["floor_given"],
    ["question_asked"],
    ["question_asked"],
    ["question_dropped"],
]


@pytest.mark.parametrize("size", some(SIZES, "somebody who asks"), ids=str)
def test_somebody_who_asks(house: House, size: tuple[int, int]) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    tom = house.in_room(tuesday.tom, size)

    assert asks_twice_each(tom, tuesday.tom) == ONE_EACH


def test_somebody_who_asks_beside_a_call(house: House) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    tom = house.visitor(tuesday.tom, SMALL)
    tom.enter("companion")

    assert asks_twice_each(tom, tuesday.tom) == ONE_EACH


@pytest.mark.parametrize("size", some((MIDDLE, PHONE), "a break"), ids=str)
def test_a_break_for_everybody_and_being_back(house: House, size: tuple[int, int]) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    tom = house.in_room(tuesday.tom, size)
    tom.press(re.compile("moment", re.IGNORECASE))
    tom.page.locator("#moment-sheet:popover-open").wait_for()
    told = press_twice(tom, tuesday.tom, button(tom, "Tell Ade quietly"), button(tom, "Ade has been told"))
    called = press_twice(
        tom, tuesday.tom, button(tom, "Call a short break"), tom.page.get_by_text("A short break", exact=True)
    )
    expect(tom.page.locator("#moment-sheet")).to_be_hidden()
    back = press_twice(tom, tuesday.tom, button(tom, "I’m back"), tom.page.get_by_text("You’re back."))

    assert (told, called, back) == (["moment_needed"], ["break_called"], ["came_back"])


@pytest.mark.parametrize("size", some((MIDDLE, PHONE), "the issue holder"), ids=str)
def test_the_issue_holder(house: House, size: tuple[int, int]) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    for words in KEPT:
        tuesday.ask(tuesday.tom, c.SendQuestion(words))
    mei = house.in_room(tuesday.mei, size)
    star = mei.region("asked").get_by_role("button").nth(1)
    starred = press_twice(mei, tuesday.mei, star, mei.page.locator(".star[aria-pressed=true]"))
    tuesday.move_to("Actions")
    mei.page.get_by_label("What you will do").fill("Sit down with the residents")
    noted = press_twice(
        mei, tuesday.mei, button(mei, "Add action"), mei.region("actions").locator("li").first
    )

    expect(mei.region("actions").locator("[data-refusal]").last).to_be_hidden()

    assert (starred, noted) == (["question_marked"], ["action_noted"])


@pytest.mark.parametrize("size", some((MIDDLE, PHONE), "a chosen question"), ids=str)
def test_the_issue_holder_chooses_a_question_and_lets_the_part_go_out(
    house: House, size: tuple[int, int]
) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    for words in KEPT[:2]:
        tuesday.ask(tuesday.mei, c.WordQuestion(words))
    tuesday.ask(tuesday.ade, c.Back(len(tuesday.known.state.visits)))
    mei = house.in_room(tuesday.mei, size)
    mine = mei.region("wording").get_by_role("button", name=re.compile("This is my question")).first
    shown = mei.page.get_by_role("heading", level=1).get_by_text(re.compile("|".join(map(re.escape, KEPT))))
    done = [press_twice(mei, tuesday.mei, mine, shown)]
    tuesday.ask(tuesday.ade, c.End())
    approved = mei.region("part").get_by_text("You have approved your part.")
    done.append(press_twice(mei, tuesday.mei, button(mei, "It may go out like this"), approved))

    assert done == [["question_pinned"], ["part_approved"]]


@pytest.mark.parametrize("size", some(SIZES, "the end"), ids=str)
def test_whoever_facilitates_ends_the_session_and_does_not_close_the_room(
    house: House, size: tuple[int, int]
) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    ade = house.in_room(tuesday.ade, size)
    ade.press("End session")
    end = ade.page.locator("#end-sheet").get_by_role("button", name="End the session")
    ended = ade.page.locator("#phase-h", has_text="The session has ended")
    done = press_twice(ade, tuesday.ade, end, ended)
    expect(ade.page.locator("#end-sheet")).to_be_hidden()

    assert done == ["session_ended"]


@pytest.mark.parametrize("size", some(SIZES, "brings people in"), ids=str)
def test_whoever_facilitates_brings_people_in(house: House, size: tuple[int, int]) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    for one in (tuesday.tom, tuesday.ines, tuesday.sam):
        tuesday.ask(one, c.AskForFloor())
    ade = house.in_room(tuesday.ade, size)
    queue = ade.region("queue")
    done = []
    for name in ("Tom", "Ines"):
        shown = queue.locator("#asking-now", has_text=name)
        done.append(press_twice(ade, tuesday.ade, button(ade, f"Bring in {name}"), shown))
    nobody = queue.get_by_text("Nobody has been brought in.")
    done.append(press_twice(ade, tuesday.ade, button(ade, "Thank you"), nobody))

    assert done == [["floor_given"]] * 3
    assert tuesday.known.state.queue == (str(tuesday.sam.pk),)


@pytest.mark.parametrize("size", some(SIZES, "minds the time"), ids=str)
def test_whoever_facilitates_minds_the_time(house: House, size: tuple[int, int]) -> None:
    tuesday = house.tuesday.opened()
    ade = house.in_room(tuesday.ade, size)
    title, main = ade.page.locator("#phase-h"), ade.page.locator("[data-key=n]")
    done = [press_twice(ade, tuesday.ade, main, title.filter(has_text="Check-in"))]
    done.append(press_twice(ade, tuesday.ade, main, title.filter(has_text="Action updates")))
    back = button(ade, "Back to the stage before")
    done.append(press_twice(ade, tuesday.ade, back, title.filter(has_text="Check-in")))
    done.append(press_twice(ade, tuesday.ade, button(ade, "Pause"), button(ade, "Paused")))
    done.append(press_twice(ade, tuesday.ade, main, button(ade, re.compile("^Pause$"))))
    a_break = title.filter(has_text="a short break")
    done.append(press_twice(ade, tuesday.ade, button(ade, "Call a break"), a_break))
    expect(ade.page.locator("html[data-covered]")).to_have_count(0)

    assert [kinds[-1:] for kinds in done] == [
        ["stage_began"],
        ["stage_began"],
        ["stage_began"],
        ["clock_paused"],
        ["clock_went_on"],
        ["break_called"],
    ]
    assert len(tuesday.known.state.visits) == 3


def test_whoever_facilitates_puts_the_turns_in_order_and_names_who_stands_in(house: House) -> None:
    tuesday = in_mei_s_turn(house.tuesday)
    for one in (tuesday.tom, tuesday.ines, tuesday.sam):
        tuesday.ask(one, c.Arrive())
    ade = house.in_room(tuesday.ade)
    order = ade.region("order")
    last = order.locator("ol > li:last-child", has_text="Tom")
    done = [press_twice(ade, tuesday.ade, button(ade, "Tom later"), last)]
    alone = order.locator("ul li", has_text="Ines")
    done.append(press_twice(ade, tuesday.ade, button(ade, "No turn for Ines"), alone.first))
    ade.page.get_by_text("Who leads", exact=True).click()
    named = ade.region("leading").get_by_text("Tom stands in", exact=False)
    done.append(press_twice(ade, tuesday.ade, button(ade, re.compile("^Tom stands in")), named.first))

    assert done == [["holders_ordered"], ["holders_ordered"], ["stand_in_named"]]
    assert tuesday.known.state.order == (str(tuesday.mei.pk), str(tuesday.tom.pk))


def test_undo_takes_back_one_thing(house: House) -> None:
    tuesday = house.tuesday.started()
    for minutes in (1, 2):
        tuesday.ask(tuesday.ade, c.AddMinutes(1, minutes))
    ade = house.in_room(tuesday.ade)
    older = button(ade, "Undo 1 minute added")
    done = press_twice(ade, tuesday.ade, button(ade, "Undo 2 minutes added"), older)
    expect(older).to_be_visible()

    assert done == ["time_taken_back"]


def test_one_more_minute_counts_each_time(house: House) -> None:
    """What is meant each time is done each time, however fast."""
    ade = house.in_room(house.tuesday.started().ade)
    more = ade.page.locator("[data-key='+']")
    length = ade.page.locator("set-timer")
    was = int(length.get_attribute("data-length") or 0)
    more.hover()
    for number in (1, 2, 3):
        ade.page.mouse.down(click_count=number)
        ade.page.mouse.up(click_count=number)
        expect(length).to_have_attribute("data-length", str(was + number * 60_000))
