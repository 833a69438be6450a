"""A press does what was meant, once, or says why it did not."""

from playwright.sync_api import expect

from setspace.core.process.commands import AddMinutes, End, NameIssue
from setspace.people.models import Person
from tests.browser.people import LAPTOP, House
from tests.room.world import Tuesday


def first_holder(tuesday: Tuesday) -> Person:
    holder = tuesday.known.state.holder_of(0)
    return next(one for one in (tuesday.mei, tuesday.tom, tuesday.ines, tuesday.sam) if str(one.pk) == holder)


def test_old_words_do_not_go_out_while_new_ones_are_typed(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Tell")
    holder = first_holder(tuesday)
    tuesday.ask(holder, NameIssue("Repairs"))
    tuesday.ask(tuesday.ade, End())
    mei = house.in_room(holder)
    mei.page.locator("#part-issue").fill("Telling residents the truth")
    mei.press("It may go out like this")
    part = mei.region("part")
    expect(part).to_contain_text("Save your words first, then say that they may go out.")
    assert not tuesday.known.state.parts[str(holder.pk)].is_approved
    mei.press("Save your issue")
    expect(part).not_to_contain_text("Save your words first")
    mei.press("It may go out like this")
    expect(part).to_contain_text("You have approved your part.")

    assert tuesday.known.state.parts[str(holder.pk)].issue == "Telling residents the truth"


def test_ending_in_the_middle_asks_and_tells_the_turns_to_come(house: House) -> None:
    house.tuesday.started()
    ade = house.in_room(house.tuesday.ade)
    ade.press("End session")

    expect(ade.page.locator("#end-sheet")).to_contain_text("turns are still to come.")


def test_a_refusal_has_a_row_of_its_own_and_goes_with_the_stage(house: House) -> None:
    tuesday = house.tuesday.started()
    ade = house.in_room(tuesday.ade, LAPTOP)
    said = ade.region("now").locator("[data-refusal]")
    for _ in range(4):
        tuesday.ask(tuesday.ade, AddMinutes(len(tuesday.known.state.visits), 5))
    for _ in range(12):
        if said.is_visible():
            break
        ade.page.locator("[data-key='+']").click()
        ade.page.locator("form[aria-busy]").wait_for(state="detached")
    expect(said).to_be_visible()
    assert ade.page.locator("#phase-h").evaluate("(title) => title.getBoundingClientRect().width") > 200
    tuesday.next_stage()

    expect(said).to_be_hidden()


def test_whoever_asks_keeps_their_place_on_the_page(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Open questions")
    tom = house.in_room(tuesday.tom if first_holder(tuesday) != tuesday.tom else tuesday.ines)
    tom.press("I’d like to ask")
    expect(tom.region("queue")).to_contain_text("You")

    assert tom.page.evaluate("document.activeElement.closest('#r-compose') !== null")


def test_everybody_sees_the_plan_of_the_day(house: House) -> None:
    tom = house.in_room(house.tuesday.started().tom)
    tom.press("Today")

    expect(tom.page.locator("#plan-sheet")).to_contain_text("Mei’s turn")
