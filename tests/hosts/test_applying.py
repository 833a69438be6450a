"""Applying as the applicant meets it: from the public address to “sent”."""

import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from setspace.hosts.changes.sweeping import erase_old_drafts
from setspace.hosts.models import Application, Host
from setspace.lib import vault
from setspace.people.changes import person_for
from setspace.people.models import Letter, Person
from setspace.web.worker import STEPS
from tests.cast import client_of
from tests.hosts.applicants import FETCH, MANAGER, WISHES, address, at, begun, offered, page, sent, work
from tests.hosts.world import NOW
from tests.people.signing import newest_code

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

ORGANISER = vault.Reader(actor="an organiser", purpose=vault.Purpose.APPLICATION)


@pytest.fixture(autouse=True)
def _now() -> object:
    cache.clear()
    with at():
        yield


@pytest.fixture
def dev(db: None) -> Person:
    return person_for("dev@example.org", "Dev Patel")


def test_a_stranger_proves_their_address_and_comes_to_the_second_step_in_the_same_browser() -> None:
    programme, browser = offered(), Client()
    first = page(browser.get(address(programme)))
    assert "Step 1 of 4" in first
    asked = browser.post(address(programme), {"name": "Dev Patel", "email": " Dev@Example.org "})
    assert asked.headers["Location"].startswith("/sign-in/code/?next=")
    assert not Application.objects.exists()  # nobody applies for somebody else
    code_page = browser.get(asked.headers["Location"])
    assert address(programme) in code_page.content.decode()
    given = browser.post("/sign-in/code/", {"code": newest_code(), "next": address(programme)})
    assert given.headers["Location"] == address(programme)
    assert "Your work and your dates" in page(browser.get(address(programme)))
    assert Person.objects.get(email="dev@example.org").name == "Dev Patel"


def test_applying_is_a_way_in_where_nobody_signs_up(settings: Settings) -> None:
    settings.SIGN_UP = "closed"
    answer = Client().post(address(offered()), {"name": "Dev Patel", "email": "dev@example.org"})
    assert answer.headers["Location"].startswith("/sign-in/code/")


def test_known_and_unknown_addresses_have_the_same_answer() -> None:
    programme = offered()
    answers = []
    for email in ("mei@example.org", "nobody@example.org"):
        answer = Client().post(address(programme), {"name": "A Name", "email": email})
        answers.append((answer.status_code, answer.headers["Location"], answer.content))
    assert answers[0] == answers[1]
    assert Letter.objects.filter(purpose="sign_in_code").count() == 2
    assert person_for("mei@example.org").name == "Mei Chen"


def test_what_is_missing_at_the_first_step_is_said_beside_the_field_and_on_top() -> None:
    said = page(Client().post(address(offered()), {"name": "", "email": "dev"}))
    assert said.count("Enter your name") == 2
    assert said.count("Enter an email address like name@example.org.uk") == 2
    assert 'value="dev"' in said


def test_somebody_signed_in_without_a_name_is_asked_for_it_first() -> None:
    programme, nameless = offered(), person_for("dev@example.org")
    browser = client_of(nameless)
    assert "the address you sign in with" in page(browser.get(address(programme)))
    assert browser.post(address(programme), {"name": " Dev Patel "}).headers["Location"] == address(programme)
    assert "Your work and your dates" in page(browser.get(address(programme)))


def test_a_programme_that_is_hidden_not_open_yet_or_closed_takes_nobody(dev: Person) -> None:
    programme = offered(opens_on=date(2026, 11, 20), closes_on=date(2026, 12, 20))
    browser = client_of(dev)
    assert "They open on Friday 20 November 2026" in page(browser.get(address(programme)))
    with at(NOW + timedelta(days=60)):
        closed = page(browser.post(address(programme), work(programme)))
        assert "They closed at the end of Sunday 20 December 2026" in closed
    programme.published_at = None
    programme.save()
    assert browser.get(address(programme)).status_code == 404
    assert not Application.objects.exists()


def test_an_unfinished_step_says_what_is_missing_keeps_what_was_typed_and_is_saved(dev: Person) -> None:
    programme, browser = offered(), client_of(dev)
    said = page(browser.post(address(programme), {"job": "Repairs scheduler", "level": "9"}))
    for words in ("Enter the name of your organisation", "Select the days you can do every session"):
        assert said.count(words) == 2
    assert 'value="Repairs scheduler"' in said
    application = Application.objects.get()
    assert (application.job, application.level, application.steps_done) == ("Repairs scheduler", None, 1)
    assert f'action="/applications/{application.pk}/2/"' in said
    assert "Saved at 9am" in said


