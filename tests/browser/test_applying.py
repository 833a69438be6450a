"""Applying for a place: by keyboard on a phone, saved while it is typed, and never lost."""

import pytest
from playwright.sync_api import expect

from setspace.hosts.models import Application, Programme
from setspace.lib import clock
from setspace.people.changes import person_for
from tests.access.offer import LONG_OPEN
from tests.browser.people import PHONE, House, Visitor
from tests.browser.test_reading import look_both_ways
from tests.hosts.world import homeground, housing
from tests.people.signing import newest_code

FOCUSED = """(() => {
  const one = document.activeElement;
  const labels = [...(one.labels ?? [])].map((label) => label.innerText);
  return one.tabIndex < 0 ? "" : labels.join(" ") || one.innerText;
})()"""
MOST_STOPS = 60
KEYS_IN_FIVE_MINUTES = 600  # two in a second


class Typist:
    """Somebody who has a keyboard and nothing else. Every key is counted."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.n_keys = visitor, 0

    def press(self, key: str) -> None:
        self.visitor.page.keyboard.press(key)
        self.n_keys += 1

    def go_to(self, words: str) -> None:
        """Tab until what has the focus is called so."""
        for _ in range(MOST_STOPS):
            self.press("Tab")
            if words in self.visitor.page.evaluate(FOCUSED):
                return
        raise AssertionError(f"The keyboard never came to: {words}")

    def write(self, label: str, words: str) -> None:
        self.go_to(label)
        self.type(words)

    def type(self, words: str) -> None:
        self.visitor.page.keyboard.type(words)
        self.n_keys += len(words)

    def use(self, words: str, key: str = "Enter") -> None:
        self.go_to(words)
        self.press(key)


def offered(house: House) -> Programme:
    programme = housing(homeground(house.tuesday.ruth, clock.now()), clock.now())
    programme.closes_on, programme.asks_manager = LONG_OPEN, True
    programme.save()
    return programme


def address(programme: Programme) -> str:
    return f"/p/{programme.host.slug}/{programme.slug}/application/"


def came_to(visitor: Visitor, words: str) -> None:
    """A page of this name has come, and everybody can read it."""
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(words)
    assert (visitor.barriers(), visitor.violations(), visitor.sideways()) == ([], [], 0), words


def say_who_you_are(typist: Typist) -> None:
    came_to(typist.visitor, "You")
    typist.write("Your name", "Dev Patel")
    typist.write("Email address", "dev@example.org")
    typist.use("Send me a code")
    came_to(typist.visitor, "Enter your code")
    typist.write("Code", newest_code())
    typist.press("Enter")


def say_what_you_do(typist: Typist) -> None:
    visitor = typist.visitor
    came_to(visitor, "Your work and your dates")
    typist.use("Save and continue")
    expect(visitor.page.locator("[data-error-summary]")).to_be_focused()
    assert visitor.barriers() == []
    typist.use("Enter the name of your organisation")
    typist.type("Harbour Homes")
    typist.write("What is your job?", "Repairs scheduler")
    typist.use("Front line", "ArrowDown")
    typist.use("Tuesdays, from 2 February", "Space")
    typist.use("See all the dates")
    assert visitor.barriers() == []
    typist.use("Yes", "Space")
    typist.use("Save and continue")


@pytest.mark.slow
def test_from_the_public_address_to_sent_by_keyboard_on_a_phone(house: House) -> None:
    dev = house.visitor(None, PHONE, reduced_motion="reduce")
    dev.go(address(offered(house)))
    typist = Typist(dev)
    say_who_you_are(typist)
    say_what_you_do(typist)
    came_to(dev, "What you bring")
    typist.write("by July?", "I want to stop saying no to everyone.")
    typist.use("Save and continue")
    came_to(dev, "Check your answers")
    expect(dev.page.locator("main")).to_contain_text("Officer or specialist")
    typist.write("Your manager’s name", "Jo Bell")
    typist.write("Your manager’s email address", "jo@example.org")
    typist.use("Send my application")
    came_to(dev, "Your application is sent")

    assert dev.wrong == []
    assert typist.n_keys < KEYS_IN_FIVE_MINUTES
    assert Application.objects.get().sent_at is not None


def test_who_comes_before_applications_open_can_ask_to_be_told(house: House) -> None:
    programme = offered(house)
    programme.opens_on = LONG_OPEN
    programme.save()
    dev = house.visitor(None, reduced_motion="reduce")
    dev.go(f"/p/{programme.host.slug}/{programme.slug}/interest/")
    found = look_both_ways(dev, "interest")
    dev.press("Tell me when they open")
    expect(dev.page.locator("[data-error-summary]")).to_be_focused()
    found += look_both_ways(dev, "interest, sent empty")
    dev.page.get_by_label("Email address").fill("dev@example.org")
    dev.press("Tell me when they open")
    expect(dev.page.locator("main")).not_to_contain_text("Email address")
    found += look_both_ways(dev, "interest, told")

    assert found == []


def test_closing_the_browser_loses_nothing(house: House) -> None:
    programme, person = offered(house), person_for("dev@example.org", "Dev Patel")
    dev = house.visitor(person, PHONE)
    dev.go(address(programme))
    dev.page.get_by_label("What is your job?").fill("Repairs scheduler")
    expect(dev.page.locator("[data-saved]")).to_contain_text("Saved at")
    dev.page.get_by_label("Which organisation do you work for?").fill("Harbour Homes")
    dev.go("/account/")  # away, before the pause after typing is over
    dev.go("/")
    dev.page.get_by_role("link", name="Housing, Spring 2027").click()
    dev.page.get_by_role("link", name="Go on with it").click()
    expect(dev.page.get_by_label("What is your job?")).to_have_value("Repairs scheduler")
    expect(dev.page.get_by_label("Which organisation do you work for?")).to_have_value("Harbour Homes")

    assert Application.objects.count() == 1


def test_what_was_typed_last_counts_when_a_form_is_sent_at_once(house: House) -> None:
    programme, person = offered(house), person_for("dev@example.org", "Dev Patel")
    dev = house.visitor(person)
    dev.go(address(programme))
    job = dev.page.get_by_label("What is your job?")
    job.fill("Repairs")
    dev.page.wait_for_timeout(790)  # the first saving is on its way, or about to be
    job.fill("Repairs scheduler")
    dev.press("Save and come back later")
    expect(dev.page.get_by_role("heading", level=1)).to_have_text("You have begun to apply")

    assert Application.objects.get().job == "Repairs scheduler"
    assert dev.wrong == []


def test_a_saving_that_fails_is_said(house: House) -> None:
    programme, person = offered(house), person_for("dev@example.org", "Dev Patel")
    dev = house.visitor(person)
    dev.go(address(programme))
    dev.context.set_offline(True)
    dev.page.get_by_label("What is your job?").fill("Repairs")
    expect(dev.page.locator("[data-saved]")).to_have_text("Not saved yet")
    dev.context.set_offline(False)
    dev.page.get_by_label("What is your job?").fill("Repairs scheduler")
    expect(dev.page.locator("[data-saved]")).to_contain_text("Saved at")
