"""What is written in confidence stands nowhere that others can look (T02, T03, T11, T13)."""

import logging
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, time
from itertools import product
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage, get_connection
from django.db import connections
from django.db.models import BinaryField
from django.test import Client
from django.urls import reverse

from setspace.core.process import commands as c
from setspace.hosts.models import Joining, Proposal
from setspace.lib import clock
from setspace.people.changes import renew_calendar
from setspace.people.mails import send_due
from setspace.people.models import Letter, Person
from setspace.programmes.changes import PlannedDate, plan_meeting
from setspace.programmes.models import Meeting
from setspace.records.models import RelationshipMap
from setspace.room.answers import Ack
from setspace.room.asking import ask
from setspace.room.changes import follow_meeting
from tests.access.canaries import START, Sung, sing
from tests.access.fixtures import person_who_looks_on
from tests.access.walking import routes
from tests.cast import address_of, client_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"], transaction=True)

# Fields of commands that hold ids, kinds and choices, and nothing that anybody worded.
NOT_WORDS = {
    "person",
    "name",
    "role",
    "action",
    "status",
    "held",
    "question",
    "holder",
    "way",
    "why",
    "which",
}
# Who reads what is written for one alone: its writer, and those it is written to.
READERS: dict[str, set[str]] = {
    "KeepQuestion.text": {"tom"},
    "Typed.text": set(),
    "QuietWord.text": {"ade", "tom"},
    "PrivateNote.text": {"ade"},
    "LogEntry.text": {"ade"},
    "Reflection.text": {"mei"},
    "IssueSheet.words": {"ines"},
    "ReviewSheet.parts": {"mei"},
    "Draft.text": {"mei"},
    "Loop.words": {"mei"},
    "FeedbackRequest.about": {"mei", "ines"},
    "Feedback.words": {"mei"},
    "FeedbackAsked.draft": {"ines"},
    "Assumption.text": {"mei"},
    "Action.why": {"mei"},
    "Action.support": {"mei"},
    "StuckNote.text": {"mei"},
    "ReportDraft.fields": {"mei"},
    "FavouriteStems.stems": {"mei"},
    "Map.title": {"mei"},
    "Map.name": {"mei"},
    "Map.few_words": {"mei"},
    "Map.note": {"mei"},
    "Application.aims": {"ade"},
    "Application.issue": {"ade"},
    "Application.access_needs": {"ade"},
    "Application.apart": set(),
    "Placement.note": set(),
    "Conflict.words": {"ade"},
    "Proposal.words": {"ade"},
    "JoiningWord.words": {"ade"},
    "Decision.words": set(),
}
IN_SUMMARY = {
    "NameIssue.line",
    "WordQuestion.text",
    "ChangeAction.what",
    "ChangeAction.by_when",
    "ChangeAction.first_step",
    "Summary.greeting",
}


@pytest.fixture
def sung() -> Sung:
    return sing()


def test_every_field_that_can_be_worded_is_sealed_wherever_it_is_kept(sung: Sung) -> None:
    worded = {
        f"{type_.__name__}.{field.name}"
        for type_ in c.COMMANDS.values()
        for field in fields(type_)
        if field.type is str and field.name not in NOT_WORDS
    }
    assert worded - set(sung.canaries.words) == set()
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, BinaryField) and field.name.endswith("_sealed"):
                assert model._default_manager.exclude(**{field.name: None}).exists(), (
                    f"{model.__name__}.{field.name}"
                )


def test_no_canary_lies_open_in_a_database(sung: Sung) -> None:
    lying = b"".join(all_bytes())
    assert b"Tuesday set" in lying  # what is not confidential can be found this way
    assert _found(sung, lying) == set()


@pytest.mark.once
def test_no_canary_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="setspace"):
        sung = sing()
        for role in (sung.world.ade, sung.world.mei):
            _crawl(sung, client_of(role))
    assert _found(sung, caplog.text.encode()) == set()


def test_letters_hold_a_canary_for_nobody_but_the_set(sung: Sung) -> None:
    theirs = {address_of(name) for name in ("Ade", "Mei", "Tom", "Ines", "Sam")}
    told: set[str] = set()
    for message in _delivered():
        found = _found(sung, _readable(message).encode())
        assert len(message.to) == 1
        assert not found or message.to[0] in theirs, (message.to, found)
        assert found <= IN_SUMMARY
        assert _found(sung, message.subject.encode()) == set()
        told |= found
    assert "NameIssue.line" in told  # the sweep would see what is there


@pytest.mark.slow
@pytest.mark.once
def test_others_open_no_page_with_a_canary_in_it(sung: Sung) -> None:
    organisers = {"Application.aims", "Application.apart"}  # what is written to them
    assert _found(sung, _crawl(sung, client_of(sung.world.ruth))) == organisers
    assert _found(sung, _crawl(sung, client_of(sung.world.charlie))) == set()
    assert _found(sung, _crawl(sung, Client())) == set()
    _nobody_sees_what_is_for_one_alone(sung)


def test_an_observer_opens_what_all_agreed_to_and_a_room_that_all_have_opened_to_them(sung: Sung) -> None:
    otto = person_who_looks_on(sung.world)
    assert _found(sung, _crawl(sung, client_of(otto))) == {"GroundRules.text"}
    later = Meeting.objects.get(number=5)
    assert _found(sung, _room_of(later, otto)) == set()
    follow_meeting(later, clock.now())
    for person in sung.world.members:
        answer = ask(later.pk, str(person.pk), c.AgreeToObserver(str(otto.pk), yes=True), uuid4())
        assert isinstance(answer, Ack)
    assert _found(sung, _room_of(later, otto)) == {"Bid.line", "LearningSet.video_link"}