def test_save_and_come_back_later_asks_for_nothing(dev: Person) -> None:
    programme, browser = offered(), client_of(dev)
    answer = browser.post(address(programme), {"organisation": "Harbour", "later": "1"})
    application = Application.objects.get()
    assert answer.headers["Location"] == f"/applications/{application.pk}/"
    assert "You have begun to apply" in page(browser.get(answer.headers["Location"]))
    back = browser.get(address(programme))
    assert back.headers["Location"] == f"/applications/{application.pk}/2/"
    assert 'value="Harbour"' in page(browser.get(back.headers["Location"]))


def test_what_is_typed_is_saved_for_the_script_even_where_it_is_not_right_yet(dev: Person) -> None:
    programme, browser = offered(asks_manager=True), client_of(dev)
    told = browser.post(address(programme), {"organisation": "Harb", "later": "1"}, headers=FETCH).json()
    application = Application.objects.get()
    assert (told["saved"], told["address"]) == ("Saved at 9am", f"/applications/{application.pk}/2/")
    browser.post(told["address"], {"organisation": "Harbour", "later": "1"}, headers=FETCH)
    browser.post(f"/applications/{application.pk}/4/", {"manager_email": "jo@", "later": "1"}, headers=FETCH)
    browser.post(f"/applications/{application.pk}/3/", {"aims": "a" * 2001, "later": "1"}, headers=FETCH)
    application.refresh_from_db()
    assert (application.organisation, application.manager_email) == ("Harbour", "jo@")
    assert application.open_words("aims", ORGANISER) == "a" * 2001
    assert 'value="jo@"' in page(browser.get(f"/applications/{application.pk}/4/"))


def test_the_sets_that_suit_and_those_that_are_possible(dev: Person) -> None:
    programme = offered()
    tuesdays, thursdays = (str(one.pk) for one in programme.sets.all())
    browser = client_of(dev)
    seen = page(browser.get(address(programme)))
    assert "Tuesdays, from 2 February" in seen
    assert "9:30am to 1:30pm for full sessions" in seen
    public = page(browser.get(f"/p/{programme.host.slug}/{programme.slug}/"))
    assert '<td data-label="Time">9:30am to 1:30pm</td>' in public
    assert "The 30 minutes at the end of a session are ‘white space’" in seen
    assert seen.count("Tuesday 2 February 2027") == 1
    browser.post(address(programme), work(programme, sets=[tuesdays, thursdays], less=[thursdays]))
    application = Application.objects.get()
    answers = application.set_answers.order_by("programme_set__number")
    assert [one.is_preferred for one in answers] == [True, False]
    again = {**work(programme), "sets": [tuesdays, thursdays], "less": [tuesdays, thursdays]}
    browser.post(f"/applications/{application.pk}/2/", again)
    assert [one.is_preferred for one in answers.all()] == [True, True]
    wrong = {**work(programme), "sets": [str(application.pk)]}
    assert "Select" in page(browser.post(f"/applications/{application.pk}/2/", wrong))


def test_nothing_is_sent_before_everything_is_answered(dev: Person) -> None:
    programme = offered(prerequisite="You have had the introduction.", asks_manager=True)
    browser, application = begun(programme, dev)
    last = f"/applications/{application.pk}/4/"
    assert "There is a problem" not in page(browser.get(last))
    said = page(browser.post(last))
    assert 'href="#id_manager_name"' in said  # all that is wrong is said at once
    assert f'href="/applications/{application.pk}/3/#id_aims"' in said
    assert "Select yes or not yet" in said
    assert "<title>Error:" in said.replace("<title> ", "<title>")
    browser.post(f"/applications/{application.pk}/3/", {**WISHES, "has_prerequisite": "no"})
    assert "A rota that nobody likes." in page(browser.get(last))
    browser.post(last, MANAGER)
    application.refresh_from_db()
    assert (application.sent_at, application.steps_done, application.has_prerequisite) == (NOW, 4, False)


def test_what_is_sent_arrives_once_and_says_by_when_there_is_an_answer(dev: Person) -> None:
    programme = offered(replies_on=date(2026, 12, 24))
    browser, application = sent(programme, dev)
    shown = page(browser.get(f"/applications/{application.pk}/"))
    assert "Your application is sent" in shown
    assert "You will have an answer by Thursday 24 December 2026." in shown
    browser.post(f"/applications/{application.pk}/4/")
    assert [one.to_address for one in Letter.objects.filter(purpose="application_received")] == [dev.email]
    assert browser.get(address(programme)).headers["Location"] == f"/applications/{application.pk}/"


def test_what_was_sent_can_be_changed_until_applications_close_and_only_as_a_whole(dev: Person) -> None:
    programme = offered(closes_on=date(2026, 12, 1))
    browser, application = sent(programme, dev)
    step = f"/applications/{application.pk}/2/"
    seen = page(browser.get(step))
    assert "data-saves" not in seen
    assert "come back later" not in seen
    assert browser.post(step, {"organisation": "", "later": "1"}, headers=FETCH).status_code == 409
    assert "Enter the name" in page(browser.post(step, work(programme, organisation="")))
    browser.post(step, work(programme, organisation="Nest"))
    with at(NOW + timedelta(days=40)):
        late = client_of(dev)
        refused = late.post(step, work(programme, organisation="Late"))
        assert refused.headers["Location"] == f"/applications/{application.pk}/"
        assert "Applications have closed" in page(late.get(refused.headers["Location"]))
        assert late.get(step).status_code == 302
    application.refresh_from_db()
    assert application.organisation == "Nest"


