"""After somebody left: who could come, the facilitator's yes or no, and what the set is told."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from setspace.hosts.changes.deciding import keep_apart
from setspace.hosts.changes.proposing import propose_newcomer
from setspace.hosts.models import Application, Proposal
from setspace.hosts.queries.board import board_of
from setspace.hosts.queries.free_place import candidates_of
from setspace.lib import clock
from setspace.people.mails import send_due
from setspace.people.models import Letter
from setspace.programmes.models import Attendance, Invitation, Meeting
from tests.cast import client_of, the_cast
from tests.hosts.applicants import FETCH, at, page
from tests.hosts.begun import LATER, Begun, begun, leaves, of, say_yes, told
from tests.hosts.test_board import accepted

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with at(LATER):
        yield


@pytest.fixture
def sets(db: None) -> Begun:
    found = begun()
    leaves("Ines")
    Letter.objects.all().delete()
    return found


def where(sets: Begun) -> str:
    return f"/programmes/{sets.programme.pk}/begun/{sets.tuesday.pk}/place/"


def proposed(sets: Begun, sam: Application) -> str:
    """Sam is proposed for Tuesday; the address where Ade answers."""
    ruth = client_of(the_cast()["ruth"])
    ruth.post(f"/programmes/{sets.programme.pk}/board/{sets.tuesday.pk}/newcomers/", {"application": sam.pk})
    return f"/proposals/{Proposal.objects.get().pk}/"


def costs(sets: Begun, now: datetime = LATER) -> dict[str, list[str]]:
    found = candidates_of(board_of(sets.programme), sets.tuesday, now)
    return {one.application.person.first_name: list(one.costs) for one in found}


def test_the_page_says_how_the_set_stands_and_who_fits(sets: Begun) -> None:
    accepted(sets.programme, "Sam Frost")
    seen = page(client_of(the_cast()["ruth"]).get(where(sets)))
    assert "Two places are free in the Tuesday set" in seen
    assert "Two members. No session held, eight dates to come." in seen
    assert "Can come to every date still to come, and no rule stands against it." in seen
    assert "Ade Bello decides" in seen


def test_each_cost_is_said_in_words_and_who_costs_least_is_first(sets: Begun) -> None:
    sam = accepted(sets.programme, "Sam Frost", "Mei Homes")
    nia, oda = accepted(sets.programme, "Nia Hill"), accepted(sets.programme, "Oda Lund")
    keep_apart(sam, of("Tom"))
    sam.set_answers.filter(programme_set=sets.tuesday).delete()
    nia.set_answers.filter(programme_set=sets.tuesday).update(is_preferred=False)
    second = sets.tuesday.dates.all()[1]
    nia.date_answers.create(programme_date=second, can_come=False, at=LATER)
    found = costs(sets)
    assert list(found) == ["Oda", "Ines", "Nia", "Sam"]
    assert found["Ines"] == ["Ines was in the Tuesday set, and has left it"]
    assert found["Oda"] == []
    assert found["Nia"] == [
        "Nia can do the Tuesday set if need be",
        "Nia cannot come on Tuesday 9 February",
    ]
    assert found["Sam"] == [
        "Sam did not choose the Tuesday set",
        "Sam and Mei are from Mei Homes",
        "Sam is to be kept apart from Tom",
    ]
    assert oda.standing == "accepted"


def test_only_dates_still_to_come_count_as_they_are_now(sets: Begun) -> None:
    sam, second = accepted(sets.programme, "Sam Frost"), sets.tuesday.dates.all()[1]
    sam.date_answers.create(programme_date=second, can_come=False, at=LATER)
    assert costs(sets)["Sam"] == ["Sam cannot come on Tuesday 9 February"]
    assert costs(sets, datetime(2027, 2, 10, 12, tzinfo=LATER.tzinfo))["Sam"] == []
    Meeting.objects.filter(programme_date=second).update(on=date(2027, 2, 11))
    assert costs(sets)["Sam"] == ["Sam cannot come on Thursday 11 February"]
    Meeting.objects.filter(programme_date=second).update(cancelled_at=LATER)
    assert costs(sets)["Sam"] == []


def test_a_yes_invites_and_tells_the_set_who_comes_from_where_and_nothing_else(sets: Begun) -> None:
    sam = accepted(sets.programme, "Sam Frost")
    Letter.objects.all().delete()
    answer = proposed(sets, sam)
    assert told() == [("proposed", "Ade")]
    seen = page(client_of(sets.ade).get(answer))
    assert "Sam has not been asked yet" in seen
    assert Invitation.objects.get(person=sam.person).sent_at is None
    client_of(sets.ade).post(answer, {"answer": "yes"})
    assert told()[1:] == [
        ("newcomer", "Mei"),
        ("newcomer", "Tom"),
        ("proposal_answered", "Ruth"),
        ("proposed", "Ade"),
    ]
    send_due(clock.wall() + timedelta(days=1), EmailBackend())
    (letter,) = [one for one in mail.outbox if one.to == ["mei@example.org"]]
    assert "Sam Frost of Sam Homes is invited to join your set." in letter.body
    assert "Ruth Abbot of Homeground Network proposed it" in letter.body
    assert "Sam will see nothing of the sessions before." in letter.body
    assert "Invited" in page(client_of(the_cast()["ruth"]).get(where(sets)))
    say_yes(sets.founded(sets.tuesday), sam.person, now=LATER)
    assert "Has joined" in page(client_of(the_cast()["ruth"]).get(where(sets)))


def test_a_no_asks_nobody_and_its_words_are_for_the_organiser_alone(sets: Begun) -> None:
    sam = accepted(sets.programme, "Sam Frost")
    answer = proposed(sets, sam)
    ade, ruth = client_of(sets.ade), client_of(the_cast()["ruth"])
    words = "They are in the middle of something."
    kept = ade.post(answer, {"words": words, "later": "1"}, headers=FETCH)
    assert kept.json()["saved"] == "Kept, and not sent yet"
    assert words in page(ade.get(answer))
    assert words not in page(ruth.get(where(sets)))
    assert page(ade.post(answer, {"words": words})).count("Select yes or no") == 2
    Letter.objects.all().delete()
    ade.post(answer, {"answer": "no", "words": words})
    assert told() == [("proposal_answered", "Ruth")]
    send_due(clock.wall() + timedelta(days=1), EmailBackend())
    assert words not in mail.outbox[-1].body
    seen = page(ruth.get(where(sets)))
    assert "Ade said no" in seen
    assert words in seen
    assert costs(sets)["Sam"] == ["Sam was proposed before, and the answer was no"]
    assert "answered already" in page(ade.post(answer, {"answer": "yes"}))
    assert Invitation.objects.get(person=sam.person).sent_at is None


def test_only_who_leads_the_set_answers(sets: Begun) -> None:
    answer = proposed(sets, accepted(sets.programme, "Sam Frost"))
    for person in (the_cast()["ruth"], the_cast()["mei"], sets.bea, of("Sam").person):
        assert client_of(person).get(answer).status_code == 404
        assert client_of(person).post(answer, {"answer": "yes"}).status_code == 404


def test_who_has_missed_everything_is_named_and_stays_until_somebody_says_so(sets: Begun) -> None:
    first = sets.founded(sets.tuesday).meetings.all()[0]
    for name, came in (("Mei", True), ("Tom", False)):
        Attendance.objects.update_or_create(
            meeting=first,
            person=of(name).person,
            defaults={"came_at" if came else "missed_at": LATER},
        )
    seen = page(client_of(the_cast()["ruth"]).get(where(sets)))
    assert "Has not come yet" in seen
    assert "Tom Doyle. A place is free once they say that they leave, or Ade ends it." in seen


def test_nobody_is_proposed_into_a_full_set_by_a_press_that_came_late(sets: Begun) -> None:
    propose_newcomer(sets.tuesday, accepted(sets.programme, "Sam Frost"), the_cast()["ruth"], LATER)
    propose_newcomer(sets.tuesday, accepted(sets.programme, "Nia Hill"), the_cast()["ruth"], LATER)
    seen = page(client_of(the_cast()["ruth"]).get(where(sets)))
    assert "The Tuesday set is full" in seen
    oda = accepted(sets.programme, "Oda Lund")
    board = f"/programmes/{sets.programme.pk}/board/{sets.tuesday.pk}/newcomers/"
    late = client_of(the_cast()["ruth"]).post(board, {"application": oda.pk}, follow=True)
    assert "No place is free in this set" in page(late)
