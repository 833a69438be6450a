"""A set that facilitates itself: how it starts, who looks after it, and how that passes on."""

import pytest
from django.db import IntegrityError, transaction

from setspace.lib import clock
from setspace.programmes import changes, queries
from setspace.programmes.changes import Refused
from setspace.programmes.models import LearningSet, Membership, Role
from tests.cast import client_of
from tests.programmes.test_starting import typed
from tests.programmes.world import World, delivered, invitee, new_world, words_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def taking_turns() -> World:
    """Ade has started a set in which all take turns to lead, and all have joined."""
    world = new_world(takes_turns=True)
    world.join(world.mei, world.tom, world.ines, world.sam)
    return world


def test_whoever_starts_it_is_a_member_like_the_others_and_looks_after_it() -> None:
    world = taking_turns()
    memberships = queries.members_of(world.learning_set)
    assert {one.role for one in memberships} == {Role.MEMBER}
    assert [one.person for one in memberships if one.keeps_set] == [world.ade]


def test_the_page_that_starts_a_set_offers_it_and_counts_the_starter_as_a_member() -> None:
    world = new_world()
    client = client_of(world.ruth)
    page = words_of(client.get("/sets/new/"))
    assert "We take turns: at each session one of us leads" in page
    given = typed(leads="turns")
    response = client.post("/sets/new/", given)
    assert response.status_code == 302
    learning_set = LearningSet.objects.get(name=given["name"], created_by=world.ruth)
    mine = Membership.objects.get(learning_set=learning_set, person=world.ruth)
    assert (mine.role, mine.keeps_set) == (Role.MEMBER, True)


def test_two_others_are_enough_and_eight_are_too_many() -> None:
    world = new_world()
    client = client_of(world.ruth)
    three = {key: "" for key in typed() if key.startswith(("person-2", "person-3"))}
    assert client.post("/sets/new/", typed(leads="turns", **three)).status_code == 302
    one = three | {key: "" for key in typed() if key.startswith("person-1")}
    assert "Enter at least 2 people besides you" in words_of(
        client.post("/sets/new/", typed(leads="turns", **one))
    )
    pasted = "\n".join(f"Person {n}, p{n}@example.org" for n in range(4))
    page = words_of(client.post("/sets/new/", typed(leads="turns", pasted=pasted)))
    assert "A set has at most 7 people besides you. This is 8" in page


def test_who_looks_after_it_changes_dates_and_people_and_nobody_else_does() -> None:
    world = taking_turns()
    keeper, member = client_of(world.ade), client_of(world.mei)
    for page in ("video-link/", "ground-rules/new/"):
        assert keeper.get(world.page(page)).status_code == 200
        assert member.get(world.page(page)).status_code == 404
    newcomer = {"name": "Nia Hill", "email": "nia@example.org"}
    assert member.post(world.page("people/"), newcomer).status_code == 404
    assert keeper.post(world.page("people/"), newcomer).status_code == 302


def test_another_member_can_look_after_it_and_is_told() -> None:
    world = taking_turns()
    keeper, page = client_of(world.ade), world.page("people/")
    assert "Let Tom do it" in words_of(keeper.get(page))
    assert "Let Tom do it" not in words_of(client_of(world.mei).get(page))
    address = f"/memberships/{world.membership(world.tom).id}/keeping/"
    assert client_of(world.mei).post(address).status_code == 404
    assert keeper.post(address).status_code == 302
    assert [one.person for one in queries.members_of(world.learning_set) if one.keeps_set] == [world.tom]
    assert keeper.post(address).status_code == 404
    told = delivered("keeping_passed")
    assert [(to, "you look after dates and people" in subject) for to, subject, _ in told] == [
        ("tom@example.org", True)
    ]


def test_nobody_else_looks_after_a_set_that_has_a_facilitator() -> None:
    world = new_world()
    world.join(world.mei, world.tom)
    address = f"/memberships/{world.membership(world.tom).id}/keeping/"
    assert client_of(world.ade).post(address).status_code == 404


def test_who_looks_after_it_lets_another_do_so_before_they_leave() -> None:
    world = taking_turns()
    with pytest.raises(Refused, match="Let another member do so first"):
        changes.end_membership(world.membership(world.ade), clock.now())
    changes.pass_keeping(world.membership(world.tom), clock.now())
    changes.end_membership(world.membership(world.ade), clock.now())
    assert not world.is_in(world.ade)


def test_only_one_member_looks_after_a_set() -> None:
    world = taking_turns()
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(person=world.tom).update(keeps_at=clock.now())


def test_an_observer_is_never_the_one_who_looks_after_it() -> None:
    world = taking_turns()
    invitation = changes.invite(
        world.learning_set, invitee("Nia Hill"), world.ade, clock.now(), Role.OBSERVER
    )
    version = queries.current_rules(world.learning_set)
    assert version is not None
    nia = changes.accept_invitation(invitation, invitation.person, version, clock.now())
    with pytest.raises(Refused, match="Choose a member"):
        changes.pass_keeping(nia, clock.now())
    assert client_of(world.ade).post(f"/memberships/{nia.id}/keeping/").status_code == 404


def test_replies_go_to_who_looks_after_it() -> None:
    world = taking_turns()
    assert queries.facilitator_of(world.learning_set) == world.ade
    members_page = words_of(client_of(world.mei).get(world.page("people/")))
    assert "Write to Ade" in members_page
    assert "speak to Ade" in members_page
