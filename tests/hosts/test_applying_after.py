"""How an application stands: the manager’s agreement, taking it back, each date, and the set."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import get_connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from setspace.hosts.changes import set_up
from setspace.hosts.models import Application, DateAnswer, Placement
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
    assert browser.get(step).status_code == (200 if moment == "waiting_at" else 302)


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


def test_each_date_is_confirmed_by_itself(dev: Person) -> None:
    programme = offered()
    browser, application = sent(programme, dev)
    first, second, *rest = programme.sets.all()[0].dates.all()
    dates = f"{home(application)}dates/"
    seen = page(browser.get(dates))
    assert seen.count("<fieldset") == 8  # of the set that suits, and not of the other
    assert "Introduction, Tuesday 2 February 2027, 9:30am to 11:30am" in seen
    browser.post(dates, {str(first.pk): "yes", str(second.pk): "no"})
    browser.post(dates, {str(second.pk): "yes", str(rest[0].pk): "perhaps"})
    browser.post(dates, {str(second.pk): "yes"})
    others = programme.sets.all()[1].dates.all()[0]
    browser.post(dates, {str(others.pk): "yes"})
    assert dict(DateAnswer.objects.values_list("programme_date_id", "can_come")) == {
        first.pk: True,
        second.pk: True,
    }


def test_the_set_that_is_shown_has_names_organisations_and_jobs_and_no_address(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application, "Tom Doyle", "Ines Evora", shown=False)
    assert browser.get(f"{home(application)}place/").status_code == 404
    Placement.objects.filter(pk=place.pk).update(shown_at=NOW)
    hidden = applied(application.programme, "Sam Frost")
    place.programme_set.placements.create(application=hidden, placed_at=NOW)
    assert "See the set and answer" in page(browser.get(home(application)))
    assert "Your set is ready" in page(browser.get("/"))
    seen = page(browser.get(f"{home(application)}place/"))
    for words in ("Tom Doyle", "Ines Homes", "Housing officer", "Tuesday 2 February 2027"):
        assert words in seen
    assert "@" not in seen
    assert "Sam Frost" not in seen  # who was not shown the set yet may still go elsewhere


def test_a_yes_with_a_note_that_only_the_facilitator_opens(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application, "Tom Doyle")
    where = f"{home(application)}place/"
    assert page(browser.post(where)).count("Select yes or no") == 2
    browser.post(where, {"answer": "yes", "note": "I once managed Tom."})
    place.refresh_from_db()
    assert (place.agreed_at, place.declined_at, place.ended_at) == (NOW, None, None)
    assert place.open_note(FACILITATOR) == "I once managed Tom."
    assert "I once managed Tom." in page(browser.get(where))
    assert "You said yes to the <b>Tuesday set</b>" in page(browser.get(home(application)))


def test_a_no_needs_no_reason_and_frees_the_place(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application)
    answer = browser.post(f"{home(application)}place/", {"answer": "no"}, follow=True)
    assert "You need not say why." in page(answer)
    place.refresh_from_db()
    assert (place.agreed_at, place.declined_at, place.ended_at) == (None, NOW, NOW)
    assert browser.get(f"{home(application)}place/").status_code == 404


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


def test_the_facilitator_reads_what_is_theirs_once_somebody_has_said_yes(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application)
    ruth, ade = application.programme.host.made_by, person_for("ade@example.org")
    planned = place.programme_set
    planned.facilitator = ade
    planned.save()
    where = f"/planned-sets/{planned.pk}/people/"
    assert "Nobody has said yes" in page(client_of(ade).get(where))
    assert where not in page(client_of(ade).get("/"))
    browser.post(f"{home(application)}place/", {"answer": "yes", "note": "I once managed Tom."})
    assert where in page(client_of(ade).get("/"))
    seen = page(client_of(ade).get(where))
    for words in (WISHES["aims"], WISHES["issue"], WISHES["access_needs"], "I once managed Tom."):
        assert words in seen
    assert WISHES["apart"] not in seen  # it is for the organiser
    for person in (ruth, dev):
        assert client_of(person).get(where).status_code == 404
    planned.learning_set = new_set("Tuesday set", ruth, ruth, [])
    planned.save()
    assert client_of(ade).get(where).status_code == 404  # another holds it now
    assert "here as the facilitator" in page(client_of(ruth).get(where))


def test_a_no_can_tell_the_facilitator_something_and_nobody_else(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application)
    ade = person_for("ade@example.org")
    place.programme_set.facilitator = ade
    place.programme_set.save()
    browser.post(f"{home(application)}place/", {"answer": "no", "note": "Tom is my brother."})
    seen = page(client_of(ade).get(f"/planned-sets/{place.programme_set_id}/people/"))
    assert "Tom is my brother." in seen
    assert WISHES["issue"] not in seen


def test_whoever_is_in_the_set_already_answers_it_no_more(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application)
    planned, ruth = place.programme_set, application.programme.host.made_by
    planned.learning_set = new_set("Tuesday set", ruth, ruth, [])
    planned.save()
    mine = join(planned.learning_set, dev)
    where = f"{home(application)}place/"
    assert "you are in this set now" in page(browser.get(where))
    refused = browser.post(where, {"answer": "no"}, follow=True)
    assert "You are in this set now. To leave it, take your application back." in page(refused)
    mine.refresh_from_db()
    assert mine.until_at is None
