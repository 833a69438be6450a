"""Being told when applications open: asked for once, told once, taken back by a press and no other way."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from setspace.hosts.changes.interest import (
    KEPT_AFTER_TELLING,
    KEPT_UNTOLD,
    forget_interested,
    note_interest,
    tell_interested,
)
from setspace.hosts.mails.interest import link_of
from setspace.hosts.models import Interest, Programme
from setspace.lib import clock
from setspace.people.models import Letter, Person
from setspace.web.worker import STEPS
from tests.cast import client_of, the_cast
from tests.hosts.world import NOW, another_host, homeground, housing
from tests.records.world import delivered

CANARY = "nobody-knows-me@example.org"
OPENS = NOW + timedelta(days=2)


@pytest.fixture
def programme(db: None, monkeypatch: pytest.MonkeyPatch) -> Programme:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    cache.clear()
    found = housing(homeground(the_cast()["ruth"]))
    found.opens_on = OPENS.date()
    found.save()
    return found


def ask(programme: Programme, email: str = CANARY, client: Client | None = None) -> str:
    path = reverse("hosts:interest", args=[programme.host.slug, programme.slug])
    return (client or Client()).post(path, {"email": email}).content.decode()


def test_whoever_asks_gets_one_letter_and_the_page_answers_alike(programme: Programme) -> None:
    first, second = ask(programme), ask(programme, f" {CANARY.upper()} ")
    assert "is on the list" in first
    assert first == second.replace(CANARY.upper(), CANARY)
    assert [one.email for one in Interest.objects.all()] == [CANARY]
    (letter,) = delivered()
    assert letter.to == [CANARY]
    assert letter.reply_to == ["ruth@example.org"]
    assert not Person.objects.filter(email=CANARY).exists()


def test_the_link_of_the_letter_changes_nothing_until_it_is_pressed(programme: Programme) -> None:
    ask(programme)
    (letter,) = delivered()
    (path,) = re.findall(r"http://localhost:8000(/interests/\S+)", str(letter.body))
    client = Client()
    page = client.get(path)
    assert (page.status_code, Interest.objects.count()) == (200, 1)
    assert CANARY in page.content.decode()
    assert client.post(path).status_code == 200
    assert Interest.objects.count() == 0
    assert not Letter.objects.filter(to_address=CANARY).exists()
    assert client.get(path).status_code == 404


def test_only_a_link_of_ours_opens_anything(programme: Programme) -> None:
    note_interest(programme, CANARY, NOW)
    interest = Interest.objects.get()
    assert Client().get(link_of(interest)).status_code == 200
    for wrong in (interest.id.hex, f"{interest.id.hex}.forged", "x"):
        assert Client().get(reverse("hosts:interest_link", args=[wrong])).status_code == 404


def test_an_address_that_is_none_is_told_beside_the_field(programme: Programme) -> None:
    page = ask(programme, "mei")
    assert page.count("Enter an email address like name@example.org.uk") == 2
    assert 'value="mei"' in page
    assert Interest.objects.count() == 0


def test_three_letters_a_minute_are_enough_for_one_address(programme: Programme) -> None:
    client = Client()
    pages = [ask(programme, client=client) for _ in range(4)]
    assert ["Wait a minute" in page for page in pages] == [False, False, False, True]


def test_everybody_is_told_once_when_applications_open(programme: Programme) -> None:
    for name in ("one", "two"):
        note_interest(programme, f"{name}@example.org", NOW)
    delivered()
    assert tell_interested(NOW) == 0
    assert tell_interested(OPENS) == 2
    assert tell_interested(OPENS + timedelta(minutes=1)) == 0
    mail.outbox.clear()
    Programme.objects.update(opens_on=NOW.date())  # the letters are written by the clock of this test
    letters = delivered()
    assert sorted(one.to[0] for one in letters) == ["one@example.org", "two@example.org"]
    assert "You can apply until Tuesday 2 February 2027." in str(letters[0].body)
    assert "http://localhost:8000/p/homeground-network/housing-spring-2027/" in str(letters[0].body)


def test_no_letter_says_that_something_is_open_which_has_closed(programme: Programme) -> None:
    note_interest(programme, CANARY, NOW)
    delivered()
    tell_interested(OPENS)
    Programme.objects.update(opens_on=None, closes_on=date(2026, 11, 1))
    mail.outbox.clear()
    assert delivered() == []


def test_who_asked_after_the_last_day_hears_of_the_programme_that_follows(programme: Programme) -> None:
    Programme.objects.update(opens_on=None, closes_on=date(2026, 11, 1))
    ask(programme)
    delivered()
    assert tell_interested(NOW) == 0
    theirs = housing(another_host(the_cast()["charlie"]))
    Programme.objects.filter(id=theirs.id).update(cloned_from=programme)
    following = housing(programme.host)
    assert tell_interested(NOW) == 0  # it is another host’s, or no copy
    Programme.objects.filter(id=following.id).update(cloned_from=programme, name="Housing, Autumn 2027")
    assert tell_interested(NOW) == 1
    mail.outbox.clear()
    (letter,) = delivered()
    assert letter.subject == "Housing, Autumn 2027: applications are open"


def test_organisers_see_how_many_and_no_address(programme: Programme) -> None:
    ask(programme)
    people = the_cast()
    another_host(people["charlie"])
    path = reverse("hosts:interests", args=[programme.id])
    page = client_of(people["ruth"]).get(path).content.decode()
    assert "<b>1</b>" in page
    assert CANARY not in page
    assert client_of(people["charlie"]).get(path).status_code == 404


def test_addresses_are_erased_when_they_have_done_what_they_were_for(programme: Programme) -> None:
    note_interest(programme, CANARY, NOW)
    tell_interested(OPENS)
    assert Letter.objects.filter(to_address=CANARY).count() == 2
    assert forget_interested(OPENS + KEPT_AFTER_TELLING) == 0
    assert forget_interested(OPENS + KEPT_AFTER_TELLING + timedelta(seconds=1)) == 1
    assert not Interest.objects.exists()
    assert not Letter.objects.filter(to_address=CANARY).exists()


def test_who_waits_in_vain_is_forgotten_after_a_year(programme: Programme) -> None:
    note_interest(programme, CANARY, NOW)
    assert forget_interested(NOW + KEPT_UNTOLD) == 0
    assert forget_interested(NOW + KEPT_UNTOLD + timedelta(seconds=1)) == 1


def test_an_open_programme_asks_for_no_address(programme: Programme) -> None:
    Programme.objects.update(opens_on=None)
    path = reverse("hosts:interest", args=[programme.host.slug, programme.slug])
    page = Client().get(path).content.decode()
    assert "Applications are open" in page
    assert "<form" not in page


def test_the_worker_does_both(programme: Programme, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = {one.name: one for one in STEPS}
    note_interest(programme, CANARY, NOW)
    monkeypatch.setattr(clock, "now", lambda: OPENS)
    assert steps["people told that applications are open"].work() == 1
    monkeypatch.setattr(clock, "now", lambda: OPENS + timedelta(days=91))
    assert steps["old addresses of interest erased"].work() == 1
