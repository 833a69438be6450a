"""A session that runs late: the facilitator chooses who gives time, and everybody sees it or is asked."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from setspace.lib import clock
from setspace.programmes.models import Meeting
from setspace.room.changes import follow_meeting
from tests.browser.people import PHONE, House, Visitor
from tests.browser.test_reading import look_both_ways
from tests.room.world import Tuesday


def begun_late(tuesday: Tuesday, minutes: int) -> Tuesday:
    """The session is on, and began so many minutes after its time."""
    planned = (clock.now() - timedelta(minutes=minutes)).astimezone(tuesday.learning_set.tz)
    Meeting.objects.filter(pk=tuesday.meeting.pk).update(on=planned.date(), at=planned.time())
    tuesday.meeting = Meeting.objects.select_related("learning_set").get(pk=tuesday.meeting.pk)
    follow_meeting(tuesday.meeting, clock.now())
    return tuesday.started()


def kinds(ade: Visitor) -> list[str]:
    """The ways on the console, in their order."""
    found: list[str] = ade.page.evaluate("[...document.getElementsByName('way')].map((one) => one.value)")
    return found


def choose(ade: Visitor, kind: str) -> None:
    ade.page.locator(f"#way-{kind}").click()
    ade.press("Use this")


def behind(ade: Visitor, words: str) -> None:
    expect(ade.region("late")).to_contain_text(words)


def test_the_best_way_stands_first_and_everybody_sees_what_was_chosen(house: House) -> None:
    tuesday = begun_late(house.tuesday, 5)
    ade = house.visitor(tuesday.ade, reduced_motion="reduce")
    tom = house.visitor(tuesday.tom, PHONE, reduced_motion="reduce")
    ade.enter()
    tom.enter()
    behind(ade, "5 min behind")
    expect(ade.region("giving")).to_contain_text("Every turn keeps its time. What could give?")
    assert kinds(ade) == ["blocks", "white_space"]
    assert ade.page.locator("input[name=way]:checked").get_attribute("value") == "blocks"
    found = look_both_ways(ade, "the ways")
    assert ade.filled() == ["Move to action updates"]
    ade.press("Use this")
    behind(ade, "as planned")
    given = tom.region("given")
    expect(given).to_contain_text(re.compile(r"Taken: .+ Every turn keeps its time\. We end at "))
    expect(tom.page.locator("#announcer")).to_contain_text("Every turn keeps its time.")
    found += look_both_ways(ade, "time is given") + look_both_ways(tom, "time is given")
    ade.press("Undo")
    expect(given).to_be_empty()
    behind(ade, "5 min behind")

    assert found == []
    assert ade.wrong + tom.wrong + ade.violations() + tom.violations() == []


STAYED = "We stay 5 minutes longer, into the white space, as agreed."


def test_white_space_is_used_when_everybody_says_yes(house: House) -> None:
    tuesday = begun_late(house.tuesday, 5)
    ade, mei, tom = (
        house.visitor(one, PHONE if one != tuesday.ade else (1440, 900), reduced_motion="reduce")
        for one in (tuesday.ade, tuesday.mei, tuesday.tom)
    )
    ade.enter()
    mei.enter()
    tom.enter("companion")
    choose(ade, "white_space")
    expect(ade.region("giving")).to_contain_text("0 said yes, 2 still to answer.")
    for one in (mei, tom):
        asked = one.region("consent")
        expect(asked).to_contain_text("Can you stay 5 minutes longer, into the white space?")
        expect(one.page.locator("#announcer")).to_contain_text("Can you stay 5 minutes longer")
        expect(one.page.locator(".consent")).to_be_visible()
        assert one.sideways() == 0
    found = [line for one in (ade, mei, tom) for line in look_both_ways(one, "asked")]
    for one in (mei, tom):
        one.show(PHONE)
    mei.press("Yes")
    expect(mei.region("consent")).to_contain_text("You said yes.")
    expect(ade.region("giving")).to_contain_text("1 said yes, 1 still to answer.")
    assert tuesday.known.state.gifts == ()
    tom.press("Yes")
    for one in (ade, mei, tom):
        expect(one.region("given")).to_contain_text(STAYED)
    expect(tom.region("consent")).to_be_empty()

    assert found == []


def test_one_no_is_enough_and_nobody_hears_whose_it_was(house: House) -> None:
    tuesday = begun_late(house.tuesday, 5)
    ade, mei, tom = house.in_room(tuesday.ade), house.in_room(tuesday.mei), house.in_room(tuesday.tom, PHONE)
    choose(ade, "white_space")
    mei.press("Yes")
    tom.region("consent").get_by_role("button", name="No", exact=True).click()
    for one in (mei, tom):
        expect(one.region("consent")).to_be_empty()
    expect(ade.page.locator("#drift-h")).to_have_text("5 minutes behind")

    assert "Tom" not in ade.text("giving")
    assert tuesday.known.state.gifts == ()


def test_hard_choices_are_a_persons_and_can_wait_for_the_break(house: House) -> None:
    tuesday = begun_late(house.tuesday, 20)
    late = next(
        one
        for one in (tuesday.mei, tuesday.tom, tuesday.ines, tuesday.sam)
        if str(one.pk) == tuesday.known.state.order[-1]
    )
    ade = house.visitor(tuesday.ade, reduced_motion="reduce")
    sam = house.visitor(late, PHONE, reduced_motion="reduce")
    ade.enter()
    sam.enter()
    expect(ade.region("giving")).to_contain_text("The parts around the turns have too little left to give.")
    assert kinds(ade) == ["white_space", "all_turns", "last_turn"]
    expect(ade.page.locator("#way-all_turns")).to_contain_text("The ledger shows it")
    found = look_both_ways(ade, "hard choices")
    choose(ade, "last_turn")
    expect(sam.region("given")).to_contain_text(f"{late.first_name} goes first next time and has")
    expect(sam.region("own_turn")).to_be_empty()
    found += look_both_ways(sam, "first next time")
    ade.press("Undo")
    expect(sam.region("given")).to_be_empty()
    ade.press("Decide at the break")
    expect(ade.region("giving")).to_contain_text("20 minutes behind. You decide at the break what gives.")

    assert found == []
    assert str(late.pk) == tuesday.known.state.order[-1]
