"""A programme's page put up, taken back, taken off the list; its words, and its sets."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from setspace.hosts.changes.publication import Days, publish
from setspace.hosts.forms.words import WordsForm
from setspace.hosts.models import Programme
from setspace.hosts.queries.addresses import public_address
from setspace.programmes.changes import Refused
from tests.cast import client_of, the_cast
from tests.hosts.world import applied, homeground, housing
from tests.programmes.world import words_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

DAYS = {"opens_on": "2026-12-01", "closes_on": "2027-01-11", "replies_on": "2027-01-20"}


@pytest.fixture
def ruth() -> Client:
    return client_of(the_cast()["ruth"])


@pytest.fixture
def programme() -> Programme:
    return housing(homeground(the_cast()["ruth"]), published=False)


def sent(client: Client, programme: Programme, **data: str) -> str:
    page = words_of(client.post(f"/programmes/{programme.id}/publication/", data, follow=True))
    programme.refresh_from_db()
    return page


def test_it_is_published_with_its_days_and_taken_back(ruth: Client, programme: Programme) -> None:
    assert "Housing, Spring 2027 is published." in sent(ruth, programme, press="publish", **DAYS)
    assert programme.is_published
    assert f'href="{public_address(programme)}"' in words_of(ruth.get(f"/programmes/{programme.pk}/"))
    assert programme.replies_on == date(2027, 1, 20)
    since = programme.published_at
    assert "The days are changed." in sent(ruth, programme, press="publish", closes_on="2027-01-18")
    assert (programme.published_at, programme.opens_on) == (since, None)
    assert "It is a draft again." in sent(ruth, programme, press="take-back")
    assert not programme.is_published


def test_once_somebody_has_applied_it_can_only_be_taken_off_the_list(
    ruth: Client, programme: Programme
) -> None:
    sent(ruth, programme, press="publish")
    applied(programme, "Mei Chen")
    assert "People have applied, so the page stays." in sent(ruth, programme, press="take-back")
    assert programme.is_published
    assert "is off the list. Its sets go on." in sent(ruth, programme, press="end")
    assert programme.ended_at is not None
    sent(ruth, programme, press="publish")
    assert programme.ended_at is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (
            {"opens_on": "2027-02-03", "closes_on": ""},
            "Enter a day before the first date, Tuesday 2 February 2027",
        ),
        ({"closes_on": "2027-02-03"}, "Enter a day before the first date, Tuesday 2 February 2027"),
        ({"replies_on": "2027-02-03"}, "Enter a day before the first date, Tuesday 2 February 2027"),
        ({"opens_on": "2027-01-12"}, "Enter a last day that is not before the day they open"),
        ({"closes_on": "2020-01-12", "opens_on": ""}, "Enter a last day that lies ahead"),
        ({"replies_on": "2027-01-01"}, "Enter a day that is not before the last day to apply"),
        ({"closes_on": "soon"}, "Enter a day, like 11 1 2027"),
    ],
)
def test_days_that_will_not_do(ruth: Client, programme: Programme, days: dict[str, str], said: str) -> None:
    assert said in sent(ruth, programme, press="publish", **{**DAYS, **days})
    assert not programme.is_published


def test_nothing_is_published_whose_first_date_has_passed(programme: Programme) -> None:
    with pytest.raises(Refused, match="Lay the dates anew first"):
        publish(programme, Days(None, None, None), datetime(2027, 2, 2, 9, tzinfo=UTC))
    programme.refresh_from_db()
    assert not programme.is_published


def test_the_words_are_there_from_the_beginning_and_are_changed(ruth: Client, programme: Programme) -> None:
    assert programme.headline == "Four people. One question at a time."
    assert "There are five sessions of 3 and a half hours." in programme.what_it_is
    assert "an introduction of 2 hours, an evaluation of 2 hours and a follow-up of 2 hours" in (
        programme.what_it_is
    )
    assert "It is not therapy" in programme.what_it_is_not
    assert "every date of one set" in programme.absence
    assert "What is said in the set stays in the set." in programme.confidentiality
    words = {
        name: "" if value is False else str(value)
        for name, value in WordsForm.initial_from(programme).items()
    }
    ruth.post(f"/programmes/{programme.id}/words/", {**words, "price": "Free", "asks_manager": "on"})
    programme.refresh_from_db()
    assert (programme.price, programme.asks_manager, programme.slug) == ("Free", True, "housing-spring-2027")
    page = words_of(ruth.post(f"/programmes/{programme.id}/words/", {**words, "name": ""}))
    assert page.count("Enter a name for the programme") == 2


def test_sets_get_names_and_facilitators(ruth: Client, programme: Programme) -> None:
    address = f"/programmes/{programme.id}/sets/"
    typed = {
        "set-1-label": "Early birds",
        "set-1-name": "Ade Bello",
        "set-1-email": "ade@example.org",
        "set-1-language": "cy",
        "set-1-offers": "captions , step-free room,",
        "set-2-label": "Thursday set",
        "set-2-name": "Nobody",
        "set-2-email": "",
        "set-2-language": "en-gb",
        "set-2-offers": "",
    }
    assert words_of(ruth.post(address, typed)).count("Enter Nobody’s email address") == 2
    assert programme.sets.filter(facilitator=None).count() == 2
    ruth.post(address, {**typed, "set-2-name": ""})
    first, second = programme.sets.all()
    assert (first.label, first.language, first.offers) == ("Early birds", "cy", "captions, step-free room")
    assert first.facilitator == the_cast()["ade"]
    assert second.facilitator is None
    page = words_of(ruth.get(f"/programmes/{programme.id}/"))
    assert "Thursday set has no facilitator" in page
    ruth.post(address, {**typed, "set-1-name": "", "set-1-email": "", "set-2-name": ""})
    assert not programme.sets.filter(facilitator__isnull=False).exists()
