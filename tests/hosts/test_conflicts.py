"""A conflict of interest is told to the facilitator of the set alone, who says whether it matters."""

from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client

from setspace.hosts.changes.inviting import found_set
from setspace.hosts.models import Application, Conflict, KeptApart, Placement, ProgrammeSet
from setspace.hosts.queries.board import board_of
from setspace.lib import clock
from setspace.people.changes import person_for
from setspace.people.mails import send_due
from setspace.people.models import Letter, Person
from setspace.programmes.changes import Refused
from tests.cast import client_of, the_cast
from tests.hosts.applicants import FETCH, at, offered, page, placed, sent
from tests.hosts.world import NOW

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

TOM = "Tom is my brother."


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def dev(db: None) -> Person:
    return person_for("dev@example.org", "Dev Patel")


@pytest.fixture
def ade(db: None) -> Person:
    return the_cast()["ade"]


@pytest.fixture
def shown(dev: Person, ade: Person) -> tuple[Client, Placement]:
    """Dev’s browser, and his place beside Tom and Ines in the set that Ade is to facilitate."""
    browser, application = sent(offered(), dev)
    place = placed(application, "Tom Doyle", "Ines Evora")
    facilitated_by(place.programme_set, ade)
    return browser, place


def facilitated_by(planned: ProgrammeSet, person: Person | None) -> None:
    planned.facilitator = person
    planned.save()


def own(place: Placement) -> str:
    return f"/applications/{place.application_id}/place/"


def told(shown: tuple[Client, Placement], **more: str) -> tuple[Conflict, str]:
    """What Dev tells Ade, and where Ade reads it."""
    browser, place = shown
    browser.post(own(place), {"note": TOM, **(more or {"tell": "1"})})
    conflict = Conflict.objects.get(place=place)
    return conflict, f"/conflicts/{conflict.pk}/"


def test_it_is_told_before_an_answer_and_without_one(shown: tuple[Client, Placement], ade: Person) -> None:
    _browser, place = shown
    conflict, where = told(shown)
    place.refresh_from_db()
    assert (place.agreed_at, place.declined_at, conflict.told_to, conflict.verdict) == (None, None, ade, "")
    home = page(client_of(ade).get("/"))
    assert f'<a href="{where}">A conflict of interest</a>' in home
    assert TOM not in home
    seen = page(client_of(ade).get(where))
    assert TOM in seen
    assert "Just to you" in seen
    assert "has not said yes or no to the set yet" in seen


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_it_goes_with_an_answer_too(shown: tuple[Client, Placement], ade: Person, answer: str) -> None:
    _conflict, where = told(shown, answer=answer)
    assert f"has said {answer} to the set" in page(client_of(ade).get(where))


def test_nobody_else_reads_it_nor_hears_from_the_letter_who_and_what(
    shown: tuple[Client, Placement], dev: Person
) -> None:
    _conflict, where = told(shown)
    for name in ("ruth", "tom", "charlie"):
        assert client_of(the_cast()[name]).get(where).status_code == 404
    assert client_of(dev).get(where).status_code == 404
    Letter.objects.exclude(purpose="conflict_told").delete()
    send_due(clock.wall(), EmailBackend())
    (letter,) = mail.outbox
    assert letter.to == ["ade@example.org"]
    assert where in letter.body
    assert not {"Dev", "brother"} & set(letter.body.split())


def test_an_organiser_who_becomes_the_facilitator_reads_nothing_that_was_told_before(
    shown: tuple[Client, Placement],
) -> None:
    browser, place = shown
    conflict, where = told(shown)
    ruth = the_cast()["ruth"]
    facilitated_by(place.programme_set, ruth)
    assert client_of(ruth).get(where).status_code == 404
    people = page(client_of(ruth).get(f"/planned-sets/{place.programme_set_id}/people/"))
    assert "Conflicts of interest" not in people
    seen = page(browser.get(own(place)))
    assert "They no longer facilitate this set; Ruth does, and has not read it" in seen
    assert "who organises this programme too" in seen
    browser.post(own(place), {"note": TOM, "tell": "1"})
    conflict.refresh_from_db()
    assert conflict.told_to == ruth
    assert client_of(the_cast()["ade"]).get(where).status_code == 404


