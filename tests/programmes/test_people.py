"""Who is in a set: only the facilitator changes it, everybody is told, and an end takes effect at once."""

import pytest

from setspace.lib import clock
from setspace.people.models import Letter
from setspace.programmes import access, changes
from setspace.programmes.models import Invitation
from tests.cast import client_of
from tests.programmes.world import World, delivered, new_world, words_of

pytestmark = pytest.mark.django_db

NIA = {"name": "Nia Hill", "email": "nia@example.org"}


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    Letter.objects.all().delete()
    return world


def test_ade_invites_somebody_and_everybody_in_the_set_is_told(world: World) -> None:
    response = client_of(world.ade).post(world.page("people/"), NIA, follow=True)
    assert "Nia Hill is invited, and your set has been told." in words_of(response)
    assert sorted((one.purpose, one.to_address) for one in Letter.objects.all()) == [
        ("invitation", "nia@example.org"),
        ("newcomer", "mei@example.org"),
        ("newcomer", "tom@example.org"),
    ]
    told = delivered("newcomer")
    assert [subject for _to, subject, _text in told] == ["Tuesday set: Nia Hill is invited"] * 2
    assert all("will see nothing of the sessions before" in text for _to, _subject, text in told)


@pytest.mark.parametrize("name", ["mei", "ruth", "charlie"])
def test_nobody_else_puts_people_into_a_set(world: World, name: str) -> None:
    n_before = Invitation.objects.count()
    assert client_of(getattr(world, name)).post(world.page("people/"), NIA).status_code == 404
    assert Invitation.objects.count() == n_before
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"name": "", "email": ""}, "Enter the name of the person you would like to invite"),
        ({"name": "Nia Hill", "email": ""}, "Enter Nia Hill’s email address"),
        ({"name": "Nia Hill", "email": "nia"}, "Enter an email address like name@example.org.uk"),
        ({"name": "Mei Chen", "email": "mei@example.org"}, "Mei Chen is in this set already"),
    ],
)
def test_what_is_wrong_is_said_twice_and_kept(world: World, answers: dict[str, str], sentence: str) -> None:
    page = words_of(client_of(world.ade).post(world.page("people/"), answers))
    assert page.count(sentence) == 2
    assert f'value="{answers["email"]}"' in page or not answers["email"]


def test_an_ended_membership_closes_every_page_on_the_next_request(world: World) -> None:
    mei = client_of(world.mei)
    pages = [world.page(name) for name in ("", "people/", "sessions/", "ground-rules/")]
    assert [mei.get(page).status_code for page in pages] == [200] * 4

    address = f"/memberships/{world.membership(world.mei).id}/ending/"
    assert client_of(world.ade).get(address).status_code == 200
    assert world.is_in(world.mei)  # looking ends nothing
    assert client_of(world.ade).post(address).status_code == 302

    assert [mei.get(page).status_code for page in pages] == [404] * 4
    assert access.role_in(world.mei, world.learning_set) is None
    assert delivered("membership_ended")[0][:2] == ("mei@example.org", "Your place in Tuesday set has ended")


def test_mei_leaves_by_herself_but_cannot_end_toms_place(world: World) -> None:
    tom = f"/memberships/{world.membership(world.tom).id}/ending/"
    assert client_of(world.mei).get(tom).status_code == 404
    assert client_of(world.mei).post(tom).status_code == 404
    assert world.is_in(world.tom)

    own = f"/memberships/{world.membership(world.mei).id}/ending/"
    response = client_of(world.mei).post(own, follow=True)
    assert "You have left Tuesday set." in words_of(response)
    assert not world.is_in(world.mei)


def test_a_set_keeps_its_only_facilitator(world: World) -> None:
    address = f"/memberships/{world.membership(world.ade).id}/ending/"
    page = words_of(client_of(world.ade).post(address))
    assert "A set needs a facilitator, and you are the only one." in page
    assert world.is_in(world.ade)


def test_a_stranger_hears_the_same_of_a_set_that_is_there_and_of_one_that_is_not(world: World) -> None:
    charlie = client_of(world.charlie)
    elsewhere = "/sets/00000000-0000-4000-8000-000000000000/"
    for name in ("people/", "sessions/", "ground-rules/", "ground-rules/new/", "video-link/"):
        there, nowhere = charlie.get(world.page(name)), charlie.get(elsewhere + name)
        assert (there.status_code, nowhere.status_code) == (404, 404)
        assert there.content == nowhere.content
        assert client_of(world.ade).get(world.page(name)).status_code == 200


def test_members_see_everyone_and_no_way_to_change_it(world: World) -> None:
    page = words_of(client_of(world.mei).get(world.page("people/")))
    for words in ("Ade Bello", "Tom Doyle", "Ines Evora", "Invited", "Leave the set"):
        assert words in page
    for words in ("Invite somebody", "Withdraw", "End membership"):
        assert words not in page
        assert words in words_of(client_of(world.ade).get(world.page("people/")))


def test_a_member_who_left_can_come_back(world: World) -> None:
    changes.end_membership(world.membership(world.mei), clock.now())
    client_of(world.ade).post(world.page("people/"), {"name": "Mei Chen", "email": "mei@example.org"})
    client_of(world.mei).post(world.door(world.mei), {"answer": "yes", "accept": "yes", "version": "1"})
    assert world.is_in(world.mei)
    assert world.learning_set.memberships.filter(person=world.mei).count() == 2
