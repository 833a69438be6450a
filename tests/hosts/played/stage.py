"""The stage: the moment it is, the worker, and the letters that came."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import time_machine
from django.core.cache import cache
from django.http.response import HttpResponseBase
from django.test import Client, override_settings

from setspace.hosts.models import Programme
from setspace.lib import clock
from setspace.people.models import Letter, LetterState, Person
from setspace.web.worker import STEPS, send_letters
from tests.cast import client_of
from tests.hosts.played.letters import Arrived
from tests.hosts.played.scanner import follow_all
from tests.programmes.world import words_of


@dataclass
class Stage:
    """Where the programme is played."""

    time: time_machine.Traveller
    mailbox: Path
    arrived: list[Arrived] = field(default_factory=list)
    secrets: dict[str, str] = field(default_factory=dict)  # confidential words, by whose they are
    said: set[str] = field(default_factory=set)  # what was worked out in a set
    n_read: int = 0
    followed: set[tuple[str, str]] = field(default_factory=set)  # kinds of letters, and links in them

    @property
    def programme(self) -> Programme:
        return Programme.objects.get()

    def person(self, name: str) -> Person:
        return Person.objects.get(email=f"{name}@example.org")

    def browser(self, name: str) -> Client:
        """Somebody's browser, in which they have signed in just now."""
        return client_of(self.person(name))

    def later(self, moment: datetime) -> list[Arrived]:
        """Let time go on to that moment, and the worker do what is due. Says what arrived."""
        assert moment >= clock.now()
        cache.clear()  # limits on how often somebody may ask last for some minutes
        self.time.move_to(moment)
        return self.work()

    def work(self) -> list[Arrived]:
        """Every step of the worker, until no letter waits to be sent."""
        for step in STEPS:
            step.work()
        while send_letters():
            pass
        assert not Letter.objects.exclude(error="").exclude(state=LetterState.SENT).exists()
        return self._read()

    def _read(self) -> list[Arrived]:
        files = sorted(self.mailbox.glob("*.eml"))[self.n_read :]
        self.n_read += len(files)
        new = [Arrived.read(file) for file in files]
        self.arrived += new
        follow_all(new, self.followed)
        return new


@contextmanager
def staged(folder: Path, began: datetime) -> Iterator[Stage]:
    cache.clear()
    with (
        time_machine.travel(began, tick=False) as time,
        override_settings(MAIL_URL="mailbox:", MAILBOX_DIR=folder),
    ):
        yield Stage(time, folder)


def told(new: list[Arrived]) -> Counter[tuple[str, str]]:
    """Who was told what: each letter as its reader and its purpose."""
    return Counter((one.who, one.purpose) for one in new)


def each(names: str, *purposes: str, times: int = 1) -> Counter[tuple[str, str]]:
    """These letters to each of them."""
    return Counter({(name, purpose): times for name in names.split() for purpose in purposes})


def only(new: list[Arrived], who: str, purpose: str) -> Arrived:
    (found,) = (one for one in new if (one.who, one.purpose) == (who, purpose))
    return found


def done(answer: HttpResponseBase) -> None:
    """A form was taken: the browser is sent on, and no page says what is wrong."""
    assert answer.status_code == 302, words_of(answer)


def shows(browser: Client, address: str) -> str:
    """What a reader sees of a page."""
    answer = browser.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    body = words_of(answer).partition("<main")[2]
    return " ".join(re.sub("<[^>]*>", " ", body).split())
