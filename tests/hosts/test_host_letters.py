"""A host's letters: what went out and why not, held back, sent again, and in whose words."""

import re
from datetime import date, time
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from setspace.hosts.changes.interest import note_interest
from setspace.hosts.mails.defaults import DEFAULTS
from setspace.hosts.models import Host, HostText, Programme
from setspace.hosts.queries.outbox import TITLES, outbox_of, reason_of
from setspace.people.mails import put
from setspace.people.models import Letter, LetterState
from setspace.programmes.changes.people import Invitee, invite
from setspace.programmes.models import LearningSet, Meeting
from tests.cast import client_of, the_cast
from tests.hosts.world import NOW, another_host, applied, homeground, housing
from tests.records.world import delivered, new_set

CANARY = "nobody-knows-me@example.org"


@pytest.fixture
def programme(db: None) -> Programme:
    return housing(homeground(the_cast()["ruth"]))


@pytest.fixture
def host(programme: Programme) -> Host:
    return programme.host


@pytest.fixture
def ruth(host: Host) -> Client:
    return client_of(the_cast()["ruth"])


def received(programme: Programme, name: str = "Mei Chen") -> Letter:
    application = applied(programme, name)
    put(f"received:{application.id}", "interest_noted", application.person, about=application.id)
    return Letter.objects.get(about=application.id)


def founded(programme: Programme) -> LearningSet:
    people = the_cast()
    found = new_set("Tuesday set", people["ruth"], people["ade"], [people["mei"], people["tom"]])
    programme.sets.filter(number=1).update(learning_set=found)
    return found


def address(name: str, host: Host, *more: object) -> str:
    return reverse(f"hosts:{name}", args=[host.slug, *more])


def test_a_host_sees_its_own_letters_by_name_and_nothing_they_say(
    host: Host, programme: Programme, ruth: Client
) -> None:
    people = the_cast()
    theirs = received(housing(another_host(people["charlie"])), "Gwen Ito")
    mine = received(programme)
    page = ruth.get(address("letters", host)).content.decode()
    assert "Mei Chen" in page
    assert "Gwen Ito" not in page
    assert str(mine.id) in page
    assert str(theirs.id) not in page
    assert "Somebody, most likely you" not in page  # what the letter says
    assert client_of(people["charlie"]).get(address("letters", host)).status_code == 404


def letters_of_a_set(programme: Programme) -> None:
    """A summary, three reminders, and one that says whose part is not approved, all waiting."""
    people = the_cast()
    meeting = Meeting.objects.create(
        learning_set=founded(programme), number=1, plan="tpas-session", on=date(2027, 2, 9), at=time(9, 30)
    )
    for purpose in ("summary", "part_waiting"):
        put(purpose, purpose, people["mei"], about=meeting.id)
    for name in ("mei", "tom", "ade"):
        put(f"reminder:{name}", "session_reminder", people[name], about=meeting.id)


def test_of_a_sets_own_letters_a_host_sees_how_many_went_and_holds_none(
    host: Host, programme: Programme, ruth: Client
) -> None:
    letters_of_a_set(programme)
    outbox = outbox_of(host, programme.tz)
    assert (outbox.waiting, outbox.done, outbox.undelivered) == ([], [], [])
    assert outbox.of_sets == [
        ("Reminders of sessions", "Tuesday set", "3 waiting"),
        ("Summaries of sessions", "Tuesday set", "1 waiting"),
    ]
    page = ruth.get(address("letters", host)).content.decode()
    assert "3 waiting" in page
    assert "Mei Chen" not in page
    for letter in Letter.objects.all():
        assert ruth.post(address("letter_holding", host, letter.id), {"hold": "on"}).status_code == 404
    assert set(Letter.objects.values_list("state", flat=True)) == {LetterState.WAITING}


def test_of_a_sets_own_letters_that_did_not_arrive_a_host_sees_whose_but_not_of_a_summary(
    host: Host, programme: Programme, ruth: Client
) -> None:
    letters_of_a_set(programme)
    for letter in Letter.objects.all():
        refused(letter)
    lost = outbox_of(host, programme.tz).undelivered
    assert {(one.title, one.to, one.where) for one in lost} == {
        ("Summaries of sessions", "A member of the set", "Tuesday set, Session 1"),
        ("Reminders of sessions", "Mei Chen", "Tuesday set, Session 1"),
        ("Reminders of sessions", "Tom Doyle", "Tuesday set, Session 1"),
        ("Reminders of sessions", "Ade Bello", "Tuesday set, Session 1"),
    }
    assert not any(one.may_hold or one.may_try_again for one in lost)
    for letter in Letter.objects.all():
        assert ruth.post(address("letter_sending", host, letter.id)).status_code == 404


