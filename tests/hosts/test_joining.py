"""Two sets that grew small become one: both facilitators say yes, each person is invited, all are told."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from setspace.hosts.changes.deciding import keep_apart
from setspace.hosts.changes.joining import answer_joining, propose_joining
from setspace.hosts.models import Joining
from setspace.hosts.queries.joining import ways_of
from setspace.hosts.queries.places import place_of
from setspace.lib import clock
from setspace.people.mails import send_due
from setspace.people.models import Letter
from setspace.programmes.changes import Refused
from setspace.programmes.models import Invitation, Membership
from setspace.programmes.queries.meetings import upcoming_meetings
from tests.cast import client_of, the_cast
from tests.hosts.applicants import FETCH, at, page
from tests.hosts.begun import LATER, Begun, begun, leaves, of, say_yes, told

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with at(LATER):
        yield


@pytest.fixture
def sets(db: None) -> Begun:
    """Mei and Tom are left on Tuesday; Amara and Joe meet on Thursday."""
    found = begun()
    leaves("Ines")
    Letter.objects.all().delete()
    return found


def asked(sets: Begun) -> Joining:
    return propose_joining(sets.thursday, sets.tuesday, the_cast()["ruth"], LATER)


def both_say_yes(sets: Begun) -> Joining:
    joining = asked(sets)
    answer_joining(joining, agrees=True, words="", by=sets.bea, now=LATER)
    return answer_joining(joining, agrees=True, words="", by=sets.ade, now=LATER)


def test_the_page_offers_what_fits_and_says_what_each_way_costs(sets: Begun) -> None:
    of("Amara").set_answers.filter(programme_set=sets.tuesday).delete()
    keep_apart(of("Joe"), of("Mei"))
    first, second = ways_of(sets.programme, LATER)
    assert (first.title, list(first.moving), first.n_after) == (
        "The Tuesday set joins the Thursday set",
        ["Mei", "Tom"],
        4,
    )
    assert list(second.costs) == [
        "Amara did not choose the Tuesday set",
        "Joe is to be kept apart from Mei",
    ]
    ruth, where = client_of(the_cast()["ruth"]), f"/programmes/{sets.programme.pk}/joinings/"
    seen = page(ruth.get(where))
    assert "Disturbs least" in seen
    assert page(ruth.post(where)).count("Choose two sets") == 2
    said = page(ruth.post(where, {"way": second.key}, follow=True))
    assert "Waits for the facilitator of the Thursday set and the facilitator of the Tuesday set" in said
    assert told() == [("joining_asked", "Ade"), ("joining_asked", "Bea")]
    assert ways_of(sets.programme, LATER) == []


def test_sets_that_together_are_too_many_or_have_no_small_one_are_not_offered(sets: Begun) -> None:
    sets.programme.most_people = 3
    sets.programme.least_people = 2
    sets.programme.save()
    assert ways_of(sets.programme, LATER) == []
    with pytest.raises(Refused, match="more people than a set may have"):
        asked(sets)


def test_nothing_happens_before_both_facilitators_have_said_yes(sets: Begun) -> None:
    joining = asked(sets)
    bea, where = client_of(sets.bea), f"/joinings/{joining.pk}/"
    assert where in page(bea.get("/"))
    assert "Amara and Joe would be invited into the Tuesday set" in page(bea.get(where))
    bea.post(where, {"answer": "yes"})
    assert "The other facilitator has not answered yet" in page(bea.get(where))
    assert not Invitation.objects.filter(accepted_at=None).exists()
    assert upcoming_meetings(sets.founded(sets.thursday), LATER)
    for person in (the_cast()["ruth"], of("Mei").person, of("Amara").person):
        assert client_of(person).get(where).status_code == 404
        assert client_of(person).post(where, {"answer": "yes"}).status_code == 404


def test_when_both_say_yes_each_is_invited_and_everybody_is_told(sets: Begun) -> None:
    joining = both_say_yes(sets)
    assert joining.done_at == LATER
    invited = Invitation.objects.filter(learning_set=sets.tuesday.learning_set, accepted_at=None)
    assert {(one.person.first_name, one.invited_by.first_name) for one in invited} == {
        ("Amara", "Ade"),
        ("Joe", "Ade"),
    }
    assert not Membership.objects.filter(learning_set=sets.tuesday.learning_set, person=of("Amara").person)
    assert not upcoming_meetings(sets.founded(sets.thursday), LATER)
    assert len(upcoming_meetings(sets.founded(sets.tuesday), LATER)) == 8
    place = place_of(of("Joe"))
    assert place
    assert place.programme_set == sets.tuesday
    everybody = ["Ade", "Amara", "Bea", "Joe", "Mei", "Tom"]
    assert [who for purpose, who in told() if purpose == "sets_joined"] == everybody
    Letter.objects.exclude(purpose="sets_joined").delete()
    send_due(clock.wall() + timedelta(days=1), EmailBackend())
    letters = {one.to[0]: str(one.body) for one in mail.outbox if "become one" in one.subject}
    assert (
        "Invited to it: Amara Okafor of Amara Homes, Joe Pritchard of Joe Homes."
        in letters["mei@example.org"]
    )
    assert "Its pages stay open to you." in letters["joe@example.org"]
    check = page(client_of(the_cast()["ruth"]).get(f"/programmes/{sets.programme.pk}/board/check/"))
    assert "Its people go on in the Tuesday set." in check


def test_the_past_of_each_set_stays_with_those_who_were_in_it(sets: Begun) -> None:
    both_say_yes(sets)
    amara, mei = of("Amara").person, of("Mei").person
    say_yes(sets.founded(sets.tuesday), amara, now=LATER + timedelta(hours=1))
    old, new = (sets.founded(one).pk for one in (sets.thursday, sets.tuesday))
    assert client_of(amara).get(f"/sets/{old}/").status_code == 200
    assert client_of(amara).get(f"/sets/{new}/").status_code == 200
    assert client_of(mei).get(f"/sets/{old}/").status_code == 404


def test_one_no_leaves_both_as_they_are_and_its_words_are_for_the_organiser(sets: Begun) -> None:
    joining = asked(sets)
    where, ruth = f"/joinings/{joining.pk}/", client_of(the_cast()["ruth"])
    overview = f"/programmes/{sets.programme.pk}/joinings/"
    ade, words = client_of(sets.ade), "We have only begun to trust."
    ade.post(where, {"words": words, "later": "1"}, headers=FETCH)
    assert words in page(ade.get(where))
    assert words not in page(client_of(sets.bea).get(where))
    assert words not in page(ruth.get(overview))
    ade.post(where, {"answer": "no", "words": words})
    seen = page(ruth.get(overview))
    assert "Ade said no" in seen
    assert words in seen
    assert "answered already" in page(client_of(sets.bea).post(where, {"answer": "yes"}))
    assert upcoming_meetings(sets.founded(sets.thursday), LATER)
    assert not {purpose for purpose, _who in told()} & {"sets_joined", "invitation"}


def test_whoever_leads_both_sets_answers_once(sets: Begun) -> None:
    Membership.objects.filter(person=sets.bea).update(person=sets.ade)
    joining = asked(sets)
    assert told() == [("joining_asked", "Ade")]
    assert answer_joining(joining, agrees=True, words="", by=sets.ade, now=LATER).done_at == LATER


def test_an_organiser_takes_it_back_while_nobody_has_moved(sets: Begun) -> None:
    joining = asked(sets)
    with pytest.raises(Refused, match="already"):
        propose_joining(sets.tuesday, sets.thursday, the_cast()["ruth"], LATER)
    client_of(the_cast()["ruth"]).post(f"/joinings/{joining.pk}/withdrawal/")
    with pytest.raises(Refused, match="answered already"):
        answer_joining(joining, agrees=True, words="", by=sets.ade, now=LATER)
    assert len(ways_of(sets.programme, LATER)) == 2
