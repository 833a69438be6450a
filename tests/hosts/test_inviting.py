"""From the board to a set: shown, founded, and filled again. Nobody is put into a set by an organiser."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from setspace.hosts.changes.deciding import decide
from setspace.hosts.changes.inviting import found_set, show_set
from setspace.hosts.changes.proposing import propose_newcomer
from setspace.hosts.changes.words import change_words
from setspace.hosts.models import Answer, Application, Placement, Programme, ProgrammeSet
from setspace.hosts.queries.board import board_of
from setspace.hosts.queries.inviting import checked
from setspace.lib import clock
from setspace.people.mails import send_due
from setspace.people.models import Letter, Person
from setspace.programmes.changes import Refused, accept_invitation, end_membership
from setspace.programmes.models import Invitation, LearningSet, Membership
from setspace.programmes.queries import current_rules
from tests.cast import client_of, the_cast
from tests.hosts.test_board import accepted, put
from tests.hosts.world import NOW, homeground, housing

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

RULES = ["What is said in the set stays in the set."]
LATER = NOW + timedelta(days=3)


@pytest.fixture
def programme() -> Programme:
    programme = housing(homeground(the_cast()["ruth"]))
    programme.sets.update(facilitator=the_cast()["ade"])
    return programme


def tuesday_of(programme: Programme, *names: str) -> ProgrammeSet:
    """The first set, with these people placed in it."""
    for name in names:
        put(programme, accepted(programme, name), 1)
    return programme.sets.get(number=1)


def founded(programme: Programme) -> tuple[ProgrammeSet, LearningSet]:
    planned = tuesday_of(programme, "Mei Chen", "Tom Doyle", "Ines Evora")
    show_set(planned, NOW)
    Placement.objects.update(agreed_at=NOW)
    return planned, found_set(planned, RULES, the_cast()["ruth"], LATER)


def say_yes(learning_set: LearningSet, *people: Person) -> None:
    rules = current_rules(learning_set)
    assert rules is not None
    for person in people:
        invitation = Invitation.objects.get(learning_set=learning_set, person=person, accepted_at=None)
        accept_invitation(invitation, person, rules, LATER)


def test_the_proposed_set_is_shown_to_its_people_by_one_letter_each(programme: Programme) -> None:
    planned = tuesday_of(programme, "Mei Chen", "Tom Doyle")
    client_of(the_cast()["ruth"]).post(f"/programmes/{programme.pk}/board/{planned.pk}/showing/")
    letters = Letter.objects.filter(purpose="place_proposed")
    assert {one.to_address for one in letters} == {"mei@example.org", "tom@example.org"}
    Letter.objects.exclude(purpose="place_proposed").delete()
    send_due(clock.wall(), EmailBackend())
    assert all("/place/" in one.body and "in the Tuesday set of Housing" in one.body for one in mail.outbox)
    with pytest.raises(Refused, match="has been shown it"):
        show_set(planned, NOW)


def test_a_set_begins_only_with_a_facilitator_and_everybodys_yes(programme: Programme) -> None:
    planned, ruth = tuesday_of(programme, "Mei Chen", "Tom Doyle"), the_cast()["ruth"]
    with pytest.raises(Refused, match="These have not said yes: Mei Chen, Tom Doyle"):
        found_set(planned, RULES, ruth, LATER)
    Placement.objects.update(agreed_at=NOW)
    programme.sets.update(facilitator=None)
    with pytest.raises(Refused, match="Find a facilitator"):
        found_set(planned, RULES, ruth, LATER)
    assert not LearningSet.objects.exists()


def test_beginning_a_set_asks_the_facilitator_alone_and_ties_every_date(programme: Programme) -> None:
    planned, learning_set = founded(programme)
    assert learning_set.name == "Housing, Spring 2027: Tuesday set"
    assert not Membership.objects.exists()
    sent = Invitation.objects.exclude(sent_at=None)
    assert [one.person for one in sent] == [the_cast()["ade"]]
    assert Invitation.objects.filter(sent_at=None).count() == 3
    dates = list(planned.dates.select_related("meeting"))
    assert all(one.meeting and (one.meeting.on, one.meeting.at) == (one.on, one.at) for one in dates)
    assert [one.meeting.kind for one in dates if one.meeting] == [one.kind for one in dates]
    say_yes(learning_set, the_cast()["ade"])
    assert Invitation.objects.exclude(sent_at=None).count() == 4


def test_members_read_what_their_programme_says_of_not_coming_in_its_words_of_today(
    programme: Programme,
) -> None:
    programme.absence = "Tell Ade early."
    programme.save()
    _, learning_set = founded(programme)
    say_yes(learning_set, the_cast()["ade"], the_cast()["mei"])
    page = f"/sessions/{learning_set.meetings.all()[0].pk}/attendance/"
    mei = client_of(the_cast()["mei"])
    assert "Tell Ade early." in mei.get(page).content.decode()
    change_words(programme, {"absence": "Tell <b>everybody</b> early."})
    shown = mei.get(page).content.decode()
    assert "Tell Ade early." not in shown
    assert "Tell &lt;b&gt;everybody&lt;/b&gt; early." in shown


def test_an_organiser_who_is_no_member_sees_counts_and_not_the_set(programme: Programme) -> None:
    _, learning_set = founded(programme)
    say_yes(learning_set, the_cast()["ade"], the_cast()["mei"])
    (one, _) = checked(board_of(programme))
    assert (one.facilitator_has_joined, one.n_joined, one.n_asked) == (True, 1, 2)
    assert client_of(the_cast()["ruth"]).get(f"/sets/{learning_set.pk}/").status_code == 404


def test_after_somebody_left_the_facilitator_decides_who_comes_and_all_are_told(programme: Programme) -> None:
    planned, learning_set = founded(programme)
    people, sam = the_cast(), accepted(programme, "Sam Frost")
    say_yes(learning_set, people["ade"], people["mei"], people["tom"], people["ines"])
    end_membership(Membership.objects.get(person=people["ines"]), LATER)
    (shown, _) = checked(board_of(programme))
    assert shown.risk.startswith("Two people: too few")
    assert shown.has_room
    Letter.objects.all().delete()
    client_of(people["ruth"]).post(
        f"/programmes/{programme.pk}/board/{planned.pk}/newcomers/", {"application": sam.pk}
    )
    invitation = Invitation.objects.get(person=people["sam"])
    assert invitation.sent_at is None
    assert [(one.purpose, one.person) for one in Letter.objects.all()] == [("proposed", people["ade"])]
    assert client_of(people["ruth"]).post(f"/invitations/{invitation.pk}/letter/").status_code == 404
    assert "Yes, invite" in client_of(people["ade"]).get(f"/sets/{learning_set.pk}/people/").content.decode()
    client_of(people["ade"]).post(f"/invitations/{invitation.pk}/letter/")
    told = Letter.objects.filter(purpose="newcomer").values_list("person__name", flat=True)
    assert sorted(told) == ["Mei Chen", "Tom Doyle"]
    assert Letter.objects.get(purpose="invitation").person == people["sam"]
    assert not Membership.objects.filter(person=people["sam"]).exists()


def test_a_facilitators_no_leaves_the_person_without_a_place_and_free_for_another(
    programme: Programme,
) -> None:
    planned, learning_set = founded(programme)
    people, sam = the_cast(), accepted(programme, "Sam Frost")
    say_yes(learning_set, people["ade"])
    invitation = propose_newcomer(planned, sam, people["ruth"], LATER).invitation
    assert "Sam Frost" not in names_without_a_place(programme)
    client_of(people["ade"]).post(f"/invitations/{invitation.pk}/withdrawal/")
    assert "Sam Frost" in names_without_a_place(programme)
    put(programme, sam, 2)
    assert "Sam Frost" not in names_without_a_place(programme)


def test_whoever_is_in_a_set_that_has_begun_is_answered_there_and_who_left_may_be_answered_again(
    programme: Programme,
) -> None:
    _, learning_set = founded(programme)
    people, ines = the_cast(), Application.objects.get(person__name="Ines Evora")
    say_yes(learning_set, people["ade"], people["ines"])
    with pytest.raises(Refused, match="Their set has begun"):
        decide(ines, Answer.DECLINED, "Sorry.", people["ruth"], LATER, LATER)
    end_membership(Membership.objects.get(person=people["ines"]), LATER)
    decide(ines, Answer.WAITING, "We look for another place.", people["ruth"], LATER, LATER)
    assert names_without_a_place(programme) == ["Ines Evora"]


def test_nobody_is_proposed_who_was_declined_or_for_a_set_that_has_not_begun(programme: Programme) -> None:
    planned, sam = tuesday_of(programme, "Mei Chen"), accepted(programme, "Sam Frost")
    with pytest.raises(Refused, match="has not begun"):
        propose_newcomer(planned, sam, the_cast()["ruth"], LATER)
    Application.objects.filter(pk=sam.pk).update(declined_at=NOW)
    sam.refresh_from_db()
    assert sam.standing == Answer.DECLINED


def names_without_a_place(programme: Programme) -> list[str]:
    return [one.application.person.name for one in board_of(programme).unplaced]