def test_what_an_issue_holder_shows_is_seen_by_the_set_and_by_nobody_who_looks_on(sung: Sung) -> None:
    telling, world = Meeting.objects.get(number=6), sung.world
    for person in (world.ade, world.tom, world.sam):
        assert "ShownCopy.content" in _found(sung, _room_of(telling, person))
    otto = person_who_looks_on(world)
    follow_meeting(telling, clock.now())
    for person in world.members:
        assert isinstance(
            ask(telling.pk, str(person.pk), c.AgreeToObserver(str(otto.pk), yes=True), uuid4()), Ack
        )
    assert _found(sung, _room_of(telling, otto)) == {"LearningSet.video_link"}


def test_no_canary_is_in_a_calendar(sung: Sung) -> None:
    """Neither in what is mailed, nor in the feed, nor in a file of one session."""
    mei = sung.world.mei
    files = [Client().get(reverse("programmes:feed", args=[renew_calendar(mei, START)])).content]
    files += [client_of(mei).get(reverse("programmes:session_file", args=[sung.meeting.pk])).content]
    plan_meeting(sung.world.learning_set, PlannedDate(date(2032, 3, 30), time(9, 30), "tpas-session"), START)
    alternatives = [one for message in _delivered() for one in getattr(message, "alternatives", [])]
    files += [str(content).encode() for content, kind in alternatives if kind.startswith("text/calendar")]
    assert len(files) > len(sung.world.members)
    assert all(b"Tuesday set" in file for file in files)
    assert _found(sung, b"".join(files).replace(b"\r\n ", b"")) == set()


@pytest.mark.once
def test_what_an_applicant_writes_is_read_by_them_and_by_the_facilitator_of_their_set(sung: Sung) -> None:
    assert sung.offer is not None
    of_theirs = ("Application.", "Placement.", "Conflict.")
    written = {place for place in sung.canaries.words if place.startswith(of_theirs)}
    assert len(written) == 6
    # What they write anew of a conflict stands in the place of what they told, until it is told.
    assert _found(sung, _crawl(sung, client_of(sung.offer.dev))) == written - {"Conflict.words"}
    told = written - {"Application.apart", "Placement.note"}
    assert _found(sung, _crawl(sung, client_of(sung.world.ade))) & written == told


def _room_of(meeting: Meeting, person: Person) -> bytes:
    client = client_of(person)
    version = meeting.learning_set.ground_rules.latest("version")
    version.assents.get_or_create(person=person, defaults={"at": START})
    return client.get(reverse("room:room", args=[meeting.pk])).content


def _nobody_sees_what_is_for_one_alone(sung: Sung) -> None:
    assert set(READERS) == sung.canaries.private
    for name in ("ade", "mei", "tom", "ines"):
        found = _found(sung, _crawl(sung, client_of(getattr(sung.world, name))))
        assert found, name  # members read what their set shares
        own = {place for place, theirs in READERS.items() if name in theirs}
        assert found & sung.canaries.private <= own


def _found(sung: Sung, text: bytes) -> set[str]:
    return {place for place, word in sung.canaries.words.items() if word.encode() in text}


def all_bytes() -> Iterator[bytes]:
    """Every value in every table of both databases, and the files where there are files."""
    for alias in settings.DATABASES:
        with connections[alias].cursor() as cursor:
            for table in connections[alias].introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  the names of our own tables
                for row in cursor.fetchall():
                    yield b"|".join(_as_bytes(value) for value in row)


def _as_bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def _delivered() -> list[EmailMessage]:
    assert Letter.objects.filter(purpose="summary").count() == 5
    mail.outbox.clear()
    send_due(START.replace(year=2028), get_connection("django.core.mail.backends.locmem.EmailBackend"))
    return list(mail.outbox)


def _readable(message: EmailMessage) -> str:
    alternatives = getattr(message, "alternatives", [])
    headers = [f"{name}: {value}" for name, value in message.message().items()]
    return "\n".join([*headers, str(message.body), *(str(content) for content, _ in alternatives)])


def _crawl(sung: Sung, client: Client) -> bytes:
    """All that somebody gets who opens every address of the site that this set has."""
    values: dict[str, list[object]] = {
        "set_id": [sung.world.learning_set.pk],
        "meeting_id": [sung.world.held.pk, sung.meeting.pk],
        "membership_id": [sung.world.membership(sung.world.tom).pk],
        "map_id": [RelationshipMap.objects.get().pk],
    }
    if sung.offer is not None:
        programme = sung.offer.programme
        values |= {
            "host": [programme.host.slug],
            "programme": [programme.slug],
            "programme_id": [programme.pk],
            "application_id": [sung.offer.application.pk],
            "programme_set_id": [sung.offer.place.programme_set_id],
            "conflict_id": [sung.offer.place.conflict.pk],
            "proposal_id": [Proposal.objects.get().pk],
            "joining_id": [Joining.objects.get().pk],
        }
    pages = []
    for route in routes():
        if set(route.arguments) <= values.keys():
            for chosen in product(*(values[name] for name in route.arguments)):
                address = reverse(route.name, kwargs=dict(zip(route.arguments, chosen, strict=True)))
                pages.append(client.get(address, follow=True).content)
    return b"\n".join(pages)