def test_what_is_typed_is_kept_for_the_writer_and_told_to_nobody(
    shown: tuple[Client, Placement], ade: Person
) -> None:
    browser, place = shown
    kept = browser.post(own(place), {"note": "Tom is", "later": "1"}, headers=FETCH)
    assert kept.json() == {"saved": "Kept, and not sent yet", "address": own(place)}
    assert ">Tom is</textarea>" in browser.get(own(place)).content.decode()
    assert not Conflict.objects.exists()
    assert "Conflicts" not in page(client_of(ade).get(f"/planned-sets/{place.programme_set_id}/people/"))
    told(shown)
    place.refresh_from_db()
    assert place.note_sealed is None


def test_telling_nothing_says_what_is_missing_and_without_a_facilitator_nothing_is_offered(
    shown: tuple[Client, Placement],
) -> None:
    browser, place = shown
    said = page(browser.post(own(place), {"tell": "1"}))
    assert said.count("Write what the facilitator should know") == 2
    facilitated_by(place.programme_set, None)
    seen = page(browser.get(own(place)))
    assert 'name="note"' not in seen
    assert "When this set has its facilitator" in seen


def test_no_matter_is_seen_by_whoever_told_and_heard_by_no_organiser(
    shown: tuple[Client, Placement], ade: Person
) -> None:
    browser, place = shown
    _conflict, where = told(shown)
    Letter.objects.all().delete()
    client_of(ade).post(where, {"verdict": "fine"})
    assert "thinks that the set can stay as it is" in page(browser.get(own(place)))
    assert not Letter.objects.exists()
    assert not KeptApart.objects.exists()
    board = f"/programmes/{place.programme_set.programme_id}/board/"
    assert "conflict" not in page(client_of(the_cast()["ruth"]).get(board)).lower()


def test_the_organiser_learns_that_a_set_is_to_be_formed_again_and_who_is_apart_but_no_reason(
    shown: tuple[Client, Placement], ade: Person
) -> None:
    _browser, place = shown
    _conflict, where = told(shown)
    tom = Application.objects.get(person__name="Tom Doyle")
    charlie = Application.objects.create(
        programme=place.programme_set.programme, person=the_cast()["charlie"], begun_at=NOW, saved_at=NOW
    )
    wrong = page(client_of(ade).post(where, {"verdict": "again", "apart": str(charlie.pk)}))
    assert "The set has changed. Choose from the people who are in it now" in wrong
    client_of(ade).post(where, {"verdict": "again", "apart": str(tom.pk)})
    apart = KeptApart.objects.get()
    assert {apart.one, apart.other} == {place.application, tom}
    board = f"/programmes/{place.programme_set.programme_id}/board/"
    seen = page(client_of(the_cast()["ruth"]).get(board))
    assert "Ade asks you to form the Tuesday set again" in seen
    assert TOM not in seen
    Letter.objects.exclude(purpose="forming_asked").delete()
    send_due(clock.wall(), EmailBackend())
    (letter,) = mail.outbox
    assert letter.to == ["ruth@example.org"]
    assert not {"Dev", "Tom", "brother"} & set(letter.body.replace(",", " ").split())
    with at(clock.now().replace(hour=23)):
        place.ended_at = clock.now()
        place.save()
        assert "asks you to form" not in page(client_of(the_cast()["ruth"]).get(board))


def test_a_set_that_has_begun_is_not_formed_again(shown: tuple[Client, Placement], ade: Person) -> None:
    _browser, place = shown
    _conflict, where = told(shown)
    Placement.objects.update(agreed_at=NOW)
    assert board_of(place.programme_set.programme).n_placed == 0  # none of them is accepted yet
    found_set(place.programme_set, ["We listen."], the_cast()["ruth"], NOW)
    said = page(client_of(ade).post(where, {"verdict": "again"}))
    assert "This set has begun. Speak to its people, and to the organiser" in said
    with pytest.raises(Refused, match="has begun"):
        found_set(place.programme_set, ["We listen."], the_cast()["ruth"], NOW)


def test_whoever_takes_their_application_back_takes_what_they_told_back_too(
    shown: tuple[Client, Placement], ade: Person
) -> None:
    browser, place = shown
    _conflict, where = told(shown)
    browser.post(f"/applications/{place.application_id}/withdrawal/")
    assert not Conflict.objects.exists()
    assert client_of(ade).get(where).status_code == 404
