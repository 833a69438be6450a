"""Every page and every moment of the room can be read by everybody: axe, narrow windows, zoom, dark."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.urls import clear_url_caches, resolve
from playwright.sync_api import expect

from setspace.core.process import commands as c
from tests.browser.pages import DEMO, LATER, PAGES, SENT_EMPTY
from tests.browser.people import DESK, LAPTOP, NARROW, PHONE, ZOOMED, House, Visitor
from tests.browser.places import Places, arrive, unvisited
from tests.records.world import AFTER
from tests.room.world import Tuesday
from tests.thorough import some

STAGES = ("Check-in", "Action updates", "Tell", "Open questions", "Quiet", "Echo round", "Actions", "Break")
THEMES = ("light", "dark")


@pytest.fixture
def places(house: House, settings: Any, tmp_path: Path) -> Iterator[Places]:
    """Some days after a session, in the demo, so that its own pages are there too."""
    settings.ROOT_URLCONF, settings.MAILBOX_DIR = DEMO, tmp_path
    clear_url_caches()
    with time_machine.travel(AFTER, tick=True):
        yield Places()
    clear_url_caches()


def furnish(tuesday: Tuesday, stage: str) -> None:
    """Something of everything that a stage can hold."""
    state = tuesday.known.state
    members = [seat.person for seat in state.members]
    holder, (asker, other, third) = state.holder, [one for one in members if one != state.holder][:3]
    does: dict[str, tuple[tuple[str, c.Command], ...]] = {
        "Check-in": ((asker, c.CheckIn("Drizzle")), (str(tuesday.ade.pk), c.GiveFloor(other))),
        "Tell": ((holder, c.NameIssue("The truth about repairs")),),
        "Open questions": (
            (holder, c.WordQuestion("How can I be honest about repairs?")),
            (holder, c.PinQuestion(0)),
            (asker, c.SendQuestion("Who do they already believe?")),
            (asker, c.AskForFloor()),
            (other, c.AskForFloor()),
            (third, c.KeepQuestion("What would you want to hear?")),
            (str(tuesday.ade.pk), c.GiveFloor(asker)),
        ),
        "Echo round": ((asker, c.Echo("I became very still.")),),
        "Actions": ((holder, c.NoteAction("Sit down with the residents", "By March", "Ring one", 7)),),
    }
    for person, command in does.get(stage, ()):
        tuesday.ask(person, command)


def look(visitors: list[Visitor], size: tuple[int, int], theme: str) -> list[str]:
    """What is wrong on these pages, at one size and in one theme."""
    found = []
    for visitor in visitors:
        visitor.show(size, theme)
        where = f"{visitor.page.url.rsplit('/', 2)[-2]} {size} {theme}"
        found += [f"{where}: {one}" for one in visitor.barriers()]
        found += sideways(visitor, where)
    return found


def sideways(visitor: Visitor, where: str) -> list[str]:
    """Whether the page has to be pushed sideways to be read, on a narrow screen or at 400 %."""
    found = []
    for size in (NARROW, ZOOMED):
        visitor.show(size)
        if more := visitor.sideways():
            found.append(f"{where}: {more} pixels sideways at {size}")
    return found


@pytest.mark.slow
def test_every_moment_of_the_room_can_be_read(house: House) -> None:
    tuesday = house.tuesday
    present = {
        one: house.visitor(one, reduced_motion="reduce") for one in (tuesday.ade, tuesday.mei, tuesday.tom)
    }
    for visitor in present.values():
        visitor.enter()
    beside = house.visitor(tuesday.sam, reduced_motion="reduce")
    beside.enter("companion")
    visitors = [*present.values(), beside]
    found = look(visitors, DESK, "light")
    tuesday.started()
    for number, stage in enumerate(STAGES):
        tuesday.move_to(stage)
        furnish(tuesday, stage)
        shown_to_all(visitors, stage)
        found += more_than_one_filled(visitors, stage)
        size = (DESK, PHONE, NARROW, LAPTOP)[number % 4]
        found += look(visitors, size, THEMES[number % 2])
        if stage == "Open questions":
            found += look(visitors, DESK, "dark") + look(visitors, PHONE, "light")
    found += look_at_the_end(tuesday, visitors)

    assert not found, "\n".join(found)


def look_at_the_end(tuesday: Tuesday, visitors: list[Visitor]) -> list[str]:
    tuesday.ask(tuesday.ade, c.End())
    shown_to_all(visitors, "The session has ended")
    found = look(visitors, PHONE, "dark")
    tuesday.ask(tuesday.ade, c.Close())
    shown_to_all(visitors, "The room is closed")
    return found + look(visitors, DESK, "dark")


def more_than_one_filled(visitors: list[Visitor], stage: str) -> list[str]:
    """Where two buttons are filled, nobody knows which of them is the next step."""
    shown = [(stage, visitor.page.url.rsplit("/", 2)[-2], visitor.filled()) for visitor in visitors]
    return [str(one) for one in shown if len(one[2]) > 1]


def shown_to_all(visitors: list[Visitor], words: str) -> None:
    for visitor in visitors:
        expect(visitor.page.locator("#phase-h")).to_contain_text(words)


def test_no_page_is_left_out() -> None:
    assert unvisited() == set()


@pytest.mark.slow
@pytest.mark.parametrize("who", PAGES)
def test_every_other_page_can_be_read(house: House, places: Places, settings: Any, who: str) -> None:
    settings.DEMO = who == "in the demo"
    visitor = house.visitor(places.person(who), reduced_motion="reduce")
    found = []
    for name in PAGES[who]:
        arrive(visitor, name, places.path(name))
        assert name_of(visitor) == name
        found += look_both_ways(visitor, name)
        if name in SENT_EMPTY[who]:
            send_empty(visitor)
            found += look_both_ways(visitor, f"{name}, sent empty")

    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("who", LATER)
def test_what_is_over_can_be_read(house: House, places: Places, who: str) -> None:
    places.go_on()
    visitor = house.visitor(places.person(who), reduced_motion="reduce")
    found = []
    for name in LATER[who]:
        arrive(visitor, name, places.path(name))
        assert name_of(visitor) == name
        found += look_both_ways(visitor, f"{name}, later")
    visitor.go("/nowhere/")
    found += look_both_ways(visitor, "nowhere")

    assert found == []


def name_of(visitor: Visitor) -> str:
    """Under which name the page that stands there answers."""
    return resolve(urlsplit(visitor.page.url).path, DEMO).view_name


def look_both_ways(visitor: Visitor, name: str) -> list[str]:
    """What is wrong on a page wide and narrow, light and dark, which has its one heading."""
    assert visitor.page.get_by_role("heading", level=1).count() == 1, name
    return look_all_round(visitor, name)


def look_all_round(visitor: Visitor, name: str) -> list[str]:
    """The same of whatever is shown, in one of the four ways: wide or narrow, light or dark.

    The name says which, so that pages and their states share the four among them. Asked to be thorough, each
    is looked at in all four.
    """
    ways = list(product((DESK, NARROW), THEMES))
    found = []
    for size, theme in some(ways, name):
        visitor.show(size, theme)
        found += [f"{name} {size} {theme}: {one}" for one in visitor.barriers()]
    return [*found, *sideways(visitor, name)]


def send_empty(visitor: Visitor) -> None:
    """Send the page's form with nothing in it, and come to what says so."""
    form = visitor.page.locator("main form[method=post]").first
    form.evaluate("""(form) => {
      for (const field of form.elements) {
        if (field.type === "checkbox" || field.type === "radio") field.checked = false;
        else if (field.type !== "hidden" && field.localName !== "button") field.value = "";
      }
      form.noValidate = true;
      form.requestSubmit();
    }""")
    visitor.page.locator("[data-error-summary], [role=alert]").first.wait_for()
