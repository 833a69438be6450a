"""The room without script: the same regions, the same rules, and nothing happens on opening a page."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from setspace.core.process import commands as c
from setspace.core.process.codec import Malformed
from setspace.lib import clock
from setspace.people.models import Person
from setspace.records.queries import note_of
from setspace.room.forms import command_from_form
from setspace.room.models import Room, RoomEvent
from tests.room.world import Tuesday, join, new_meeting, signed_in


def page(tuesday: Tuesday, person: Person, name: str = "room") -> HttpResponse:
    return get(signed_in(person), tuesday, name)


def get(browser: Client, tuesday: Tuesday, name: str = "room") -> HttpResponse:
    answer: HttpResponse = browser.get(reverse(f"room:{name}", args=[tuesday.room]))  # type: ignore[assignment]  # the test client's own subclass
    return answer


def send(browser: Client, tuesday: Tuesday, kind: str, **fields: object) -> HttpResponse:
    url = reverse("room:commands", args=[tuesday.room])
    answer: HttpResponse = browser.post(url, {"kind": kind, **fields})  # type: ignore[assignment]  # the same
    return answer


def test_each_role_has_its_own_page(tuesday: Tuesday) -> None:
    tuesday.started()

    console, members = page(tuesday, tuesday.ade), page(tuesday, tuesday.mei)

    assert "room/facilitator.html" in [template.name for template in console.templates]  # type: ignore[attr-defined]  # the test client adds it
    assert "room/member.html" in [template.name for template in members.templates]  # type: ignore[attr-defined]  # the same
    assert "Check-in" in members.content.decode()
    assert page(tuesday, tuesday.mei, "companion").status_code == 200


def test_a_plan_for_fewer_people_is_named_before_the_session(tuesday: Tuesday) -> None:
    words = "4 members in the set; this plan is for at most 3."
    assert words not in page(tuesday, tuesday.ade).content.decode()
    tuesday.meeting.plan = "troika-session"
    tuesday.meeting.save()
    assert words in page(tuesday, tuesday.ade).content.decode()


def test_opening_a_page_opens_no_room_and_takes_no_seat(tuesday: Tuesday) -> None:
    assert page(tuesday, tuesday.mei).status_code == 200
    assert not Room.objects.exists()

    tuesday.opened()
    join(tuesday.learning_set, tuesday.charlie)

    assert "Charlie" in page(tuesday, tuesday.mei).content.decode()
    assert RoomEvent.objects.count() == 1


@pytest.mark.parametrize("name", ["room", "companion"])
def test_nobody_else_finds_a_room_here(tuesday: Tuesday, name: str) -> None:
    tuesday.started()

    assert page(tuesday, tuesday.charlie, name).status_code == 404
    assert page(tuesday, tuesday.ruth, name).status_code == 404
    assert get(Client(), tuesday, name).status_code == 302


def test_a_removed_member_finds_nothing_on_the_next_page(tuesday: Tuesday) -> None:
    tuesday.started()
    browser = signed_in(tuesday.sam)
    assert get(browser, tuesday).status_code == 200

    tuesday.remove(tuesday.sam)

    assert get(browser, tuesday).status_code == 404
    assert send(browser, tuesday, "check_in", words="Still here").status_code == 404


def test_who_joins_after_the_room_closed_does_not_see_it(tuesday: Tuesday) -> None:
    tuesday.started()
    tuesday.ask(tuesday.ade, c.End())
    tuesday.ask(tuesday.ade, c.Close())
    join(tuesday.learning_set, tuesday.charlie)

    assert page(tuesday, tuesday.charlie).status_code == 404
    assert page(tuesday, tuesday.mei).status_code == 200


def test_a_command_without_script_happens_and_leads_back(tuesday: Tuesday) -> None:
    ade = signed_in(tuesday.ade)

    answer = send(ade, tuesday, "start")

    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("room:room", args=[tuesday.room])
    assert len(tuesday.known.state.visits) == 1
    assert str(tuesday.ade.pk) in tuesday.known.state.arrived


def test_a_form_on_the_companion_leads_back_to_it(tuesday: Tuesday) -> None:
    tuesday.started()
    url = reverse("room:commands", args=[tuesday.room]) + "?page=companion"

    answer = signed_in(tuesday.mei).post(url, {"kind": "check_in", "words": "Here"})

    assert answer.headers["Location"] == reverse("room:companion", args=[tuesday.room])


def test_the_same_form_sent_twice_happens_once(tuesday: Tuesday) -> None:
    ade, once = signed_in(tuesday.ade), str(uuid4())

    assert send(ade, tuesday, "start", id=once).status_code == 302
    assert send(ade, tuesday, "start", id=once).status_code == 302

    assert RoomEvent.objects.filter(kind="session_started").count() == 1


def test_a_refusal_says_why_and_keeps_what_was_typed(tuesday: Tuesday) -> None:
    tuesday.started()
    long = "too long a line " * 30

    answer = send(signed_in(tuesday.mei), tuesday, "check_in", words=long)

    assert answer.status_code == 422
    assert "That is longer than 300 characters" in answer.content.decode()
    assert answer.context["refused"]["fields"]["words"] == long  # type: ignore[attr-defined]  # the same


def test_a_form_that_means_nothing_is_refused_in_words(tuesday: Tuesday) -> None:
    answer = send(signed_in(tuesday.mei), tuesday, "dance")

    assert answer.status_code == 422
    assert "That was not understood" in answer.content.decode()


def test_private_notes_are_kept_for_their_writer_alone(tuesday: Tuesday) -> None:
    url = reverse("room:notes", args=[tuesday.room])
    mei = signed_in(tuesday.mei)

    assert mei.post(url, {"text": "Mine alone"}, headers={"X-Requested-With": "fetch"}).status_code == 204
    assert mei.post(url, {"text": "Mine alone, longer"}).status_code == 302

    assert note_of(tuesday.mei, tuesday.meeting) == "Mine alone, longer"
    assert "Mine alone, longer" in get(mei, tuesday).content.decode()
    assert "Mine alone" not in page(tuesday, tuesday.ade).content.decode()
    assert signed_in(tuesday.charlie).post(url, {"text": "x"}).status_code == 404


def test_the_room_opens_an_hour_before_and_says_so(tuesday: Tuesday) -> None:
    starts = clock.now() + timedelta(minutes=61)
    early = new_meeting(tuesday.learning_set, starts, 2)
    mei = signed_in(tuesday.mei)

    waiting = mei.get(reverse("room:room", args=[early.pk]))
    mei.post(reverse("room:commands", args=[early.pk]), {"kind": "check_in"})

    assert "room/waiting.html" in [template.name for template in waiting.templates]
    assert not Room.objects.exists()
    soon = new_meeting(tuesday.learning_set, clock.now() + timedelta(minutes=59), 3)
    page_soon = mei.get(reverse("room:room", args=[soon.pk]))
    assert "room/member.html" in [template.name for template in page_soon.templates]


def test_in_the_demo_the_room_is_always_open(tuesday: Tuesday, settings: Settings) -> None:
    settings.DEMO = True
    far = new_meeting(tuesday.learning_set, clock.now() + timedelta(days=30), 2)

    page_far = signed_in(tuesday.mei).get(reverse("room:room", args=[far.pk]))

    assert "room/member.html" in [template.name for template in page_far.templates]


def test_a_session_that_was_never_held_leads_back_to_the_set(tuesday: Tuesday) -> None:
    past = new_meeting(tuesday.learning_set, clock.now() - timedelta(days=2), 2)

    answer = signed_in(tuesday.mei).get(reverse("room:room", args=[past.pk]))

    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("records:set", args=[tuesday.learning_set.pk])


@pytest.mark.parametrize(
    ("posted", "command"),
    [
        ("kind=start", c.Start()),
        ("kind=next_stage&seen=3&csrfmiddlewaretoken=x", c.NextStage(3)),
        ("kind=next_stage", c.NextStage(0)),
        ("kind=next_stage&seen=three", c.NextStage(0)),
        ("kind=order_holders&order=a&order=b", c.OrderHolders(("a", "b"))),
        ("kind=order_holders", c.OrderHolders(())),
        ("kind=mark_question&question=q&moved=true", c.MarkQuestion("q", True)),
        ("kind=mark_question&question=q&moved=false", c.MarkQuestion("q", False)),
        ("kind=check_in&words=Line%0D%0Abreak", c.CheckIn("Line\nbreak")),
        ("kind=score", c.Score(0)),
        ("kind=note_action&what=Write&confidence=7", c.NoteAction("Write", "", "", 7, "")),
    ],
)
def test_form_fields_become_what_the_command_wants(posted: str, command: c.Command) -> None:
    assert command_from_form(QueryDict(posted)) == command


@pytest.mark.parametrize("posted", ["", "kind=", "kind=dance", "kind=check_in&words=%00"])
def test_a_form_that_is_no_command_is_malformed(posted: str) -> None:
    with pytest.raises(Malformed):
        command_from_form(QueryDict(posted))


def test_every_command_can_be_sent_by_a_form() -> None:
    for kind, type_ in c.COMMANDS.items():
        assert isinstance(command_from_form(QueryDict(f"kind={kind}")), type_)
