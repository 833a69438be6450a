"""A program that follows every link of every letter before its reader does, as many mail servers have."""

from collections.abc import Sequence

from django.test import Client

from setspace.people.models import Person
from tests.cast import client_of
from tests.hosts.played.letters import Arrived
from tests.hosts.played.tables import nothing_changes


def follow_all(new: Sequence[Arrived], before: set[tuple[str, str]]) -> None:
    """Each way once signed out and once as somebody who was sent it: not a row may change."""
    ways = {link: one for one in new for link in one.links if (one.purpose, link) not in before}
    before |= {(one.purpose, link) for link, one in ways.items()}
    browsers = {to: _browser(to) for to in {one.to for one in ways.values()}}
    with nothing_changes("following " + ", ".join(sorted(ways))):
        for link, letter in ways.items():
            for browser in (Client(), browsers[letter.to]):
                if browser is not None:
                    answer = browser.get(link)
                    assert answer.status_code in {200, 302}, (letter.purpose, link, answer.status_code)


def _browser(address: str) -> Client | None:
    person = Person.objects.filter(email=address).first()
    return client_of(person) if person else None
