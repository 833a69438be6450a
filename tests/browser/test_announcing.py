"""What a screen reader says of the room: little, politely, once."""

import re

from playwright.sync_api import expect

from setspace.core.process.commands import GoOn, OrderHolders, Pause
from tests.browser.people import House, Visitor


def hears(visitor: Visitor, words: str | re.Pattern[str]) -> None:
    voice = visitor.page.locator("#announcer")
    expect(voice).to_have_text(words)
    expect(voice).to_have_attribute("role", "status")


def test_stage_changes_are_said_once_and_politely(house: House) -> None:
    tuesday = house.tuesday.started()
    mei = house.in_room(tuesday.mei)
    expect(mei.page.locator("#announcer")).to_have_text("")
    tuesday.next_stage()

    hears(mei, "Action updates. 10 minutes.")


def test_a_new_turn_is_said_with_whose_it_is(house: House) -> None:
    tuesday = house.tuesday
    tuesday.ask(tuesday.ade, OrderHolders((str(tuesday.mei.pk), str(tuesday.tom.pk))))
    tuesday.started()
    tuesday.move_to("Order of turns and ground rules")
    mei, tom = house.in_room(tuesday.mei), house.in_room(tuesday.tom)
    hears(mei, "Tom has joined.")
    tuesday.next_stage()
    hears(tom, "Mei’s turn. Tell. 4 minutes.")
    hears(mei, "Your turn. Tell. 4 minutes.")
    while tuesday.known.state.holder != str(tuesday.tom.pk):
        tuesday.next_stage()

    hears(mei, re.compile(r"Tom’s turn\. Tell\. 4 minutes\.$"))
    hears(tom, re.compile(r"Your turn\. Tell\. 4 minutes\.$"))


def test_a_held_clock_is_said_and_that_it_runs_again(house: House) -> None:
    tuesday = house.tuesday.started()
    mei = house.in_room(tuesday.mei)
    tuesday.ask(tuesday.ade, Pause())
    hears(mei, "The clock is held. Take the time you need.")
    tuesday.ask(tuesday.ade, GoOn())

    hears(mei, "The clock is running.")
