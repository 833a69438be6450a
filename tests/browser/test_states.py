"""The rarer moments of a session, looked at in both themes, wide and narrow."""

import pytest
from playwright.sync_api import expect

from setspace.core.process import commands as c
from setspace.core.process.decide.life import HOLDER
from setspace.people.changes import person_for
from setspace.people.models import Person
from tests.browser.people import DESK, LAPTOP, PHONE, House, Visitor
from tests.browser.test_doubled_presses import SMALL
from tests.browser.test_manner import holder_and_another, planned
from tests.browser.test_reading import look_all_round, look_both_ways
from tests.room.world import Tuesday, join


def still(house: House, person: Person, where: str = "room") -> Visitor:
    visitor = house.visitor(person, reduced_motion="reduce")
    visitor.enter(where)
    return visitor


def in_the_first_turn(tuesday: Tuesday) -> tuple[Person, Person]:
    """Mei holds the issue, and Tom asks."""
    order = (str(tuesday.mei.pk), str(tuesday.tom.pk))
    tuesday.ask(tuesday.ade, c.OrderHolders(order))
    tuesday.started().move_to("Open questions")
    return tuesday.mei, tuesday.tom


def test_an_observer_outside_and_inside(house: House) -> None:
    tuesday = house.tuesday
    person = person_for("nia@example.org", "Nia Hill")
    join(tuesday.learning_set, person, "observer")
    mei, _ = in_the_first_turn(tuesday)
    tuesday.ask(mei, c.Arrive())
    nia = still(house, person)
    expect(nia.region("observing")).to_contain_text("has not opened this session to you")
    found = look_both_ways(nia, "outside")
    tom = still(house, tuesday.tom)
    found += look_both_ways(tom, "asked about an observer")
    for one in (mei, tuesday.tom):
        tuesday.ask(one, c.AgreeToObserver(str(person.pk), yes=True))
    nia.page.locator("body[data-seat=observer][data-live]").wait_for()
    found += look_both_ways(nia, "inside")

    assert found == []


def test_the_clock_is_held_for_a_break_and_for_a_lost_holder(house: House) -> None:
    tuesday = house.tuesday
    mei, asker = in_the_first_turn(tuesday)
    ade, tom, wall = still(house, tuesday.ade), still(house, asker), still(house, tuesday.ade, "room/clock")
    tuesday.ask(asker, c.CallBreak())
    expect(tom.region("clock")).to_contain_text("A short break")
    expect(wall.region("wall")).to_contain_text("A short break")
    found = look_both_ways(tom, "called break") + look_both_ways(wall, "called break")
    tuesday.ask(tuesday.ade, c.GoOn())
    tuesday.ask(mei, c.Arrive())
    tuesday.ask(c.THE_ROOM, c.Pause(HOLDER))
    for one in (ade, tom):
        expect(one.region("cue")).to_have_text("Mei has lost the line. The clock is held.")
        found += look_both_ways(one, "lost holder")

    assert found == []


def test_the_facilitators_line_is_lost_a_quiet_word_and_the_cover(house: House) -> None:
    tuesday = house.tuesday
    _, asker = in_the_first_turn(tuesday)
    tuesday.ask(tuesday.ade, c.Arrive())
    tuesday.ask(tuesday.ade, c.NameStandIn(str(asker.pk)))
    tuesday.ask(tuesday.ade, c.QuietWord(str(asker.pk), "Could that be a question?"))
    tom = still(house, asker)
    expect(tom.page.get_by_role("button", name="Take over from Ade")).to_be_visible()
    expect(tom.page.locator("[data-quiet]")).to_be_visible()
    found = look_both_ways(tom, "stand-in and quiet word")
    tom.press("Someone came in")
    expect(tom.page.locator("#cover")).to_be_visible()
    found += look_all_round(tom, "cover")

    assert found == []


def test_a_planned_break_and_white_space(house: House) -> None:
    tuesday = house.tuesday
    mei, _ = in_the_first_turn(tuesday)
    ade, mine = still(house, tuesday.ade), still(house, mei)
    tuesday.move_to("Break")
    found = []
    for one in (ade, mine):
        expect(one.page.locator("#phase-h")).to_contain_text("Break")
        found += look_both_ways(one, "break")
    tuesday.ask(tuesday.ade, c.End())
    for one in (ade, mine):
        expect(one.region("white_space")).to_contain_text("White space until")
        found += look_both_ways(one, "white space")

    assert found == []


@pytest.mark.parametrize(
    ("size", "where"),
    [(DESK, "room"), (LAPTOP, "room"), (PHONE, "room"), (PHONE, "companion"), (SMALL, "companion")],
    ids=str,
)
def test_in_a_called_break_to_be_back_is_the_one_filled_button_and_in_sight(
    house: House, size: tuple[int, int], where: str
) -> None:
    tuesday = house.tuesday
    _, asker = in_the_first_turn(tuesday)
    tom = still(house, asker, where)
    for number, stage in enumerate(("Open questions", "Echo round", "How we worked")):
        tuesday.move_to(stage)
        tuesday.ask(tuesday.ade, c.CallBreak())
        tom.show(size)
        back = tom.page.get_by_role("button", name="I’m back")
        for where_to in (0, 10_000):
            tom.page.evaluate(
                "(y) => [document.scrollingElement, document.querySelector('.room__rail')]"
                ".forEach((one) => one?.scrollTo(0, y))",
                where_to,
            )
            expect(back).to_be_in_viewport(ratio=1)
        assert tom.filled() == ["I’m back"], (number, stage)
        if not number:
            tom.press("I’m back")
            expect(tom.region("back")).to_contain_text("You’re back.")
            assert tom.filled() == []
        tuesday.ask(tuesday.ade, c.GoOn())
        expect(back).to_have_count(0)


@pytest.mark.parametrize("where", ["room", "companion"])
def test_who_may_word_a_question_and_note_actions_has_one_filled_button(house: House, where: str) -> None:
    house.tuesday.remove(house.tuesday.sam)
    tuesday = planned(house.tuesday, "troika-session").started()
    tuesday.move_to("What was valuable")
    mine = holder_and_another(tuesday)[0]
    holder = still(house, mine, where)
    assert holder.filled() == ["Add action"]
    tuesday.ask(mine, c.WordQuestion("What is enough?"))
    expect(holder.region("wording")).to_contain_text("What is enough?")
    assert holder.filled() == ["Add action"]


def test_who_facilitates_has_one_filled_button_beside_what_they_are_asked_themselves(house: House) -> None:
    tuesday = house.tuesday.started()
    ade = still(house, tuesday.ade)
    for size in (DESK, PHONE):
        ade.show(size)
        expect(ade.page.get_by_role("button", name="Check in")).to_be_visible()
        assert ade.filled() == ["Move to action updates"]
