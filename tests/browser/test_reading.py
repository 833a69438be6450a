"""Every page and every moment of the room can be read by everybody: axe, narrow windows, zoom, dark."""

import pytest
from playwright.sync_api import expect

from setspace.core.process import commands as c
from tests.browser.people import DESK, LAPTOP, NARROW, PHONE, ZOOMED, House, Visitor
from tests.room.world import Tuesday

PUBLIC = ("/sign-in/", "/sign-up/", "/privacy/", "/help/", "/accessibility/", "/nowhere/")
STAGES = ("Check-in", "Action updates", "Tell", "Open questions", "Quiet", "Echo round", "Actions", "Break")
THEMES = ("light", "dark")


def for_members(tuesday: Tuesday) -> tuple[str, ...]:
    its = f"/sets/{tuesday.learning_set.pk}"
    return ("/", "/sets/", f"{its}/", f"{its}/ground-rules/", "/reflections/", "/account/")


def for_leads(tuesday: Tuesday) -> tuple[str, ...]:
    its = f"/sets/{tuesday.learning_set.pk}"
    return ("/", f"{its}/", f"{its}/people/", f"{its}/sessions/", f"{its}/video-link/", "/sets/new/")


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
        visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
        visitor.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        where = f"{visitor.page.url.rsplit('/', 2)[-2]} {size} {theme}"
        found += [f"{where}: {one}" for one in visitor.barriers()]
        for narrow in (NARROW, ZOOMED):
            visitor.page.set_viewport_size({"width": narrow[0], "height": narrow[1]})
            if more := visitor.sideways():
                found.append(f"{where}: {more} pixels sideways at {narrow}")
    return found


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


def shown_to_all(visitors: list[Visitor], words: str) -> None:
    for visitor in visitors:
        expect(visitor.page.locator("#phase-h")).to_contain_text(words)


@pytest.mark.parametrize(("size", "theme"), [(DESK, "light"), (PHONE, "dark")])
def test_every_other_page_can_be_read(house: House, size: tuple[int, int], theme: str) -> None:
    tuesday = house.tuesday
    found = []
    for person, paths in (
        (None, PUBLIC),
        (tuesday.mei, for_members(tuesday)),
        (tuesday.ade, for_leads(tuesday)),
    ):
        visitor = house.visitor(person, size, reduced_motion="reduce")
        for path in paths:
            visitor.go(path)
            assert visitor.page.get_by_role("heading", level=1).count() == 1, path
            found += [f"{path} {one}" for one in look([visitor], size, theme)]

    assert found == []
