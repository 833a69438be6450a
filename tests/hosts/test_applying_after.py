"""How an application stands: the manager’s agreement, taking it back, each date, and the set."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import get_connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from setspace.hosts.changes import set_up
from setspace.hosts.models import Application
from setspace.hosts.queries.applying import applications_of
from setspace.lib import vault
from setspace.lib.tokens import digest
from setspace.people.changes import person_for
from setspace.people.mails import send_due
from setspace.people.models import Letter, Person
from tests.cast import client_of
from tests.hosts.applicants import MANAGER, WISHES, address, at, begun, offered, page, placed, sent
from tests.hosts.world import HOUSING, NOW, applied
from tests.records.world import join, new_set

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

FACILITATOR = vault.Reader(actor="a facilitator", purpose=vault.Purpose.APPLICATION)


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def dev(db: None) -> Person:
    return person_for("dev@example.org", "Dev Patel")


def home(application: Application) -> str:
    return f"/applications/{application.pk}/"


def letters() -> list[mail.EmailMessage]:
    """What goes out now."""
    mail.outbox.clear()
    send_due(NOW + timedelta(days=900), get_connection("django.core.mail.backends.locmem.EmailBackend"))
    return list(mail.outbox)


def link_to_manager() -> str:
    """As the newest letter has it."""
    hashes = set(Application.objects.values_list("manager_token_hash", flat=True))
    tokens = [one.payload["token"] for one in Letter.objects.filter(purpose="manager_asked")]
    return next(f"/agreements/{token}/" for token in tokens if digest(token) in hashes)


def test_a_manager_agrees_by_a_link_without_signing_in_and_reads_nothing_that_was_written(
    dev: Person,
) -> None:
    programme = offered(asks_manager=True)
    browser, application = begun(programme, dev)
    browser.post(f"/applications/{application.pk}/3/", WISHES)
    last = f"/applications/{application.pk}/4/"
    assert page(browser.post(last)).count("Enter your manager’s name") == 2
    own = {**MANAGER, "manager_email": "DEV@example.org"}
    assert "and not your own" in page(browser.post(last, own))
    browser.post(last, MANAGER)
    link = link_to_manager()
    assert link.split("/")[2] not in str(list(Application.objects.values()))
    asked = next(one for one in letters() if one.to == ["jo@example.org"])
    assert asked.subject == "Dev Patel asks for your agreement to Housing, Spring 2027"
    assert link in str(asked.body)
    assert "23 and a half hours in 8 meetings" in str(asked.body)
    stranger = Client()
    seen = page(stranger.get(link))
    for words in [*WISHES.values(), "Repairs scheduler", "Harbour Homes", "dev@example.org"]:
        assert words not in seen + str(asked.body)
    application.refresh_from_db()
    assert application.manager_agreed_at is None  # looking changes nothing
    stranger.post(link)
    assert "Thank you, Jo Bell" in page(stranger.get(link))
    assert "Jo Bell agreed on Monday 2 November" in page(browser.get(home(application)))


def test_another_address_of_the_manager_is_asked_anew_and_the_link_of_before_is_dead(dev: Person) -> None:
    programme = offered(asks_manager=True)
    browser, application = sent(programme, dev, **MANAGER)
    first = link_to_manager()
    Client().post(first)
    browser.post(f"/applications/{application.pk}/4/", {**MANAGER, "manager_name": "Joanna Bell"})
    assert Client().get(first).status_code == 200
    browser.post(f"/applications/{application.pk}/4/", {**MANAGER, "manager_email": "kim@example.org"})
    application.refresh_from_db()
    assert application.manager_agreed_at is None
    assert (Client().get(first).status_code, Client().post(first).status_code) == (404, 404)
    second = link_to_manager()
    browser.post(f"/applications/{application.pk}/manager/")
    assert Client().get(second).status_code == 404
    third = link_to_manager()
    assert [one.to for one in letters() if "agreement" in one.subject] == [["kim@example.org"]]
    Client().post(third)
    browser.post(f"/applications/{application.pk}/manager/")
    assert Letter.objects.filter(purpose="manager_asked").count() == 3


def test_the_letter_to_the_applicant_says_when_there_is_an_answer_and_holds_no_answers(dev: Person) -> None:
    sent(offered(), dev)
    [letter] = letters()
    assert letter.to == [dev.email]
    assert letter.subject == "Housing, Spring 2027: we have your application"
    assert "You will have an answer after applications have closed." in str(letter.body)
    assert not any(words in str(letter.body) for words in WISHES.values())


@pytest.mark.parametrize(
    ("moment", "says"),
    [
        ("waiting_at", "You are on the waiting list"),
        ("accepted_at", "There is a place for you"),
        ("declined_at", "This says nothing about you or your work."),
        ("withdrawn_at", "You have taken your application back"),
    ],
)
def test_each_standing_has_its_words_on_the_page_and_at_home(dev: Person, moment: str, says: str) -> None:
    programme = offered()
    browser, application = sent(programme, dev)
    assert "Sent on Monday 2 November" in page(browser.get("/"))
    Application.objects.update(**{moment: NOW})
    assert says in page(browser.get(home(application)))
    at_home = page(browser.get("/"))
    assert (programme.name in at_home) == (moment != "withdrawn_at")
    step = f"/applications/{application.pk}/2/"
    refused = page(browser.get(step, follow=True))
    assert ("Which organisation do you work for?" in refused) == (moment == "waiting_at")
    assert ("You have an answer already." in refused) == (moment in ("accepted_at", "declined_at"))


def test_a_draft_that_is_taken_back_is_gone(dev: Person) -> None:
    browser, application = begun(offered(), dev)
    assert "Erase your draft?" in page(browser.get(f"{home(application)}withdrawal/"))
    browser.post(f"{home(application)}withdrawal/")
    assert not Application.objects.exists()


def test_what_is_taken_back_keeps_no_words_frees_the_place_and_can_begin_again(dev: Person) -> None:
    programme = offered(asks_manager=True)
    browser, application = sent(programme, dev, **MANAGER)
    link, place = link_to_manager(), placed(application)
    place.seal_note("I know Tom.")
    place.save()
    browser.post(f"{home(application)}withdrawal/")
    application.refresh_from_db()
    place.refresh_from_db()
    sealed = [getattr(application, f"{name}_sealed") for name in WISHES]
    assert [*sealed, place.note_sealed, application.manager_email] == [None] * 5 + [""]
    assert (place.ended_at, application.standing) == (NOW, "withdrawn")
    assert Client().get(link).status_code == 404
    browser.post(f"{home(application)}withdrawal/")  # once is enough
    assert "Your work and your dates" in page(browser.get(address(programme)))
    sent(programme, dev, **MANAGER)
    application.refresh_from_db()
    assert application.standing == "sent"


def test_whoever_takes_it_back_leaves_the_set_that_was_founded(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application)
    ruth = application.programme.host.made_by
    learning_set = new_set("Tuesday set", ruth, ruth, [])
    place.programme_set.learning_set = learning_set
    place.programme_set.save()
    mine = join(learning_set, dev)
    browser.post(f"{home(application)}withdrawal/")
    mine.refresh_from_db()
    assert mine.until_at == NOW


def test_nobody_else_comes_to_an_application(dev: Person) -> None:
    programme = offered()
    _browser, application = sent(programme, dev)
    placed(application)
    others = [programme.host.made_by, applied(programme, "Mei Chen").person]
    for person in others:
        for below in ("", "2/", "withdrawal/", "dates/", "place/"):
            assert client_of(person).get(home(application) + below).status_code == 404
            assert client_of(person).post(home(application) + below).status_code in (404, 405)
    assert Client().get(home(application)).headers["Location"].startswith("/sign-in/")


def test_the_list_of_ones_applications_takes_two_reads(
    dev: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    programme = offered()
    for number in (1, 3):
        while Application.objects.count() < number:
            programme = set_up(programme.host, HOUSING, NOW)
            Application.objects.create(programme=programme, person=dev, begun_at=NOW, saved_at=NOW)
        with django_assert_num_queries(2):
            found = applications_of(dev)
            assert len({one.application.programme.host.name for one in found}) == 1
        assert len(found) == number
