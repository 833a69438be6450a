"""Somebody who looks on: asked as an observer, told what that is, and in nothing of the set but its room."""

import pytest

from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes import changes, queries
from setspace.programmes.models import Invitation, Role
from tests.cast import client_of
from tests.programmes.world import World, delivered, invitee, new_world, planned, words_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def observed() -> tuple[World, Person]:
    """Ade's set, which all have joined, and Nia, who looks on."""
    world = new_world()
    world.join(world.mei, world.tom, world.ines, world.sam)
    invitation = changes.invite(
        world.learning_set, invitee("Nia Hill"), world.ade, clock.now(), Role.OBSERVER
    )
    version = queries.current_rules(world.learning_set)
    assert version is not None
    changes.accept_invitation(invitation, invitation.person, version, clock.now())
    return world, invitation.person


def test_the_facilitator_asks_somebody_to_look_on_and_the_set_is_told_what_that_means() -> None:
    world = new_world()
    world.join(world.mei)
    asked = {"name": "Nia Hill", "email": "nia@example.org", "joins": "observer"}
    assert client_of(world.ade).post(world.page("people/"), asked).status_code == 302
    invitation = Invitation.objects.get(person__email="nia@example.org")
    assert invitation.role == Role.OBSERVER
    page = words_of(client_of(world.mei).get(world.page("people/")))
    assert "Looks on, as an observer, Invited" in page
    letters = {to: text for to, _, text in delivered("newcomer")}
    assert "to look on at your set, as an observer" in letters["mei@example.org"]


def test_the_invitation_says_what_an_observer_sees_and_does_not_do() -> None:
    world = new_world()
    invitation = changes.invite(
        world.learning_set, invitee("Nia Hill"), world.ade, clock.now(), Role.OBSERVER
    )
    door = world.door(invitation.person)
    letters = {to: text for to, _, text in delivered()}
    assert "invites you to look on" in letters["nia@example.org"]
    client = client_of(invitation.person)
    page = words_of(client.get(door))
    assert "invites you to look on" in page
    assert "You see nothing until everybody in the room has said yes" in page
    assert "Yes, I’d like to look on" in page
    version = queries.current_rules(world.learning_set)
    assert version is not None
    answer = {"answer": "yes", "accept": "yes", "version": version.version}
    response = client.post(door, answer)
    assert response.headers["Location"] == "/sets/"


def test_an_observer_is_no_member() -> None:
    world, nia = observed()
    assert nia not in queries.people_of(world.learning_set)
    assert [one.person for one in queries.everyone_of(world.learning_set)][-1] == nia
    assert queries.sets_of(nia, clock.now()) == []
    assert [card.learning_set for card in queries.observed_sets_of(nia, clock.now())] == [world.learning_set]
    mei = queries.sets_of(world.mei, clock.now())[0]
    assert nia not in mei.others


def test_an_observer_opens_no_page_of_the_set_but_the_ground_rules() -> None:
    world, nia = observed()
    client = client_of(nia)
    pages = ["", "people/", "sessions/", "video-link/", "ground-rules/new/"]
    assert {client.get(world.page(page)).status_code for page in pages} == {404}
    rules = client.get(world.page("ground-rules/"))
    assert rules.status_code == 200
    assert "Who has accepted them" not in words_of(rules)


def test_an_observer_finds_the_room_and_the_way_out_on_the_page_of_their_sets() -> None:
    world, nia = observed()
    page = words_of(client_of(nia).get("/sets/"))
    meeting = queries.upcoming_meetings(world.learning_set, clock.now())[0]
    assert f'href="/sessions/{meeting.id}/room/"' in page
    ending = f"/memberships/{world.membership(nia).id}/ending/"
    assert ending in page
    client = client_of(nia)
    assert "Stop looking on at Tuesday set?" in words_of(client.get(ending))
    assert client.post(ending).status_code == 302
    assert not world.is_in(nia)


def test_an_observer_is_told_of_dates_and_of_new_ground_rules_and_of_nothing_else() -> None:
    world, nia = observed()
    delivered()
    now = clock.now()
    changes.plan_meeting(world.learning_set, planned(40), now)
    changes.change_ground_rules(world.learning_set, ["One question at a time."], world.ade, now)
    changes.invite(world.learning_set, invitee("Gus Orr"), world.ade, now)
    told = [text for to, _, text in delivered() if to == nia.email]
    assert len(told) == 2
    assert not [text for text in told if "/sessions/" in text]


def test_the_set_sees_who_looks_on_and_that_they_have_still_to_accept_new_rules() -> None:
    world, nia = observed()
    changes.change_ground_rules(world.learning_set, ["One question at a time."], world.ade, clock.now())
    agreement = queries.agreement_of(world.learning_set, world.mei)
    assert agreement is not None
    assert nia in agreement.not_yet
    assert not queries.has_agreed(world.learning_set, nia)
