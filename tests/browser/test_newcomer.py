"""A newcomer runs a programme in ten minutes, somebody applies in five: all is read, typed and pressed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
import time_machine
from playwright.sync_api import Locator, expect

from setspace.hosts.models import Application, Programme
from setspace.lib import clock
from tests.browser.people import DESK, PHONE, House, Visitor
from tests.hosts.world import NOW
from tests.people.signing import newest_code

Pressed = Literal["button", "link"]
GUIDE = Path("docs/organising.md").read_text(encoding="utf-8")
ORGANISER_SECONDS, APPLICANT_SECONDS = 600, 300
# An ordinary reader, somebody who types slowly, and what it takes to find a button and to wait for a page.
WORDS_A_MINUTE, LETTERS_A_MINUTE, SECONDS_A_PRESS, SECONDS_A_PAGE = 240, 200, 3, 2

# What stands on the page for the eye, piece by piece, with the words that a form brings along.
SHOWN = """() => {
  const main = document.querySelector("main");
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const pieces = [...main.querySelectorAll("textarea")].map((one) => one.value);
  while (texts.nextNode()) {
    const { parentElement: one, data } = texts.currentNode;
    if (one.checkVisibility() && !one.closest(".sr, option, textarea, script")) pieces.push(data);
  }
  return pieces.map((one) => one.trim()).filter(Boolean);
}"""


@dataclass
class Newcomer:
    """Reads every word once, types slowly, and presses what is there."""

    visitor: Visitor
    touches: bool = False
    known: set[str] = field(default_factory=set)
    n_words: int = 0
    n_letters: int = 0
    n_presses: int = 0
    n_pages: int = 0

    @property
    def seconds(self) -> float:
        reading = 60 * self.n_words / WORDS_A_MINUTE
        typing = 60 * self.n_letters / LETTERS_A_MINUTE
        return reading + typing + SECONDS_A_PRESS * self.n_presses + SECONDS_A_PAGE * self.n_pages

    def come_to(self, words: str) -> None:
        """A page has come that says this, and is read. What was read before is known again."""
        expect(self.visitor.page.get_by_role("main")).to_contain_text(words)
        new = [one for one in self.visitor.page.evaluate(SHOWN) if one not in self.known]
        self.known.update(new)
        self.n_words += sum(len(one.split()) for one in new)
        self.n_pages += 1

    def type(self, label: str, words: str) -> None:
        self.visitor.page.get_by_label(label).fill(words)
        self.n_letters += len(words)

    def press(self, name: str, role: Pressed = "button") -> None:
        self._touch(self.visitor.page.get_by_role("main").get_by_role(role, name=name, exact=True).first)

    def follow(self, name: str, role: Pressed = "button") -> None:
        """Press what the guide for organisers names."""
        assert f"*{name}*" in GUIDE
        self.press(name, role)

    def choose(self, label: str) -> None:
        self._touch(self.visitor.page.get_by_label(label).first)

    def _touch(self, there: Locator) -> None:
        if self.touches:
            there.tap()
        else:
            there.click()
        self.n_presses += 1

    def enter_code(self) -> None:
        self.come_to("Enter your code")
        self.type("Code", newest_code())
        self.press("Sign in")


@pytest.fixture(autouse=True)
def in_november() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


def found_the_host(nora: Newcomer) -> None:
    nora.come_to("A calm place")
    nora.follow("Begin with your name and email address", "link")
    nora.come_to("Your name")
    nora.type("Your name", "Nora Field")
    nora.type("Email address", "nora@example.org")
    nora.press("Send me a code")
    nora.enter_code()
    nora.come_to("You are not in a set yet")
    nora.follow("Run a programme", "link")
    nora.come_to("You don’t run a programme yet")
    nora.follow("Run a programme", "link")
    nora.come_to("What is your organisation called?")
    nora.type("What is your organisation called?", "Homeground Network")
    nora.type("Whom may people ask?", "Nora Field, 020 7946 0000")
    nora.press("Go on")
    nora.come_to("No programme yet")


def plan_it(nora: Newcomer) -> None:
    nora.follow("Plan the first programme", "link")
    nora.come_to("Which shape?")
    nora.press("Tpas virtual action learning sets", "link")
    nora.come_to("What is the programme called?")
    nora.type("What is the programme called?", "Housing, Spring 2027")
    nora.type("First date", "2027-02-02")
    nora.type("Tuesday", "1")
    nora.type("Thursday", "1")
    nora.follow("Show the dates")
    nora.come_to("Nothing is made yet")
    nora.follow("Make the programme")
    nora.come_to("The next cohort")


def publish_it(nora: Newcomer) -> None:
    nora.press("Read the words of its page, and change them as you like", "link")
    nora.come_to("Save the words")
    nora.follow("Publication", "link")
    nora.come_to("Last day to apply")
    nora.type("Last day to apply", "2027-01-11")
    nora.type("Everybody has an answer by", "2027-01-20")
    nora.follow("Publish it")
    nora.come_to("Its page, to pass on")


@pytest.mark.slow
def test_from_an_empty_place_to_sent_in_the_time_that_people_have(house: House) -> None:
    nora = Newcomer(house.visitor(None, DESK))
    nora.visitor.go("/")
    found_the_host(nora)
    plan_it(nora)
    publish_it(nora)
    address = nora.visitor.page.get_by_role("link", name="/p/homeground-network/").inner_text()
    dev = Newcomer(house.visitor(None, PHONE, has_touch=True), touches=True)
    dev.visitor.page.goto(address)
    apply(dev)

    assert Programme.objects.get().takes_applications(clock.now())
    assert Application.objects.get().sent_at is not None
    assert nora.seconds < ORGANISER_SECONDS, nora
    assert dev.seconds < APPLICANT_SECONDS, dev
    assert [nora.visitor.wrong, dev.visitor.wrong] == [[], []]


def apply(dev: Newcomer) -> None:
    dev.press("Apply for a place", "link")
    dev.come_to("So that we can reach you")
    dev.type("Your name", "Dev Patel")
    dev.type("Email address", "dev@example.org")
    dev.press("Send me a code")
    dev.enter_code()
    dev.come_to("Which organisation do you work for?")
    dev.type("Which organisation do you work for?", "Harbour Homes")
    dev.type("What is your job?", "Repairs scheduler")
    dev.choose("Officer or specialist")
    dev.choose("Tuesdays, from 2 February")
    dev.choose("Yes")
    dev.press("Save and continue")
    dev.come_to("What you bring")
    dev.type("What would you like to be different by July?", "I want to stop saying no to everyone.")
    dev.press("Save and continue")
    dev.come_to("Check your answers")
    dev.press("Send my application")
    dev.come_to("Your application is sent")