def test_no_address_of_the_register_is_shown(host: Host, programme: Programme, ruth: Client) -> None:
    note_interest(programme, CANARY, NOW)
    page = ruth.get(address("letters", host)).content.decode()
    assert "Somebody who asked to be told" in page
    assert CANARY not in page


def test_what_goes_to_a_manager_names_the_applicant(host: Host, programme: Programme) -> None:
    application = applied(programme, "Mei Chen")
    put("manager", "interest_noted", CANARY, about=application.id)
    (shown,) = outbox_of(host, programme.tz).waiting
    assert shown.to == "The manager of Mei Chen"


def test_a_held_letter_stays_until_it_is_let_go(host: Host, programme: Programme, ruth: Client) -> None:
    note_interest(programme, CANARY, NOW)
    letter = Letter.objects.get()
    path = address("letter_holding", host, letter.id)
    ruth.post(path, {"hold": "on"})
    assert delivered() == []
    assert "Held back" in ruth.get(address("letters", host)).content.decode()
    ruth.post(path, {"hold": "off"})
    assert [one.to for one in delivered()] == [[CANARY]]
    page = ruth.post(path, {"hold": "on"}, follow=True).content.decode()
    assert "no longer waiting" in page
    assert Letter.objects.get().state == LetterState.SENT


def test_letters_of_another_host_are_out_of_reach(host: Host, programme: Programme) -> None:
    people = the_cast()
    other = another_host(people["charlie"])
    letter = received(programme)
    charlie = client_of(people["charlie"])
    for name in ("letter_holding", "letter_sending"):
        for of in (host, other):
            assert charlie.post(address(name, of, letter.id), {"hold": "on"}).status_code == 404
    assert Letter.objects.get().state == LetterState.WAITING


def refused(letter: Letter, code: str = "550") -> None:
    Letter.objects.filter(id=letter.id).update(state=LetterState.REFUSED, error=code, attempts=3)


def test_a_refused_letter_says_why_and_is_tried_again(host: Host, programme: Programme, ruth: Client) -> None:
    note_interest(programme, CANARY, NOW)
    letter = Letter.objects.get()
    refused(letter)
    page = ruth.get(address("letters", host)).content.decode()
    assert "Not delivered" in page
    assert "knows no such mailbox" in page
    ruth.post(address("letter_sending", host, letter.id))
    assert [one.to for one in delivered()] == [[CANARY]]


def test_an_invitation_is_tried_again_with_a_new_link(host: Host, programme: Programme, ruth: Client) -> None:
    learning_set = founded(programme)
    invitation = invite(learning_set, Invitee("Nia Hill", "nia@example.org"), the_cast()["ade"], NOW)
    letter = Letter.objects.get(purpose="invitation")
    Letter.objects.update(payload_sealed=None)
    refused(letter)
    before = invitation.token_hash
    ruth.post(address("letter_sending", host, letter.id))
    invitation.refresh_from_db()
    assert invitation.token_hash != before
    (sent,) = [one for one in delivered() if one.to == ["nia@example.org"]]
    assert "/invitations/" in str(sent.body)


@pytest.mark.parametrize("code", ["421", "450", "552", "554", "599", "connection 421", "interrupted"])
def test_every_answer_of_a_mail_server_has_words(code: str) -> None:
    assert reason_of(code).endswith(".")
    assert code not in reason_of(code)


