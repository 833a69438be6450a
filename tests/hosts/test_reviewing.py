"""The organisers' list, an answer with its letter, and what they never see of an application."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from setspace.hosts.changes.applying import withdraw
from setspace.hosts.changes.deciding import decide, keep_apart, undo_decision
from setspace.hosts.changes.letters import word
from setspace.hosts.models import Answer, Application, Programme
from setspace.hosts.queries.reviewing import kept_apart_from
from setspace.lib import clock
from setspace.people.mails import send_due
from setspace.people.models import Letter, LetterState
from setspace.programmes.changes import Refused
from tests.cast import client_of, the_cast
from tests.hosts.world import NOW, applied, homeground, housing

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def programme() -> Programme:
    return housing(homeground(the_cast()["ruth"]))


def page(programme: Programme, path: str = "", who: str = "ruth") -> str:
    response = client_of(the_cast()[who]).get(f"/programmes/{programme.pk}/applications/{path}")
    return str(response.content.decode()) if response.status_code == 200 else str(response.status_code)


def test_the_list_finds_people_by_standing_and_by_words(programme: Programme) -> None:
    mei, tom = applied(programme, "Mei Chen", "Alderbeck Homes"), applied(programme, "Tom Doyle")
    decide(tom, Answer.WAITING, "Soon.", the_cast()["ruth"], NOW, NOW)
    assert all(name in page(programme) for name in ("Mei Chen", "Tom Doyle"))
    assert "Mei Chen" in page(programme, "?standing=to-answer")
    assert "Tom Doyle" not in page(programme, "?standing=to-answer")
    assert "Tom Doyle" in page(programme, "?standing=waiting")
    assert "Mei Chen" in page(programme, "?q=alderbeck")
    assert "Tom Doyle" not in page(programme, "?q=alderbeck")
    mei.withdrawn_at = NOW
    mei.save()
    assert "Mei Chen" in page(programme, "?standing=withdrawn")


def test_the_list_takes_as_many_queries_for_300_people_as_for_three(
    programme: Programme, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for name in ("Mei Chen", "Tom Doyle", "Ines Evora"):
        applied(programme, name)
    client, address = client_of(the_cast()["ruth"]), f"/programmes/{programme.pk}/applications/"
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(297):
        applied(programme, f"Person{number} Somebody")
    with django_assert_num_queries(len(few)):
        shown = client.get(address).content.decode()
    assert shown.count('<th scope="row">') == 50


def test_an_organiser_reads_aims_and_whom_to_keep_apart_and_nothing_that_is_for_the_facilitator(
    programme: Programme,
) -> None:
    mei = applied(programme, "Mei Chen")
    for field in ("aims", "apart", "issue", "access_needs"):
        mei.seal_words(field, f"{field}-words")
    mei.save()
    shown = page(programme, f"{mei.pk}/")
    assert "<dd>English (UK)</dd>" in shown
    assert "aims-words" in shown
    assert "apart-words" in shown
    assert "issue-words" not in shown
    assert "access_needs-words" not in shown
    assert "You do not see it" in " ".join(shown.split())
    assert page(programme, f"{mei.pk}/", "charlie") == "404"


def test_an_answer_goes_by_letter_in_the_organisers_own_words_ten_minutes_later(programme: Programme) -> None:
    mei, client = applied(programme, "Mei Chen"), client_of(the_cast()["ruth"])
    address = f"/programmes/{programme.pk}/applications/{mei.pk}/"
    assert "We are glad to offer you a place" in client.get(f"{address}?answer=accepted").content.decode()
    client.post(f"{address}decision/", {"answer": "accepted", "words": "Come and join us, Mei."})
    mei.refresh_from_db()
    assert mei.standing == "accepted"
    assert send_due(clock.wall(), EmailBackend()) == 0
    assert send_due(clock.wall() + timedelta(minutes=11), EmailBackend()) == 1
    assert "Come and join us, Mei." in mail.outbox[0].body
    assert mail.outbox[0].reply_to == ["ruth@example.org"]


def test_the_hosts_own_letter_lies_in_the_box_and_gives_the_subject(programme: Programme) -> None:
    mei, client = applied(programme, "Mei Chen"), client_of(the_cast()["ruth"])
    word(
        programme.host,
        "application_waiting",
        "Please wait for {programme}",
        "Dear {first_name}: hold on.",
        NOW,
    )
    address = f"/programmes/{programme.pk}/applications/{mei.pk}/"
    assert "Dear Mei: hold on." in client.get(f"{address}?answer=waiting").content.decode()
    client.post(f"{address}decision/", {"answer": "waiting", "words": "Dear Mei,\r\n\r\nA little patience."})
    send_due(clock.wall() + timedelta(minutes=11), EmailBackend())
    (letter,) = mail.outbox
    assert letter.subject == f"Please wait for {programme.name}"
    assert str(letter.body).startswith("Dear Mei,\n\nA little patience.\n\n")


def test_whoever_applied_reads_the_same_words_on_their_page_once_the_letter_has_gone(
    programme: Programme,
) -> None:
    mei = applied(programme, "Mei Chen")
    decide(mei, Answer.ACCEPTED, "Come and <b>begin</b> with us.", the_cast()["ruth"], NOW, clock.wall())
    client = client_of(mei.person)
    assert "with us." not in client.get(f"/applications/{mei.pk}/").content.decode()
    send_due(clock.wall(), EmailBackend())
    assert (
        "Come and &lt;b&gt;begin&lt;/b&gt; with us."
        in client.get(f"/applications/{mei.pk}/").content.decode()
    )
    mei.refresh_from_db()
    withdraw(mei, NOW)
    assert "with us." not in client.get(f"/applications/{mei.pk}/").content.decode()
    assert mei.decisions.get().words_sealed is None


TOLD = {
    "Sent on": "Your application is sent",
    "On the waiting list.": "You are on the waiting list",
    "There is a place for you.": "<h1>There is a place for you",
    "No place this time.": "<h1>No place this time",
}


def as_read_by(application: Application) -> tuple[str, str]:
    """How it stands, as the home of whoever applied says it and its page repeats it; and the page."""
    client = client_of(application.person)
    page, home = (client.get(path).content.decode() for path in (f"/applications/{application.pk}/", "/"))
    (line,) = [line for line in TOLD if line in home]
    assert TOLD[line] in page
    return line, page


def test_whoever_applied_learns_of_an_answer_when_its_letter_goes_and_not_before(
    programme: Programme,
) -> None:
    mei, ruth = applied(programme, "Mei Chen"), the_cast()["ruth"]
    dates, soon = f"/applications/{mei.pk}/dates/", clock.wall() + timedelta(minutes=10)
    decide(mei, Answer.WAITING, "Please wait.", ruth, NOW, clock.wall())
    assert as_read_by(mei)[0] == "Sent on"
    send_due(clock.wall(), EmailBackend())
    assert as_read_by(mei)[0] == "On the waiting list."
    decide(mei, Answer.ACCEPTED, "Come.", ruth, NOW + timedelta(hours=1), soon)
    decide(mei, Answer.DECLINED, "We are sorry.", ruth, NOW + timedelta(hours=2), soon)
    line, page = as_read_by(mei)
    assert (line, "Please wait." in page, "We are sorry." in page) == ("On the waiting list.", True, False)
    assert client_of(mei.person).get(dates).status_code == 200
    Letter.objects.filter(state=LetterState.WAITING).update(state=LetterState.HELD)
    assert as_read_by(mei)[0] == "On the waiting list."
    Letter.objects.filter(state=LetterState.HELD).update(state=LetterState.WAITING)
    send_due(soon, EmailBackend())
    assert as_read_by(mei)[0] == "No place this time."
    assert client_of(mei.person).get(dates).status_code == 404


def test_an_answer_that_did_not_arrive_goes_once_more_with_the_same_words(programme: Programme) -> None:
    mei, client = applied(programme, "Mei Chen"), client_of(the_cast()["ruth"])
    decide(mei, Answer.DECLINED, "Not this time.", the_cast()["ruth"], NOW, clock.wall())
    Letter.objects.update(state=LetterState.REFUSED, error="550", payload_sealed=None)
    letter = Letter.objects.get()
    page, outbox = (f"/hosts/{programme.host.slug}/{name}/" for name in ("letters", "outbox"))
    assert f"{letter.pk}/sending/" in client.get(page).content.decode()
    client.post(f"{outbox}{letter.pk}/sending/")
    send_due(clock.wall(), EmailBackend())
    assert "Not this time." in mail.outbox[0].body


def test_while_the_letter_waits_the_answer_can_be_taken_back_and_nothing_is_sent(
    programme: Programme,
) -> None:
    mei, ruth = applied(programme, "Mei Chen"), the_cast()["ruth"]
    decision = decide(mei, Answer.DECLINED, "Not this time.", ruth, NOW, clock.wall() + timedelta(minutes=10))
    undo_decision(decision, ruth, NOW)
    mei.refresh_from_db()
    assert mei.standing == "sent"
    assert not Letter.objects.exists()
    again = decide(mei, Answer.DECLINED, "Not this time.", ruth, NOW, clock.wall())
    send_due(clock.wall(), EmailBackend())
    with pytest.raises(Refused, match="The letter has gone"):
        undo_decision(again, ruth, NOW)
    assert Application.objects.get().standing == "declined"


def test_another_answer_before_the_letter_goes_is_the_only_one_that_is_told(programme: Programme) -> None:
    mei, ruth, later = applied(programme, "Mei Chen"), the_cast()["ruth"], clock.wall()
    decide(mei, Answer.DECLINED, "Not this time.", ruth, NOW, later)
    decide(mei, Answer.ACCEPTED, "After all: come.", ruth, NOW, later)
    send_due(clock.wall(), EmailBackend())
    assert [("After all" in one.body, "Not this time" in one.body) for one in mail.outbox] == [(True, False)]


def test_whoever_withdrew_gets_no_answer(programme: Programme) -> None:
    mei, ruth = applied(programme, "Mei Chen"), the_cast()["ruth"]
    decide(mei, Answer.ACCEPTED, "Come.", ruth, NOW, clock.wall())
    mei.refresh_from_db()
    mei.withdrawn_at = NOW
    mei.save()
    send_due(clock.wall(), EmailBackend())
    assert mail.outbox == []
    with pytest.raises(Refused, match="withdrawn"):
        decide(mei, Answer.DECLINED, "No.", ruth, NOW, NOW)


def test_two_people_are_kept_apart_by_a_name_and_no_longer(programme: Programme) -> None:
    mei, tom = applied(programme, "Mei Chen"), applied(programme, "Tom Doyle")
    client, address = (
        client_of(the_cast()["ruth"]),
        f"/programmes/{programme.pk}/applications/{mei.pk}/apart/",
    )
    assert "Nobody with this name" in client.post(address, {"other": "Zoe"}).content.decode()
    client.post(address, {"other": "tom doyle"})
    assert kept_apart_from(tom) == [mei]
    client.post(f"{address}{tom.pk}/removal/")
    assert kept_apart_from(mei) == []
    with pytest.raises(Refused):
        keep_apart(mei, mei)