def test_two_browsers_at_once_begin_one_application(dev: Person) -> None:
    programme = offered()
    for organisation in ("Harb", "Harbour"):
        client_of(dev).post(address(programme), {"organisation": organisation, "later": "1"}, headers=FETCH)
    assert Application.objects.get().organisation == "Harbour"


def test_an_older_page_changes_only_what_was_changed_on_it(dev: Person) -> None:
    programme = offered()
    browser, application = begun(programme, dev)
    step = f"/applications/{application.pk}/2/"
    older = newer = opened_with(browser, step)
    thursdays = str(programme.sets.all()[1].pk)
    there = work(programme, job="Head of repairs", sets=[thursdays], opened=newer, later="1")
    browser.post(step, there, headers=FETCH)
    here = work(programme, organisation="Nest", opened=older, later="1")
    told = browser.post(step, here, headers=FETCH).json()
    assert answers_to(application) == ("Nest", "Head of repairs", [thursdays])
    # The page says what it has sent, so that it does not send it as a change again.
    browser.post(step, {**there, "organisation": "Reef", "opened": newer}, headers=FETCH)
    browser.post(step, {**here, "level": "3", "opened": told["opened"]}, headers=FETCH)
    assert answers_to(application) == ("Reef", "Head of repairs", [thursdays])


def test_without_script_an_older_page_shows_what_was_saved_from_another(dev: Person) -> None:
    programme = offered()
    browser, application = begun(programme, dev)
    step = f"/applications/{application.pk}/2/"
    older = opened_with(browser, step)
    browser.post(step, work(programme, job="Head of repairs", opened=older))
    said = page(browser.post(step, work(programme, organisation="", opened=older)))
    assert "Enter the name of your organisation" in said
    assert 'value="Head of repairs"' in said
    assert answers_to(application)[:2] == ("", "Head of repairs")


def test_sealed_words_of_two_pages_are_kept_both(dev: Person) -> None:
    browser, application = begun(offered(), dev)
    step = f"/applications/{application.pk}/3/"
    older = opened_with(browser, step)
    browser.post(step, {"aims": "One\r\ntwo", "opened": older, "later": "1"}, headers=FETCH)
    browser.post(step, {"aims": "", "issue": "A rota", "opened": older, "later": "1"}, headers=FETCH)
    application.refresh_from_db()
    assert application.open_words("aims", ORGANISER) == "One\r\ntwo"
    assert application.issue_sealed is not None


def opened_with(browser: Client, step: str) -> str:
    """What the page of this step will say it was opened with."""
    found = re.search(r'name="opened" value="([^"]+)"', browser.get(step).content.decode())
    assert found
    return found[1]


def answers_to(application: Application) -> tuple[str, str, list[str]]:
    application.refresh_from_db()
    chosen = [str(one.programme_set_id) for one in application.set_answers.all()]
    return application.organisation, application.job, chosen


def test_languages_are_asked_where_the_sets_are_in_more_than_one(dev: Person) -> None:
    programme = offered()
    browser, application = begun(programme, dev)
    assert application.languages == "en-gb"
    step = f"/applications/{application.pk}/3/"
    assert "In which languages" not in page(browser.get(step))
    programme.sets.filter(number=2).update(language="cy")
    assert "Cymraeg" in page(browser.get(step))
    assert "Select at least one language" in page(browser.post(step, WISHES))
    browser.post(step, {**WISHES, "languages": ["cy", "en-gb"]})
    application.refresh_from_db()
    assert sorted(application.languages.split(",")) == ["cy", "en-gb"]


def test_who_reads_what_is_said_beside_each_question(dev: Person) -> None:
    programme = offered()
    Host.objects.update(word_for_facilitator="set adviser")
    browser, application = begun(programme, dev)
    seen = page(browser.get(f"/applications/{application.pk}/3/"))
    assert "Only the set adviser of your set reads this, and not the organiser." in seen
    assert "Only the organiser reads this, and tells nobody why." in seen


def test_drafts_that_nobody_sends_are_erased_after_ninety_days(dev: Person) -> None:
    programme = offered()
    begun(programme, dev)
    sent(programme, person_for("mei@example.org"))
    assert erase_old_drafts(NOW + timedelta(days=90)) == 0
    assert erase_old_drafts(NOW + timedelta(days=90, seconds=1)) == 1
    assert [one.person.email for one in Application.objects.all()] == ["mei@example.org"]
    assert "old drafts of applications erased" in {step.name for step in STEPS}