def test_many_letters_need_no_more_questions_to_the_database(
    host: Host, programme: Programme, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    received(programme)
    with django_assert_num_queries(8):
        outbox_of(host, programme.tz)
    for name in ("Tom Doyle", "Ines Evora", "Sam Frost"):
        received(programme, name)
    with django_assert_num_queries(8):
        assert len(outbox_of(host, programme.tz).waiting) == 4


def test_letters_that_no_page_has_a_name_for_are_named_by_their_purpose(
    host: Host, programme: Programme
) -> None:
    application = applied(programme, "Mei Chen")
    Letter.objects.create(key="x", purpose="place_ended", person=application.person, about=application.id)
    Letter.objects.create(key="y", purpose="place_ended", person=application.person, about=uuid4())
    assert [one.title for one in outbox_of(host, programme.tz).waiting] == ["Place ended"]
    assert set(DEFAULTS) - {"proposed_set"} <= set(TITLES)


def test_a_host_words_a_letter_and_puts_it_back(host: Host, programme: Programme, ruth: Client) -> None:
    path = address("letter_words", host, "interest_noted")
    typed = {"subject": "Noted: {programme}", "body": "Thank you.\n\nYours, {host}"}
    looked = ruth.post(path, {**typed, "do": "look"}).content.decode()
    assert "Noted: Housing, Spring 2027" in looked
    assert "Yours, Homeground Network" in looked
    assert not HostText.objects.exists()

    note_interest(programme, CANARY, NOW)  # it waits, and is worded when it is sent
    assert ruth.post(path, {**typed, "do": "save"}).status_code == 302
    (letter,) = delivered()
    assert letter.subject == "Noted: Housing, Spring 2027"
    assert str(letter.body).startswith("Thank you.\n\nYours, Homeground Network\n\nSee what is kept")
    assert "In your words" in ruth.get(address("letters", host)).content.decode()

    ruth.post(address("letter_removal", host, "interest_noted"))
    mail.outbox.clear()
    note_interest(programme, "another@example.org", NOW)
    assert delivered()[0].subject == "Housing, Spring 2027: we will tell you when applications open"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"subject": "", "body": "x"}, "Enter a subject"),
        ({"subject": "x", "body": " "}, "Enter what the letter says"),
        ({"subject": "x", "body": "Dear {name} of {set}"}, "This letter does not know {name} and {set}."),
        ({"subject": "{first_name}", "body": "x"}, "It knows {programme}, {host} and {contact}"),
        ({"subject": "x", "body": "Dear {host"}, "A brace stands alone"),
    ],
)
def test_a_wrong_name_is_told_and_what_was_typed_stays(
    host: Host, ruth: Client, typed: dict[str, str], says: str
) -> None:
    page = ruth.post(address("letter_words", host, "interest_noted"), typed).content.decode()
    assert page.count(says) == 2  # beside the field, and in the summary
    assert typed["body"].strip() in page
    assert not HostText.objects.exists()


def test_there_are_only_the_letters_that_there_are(host: Host, ruth: Client) -> None:
    assert ruth.get(address("letter_words", host, "sign_in_code")).status_code == 404
    assert ruth.post(address("letter_removal", host, "sign_in_code")).status_code == 404


def test_an_invitation_into_a_set_of_a_programme_begins_in_the_hosts_words(
    host: Host, programme: Programme
) -> None:
    host.texts.create(
        purpose="invitation", subject="Come in", body="Dear {first_name}, {set}.", changed_at=NOW
    )
    learning_set, ade = founded(programme), the_cast()["ade"]
    invite(learning_set, Invitee("Nia Hill", "nia@example.org"), ade, NOW)
    alone = new_set("Charlie’s set", ade, ade, [])
    invite(alone, Invitee("Otto Berg", "otto@example.org"), ade, NOW)
    sent = {one.to[0]: one for one in delivered()}
    theirs, his = sent["nia@example.org"], sent["otto@example.org"]
    assert theirs.subject == "Come in"
    assert re.match(r"Dear Nia, Tuesday set\.\n\nAde Bello invites you", str(theirs.body))
    assert his.subject == "An invitation to Charlie’s set"
    assert str(his.body).startswith("Hello Otto,\n\nAde Bello invites you")


def test_the_reminders_of_a_host_are_kept(host: Host, ruth: Client) -> None:
    ruth.post(address("reminders", host), {"day": "on"})
    host.refresh_from_db()
    kept = (host.reminds_week_before, host.reminds_day_before, host.reminds_hour_before)
    assert kept == (False, True, False)
    page = ruth.get(address("letters", host)).content.decode()
    assert re.findall(r'name="(\w+)"[^>]*checked', page) == ["day"]
