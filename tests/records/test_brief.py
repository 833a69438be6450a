"""Homes, and the brief for whoever facilitates: who comes, whose turn it is, which actions are open."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from setspace.core.process.ledger import Line, Standing
from setspace.people.models import Person
from setspace.programmes import changes as programmes
from setspace.programmes.changes import Offer
from setspace.programmes.queries import who_comes
from setspace.records import queries
from setspace.records.changes import keep_session
from tests.cast import client_of
from tests.programmes.world import words_of
from tests.records.world import AFTER, HELD, World, join, new_set, new_world

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def world() -> World:
    world = new_world()
    keep_session(world.held, world.outcome(), HELD)
    return world


def page(person: Person, path: str) -> str:
    with time_machine.travel(AFTER, tick=False):
        return words_of(client_of(person).get(path))


def brief(world: World) -> queries.Brief:
    return queries.brief_of(world.coming, world.ade, AFTER)


def test_the_brief_says_who_comes_and_whose_turn_it_is_without_them(world: World) -> None:
    before = [person.first_name for person in brief(world).holders]
    programmes.apologise(world.coming, world.mei, HELD, instead=None)
    found = brief(world)
    everybody = [person.first_name for person in (*found.holders, *found.later)]
    assert "Mei" in before
    assert sorted(everybody) == ["Ines", "Sam", "Tom"]
    shown = page(world.ade, f"/sessions/{world.coming.pk}/brief/")
    assert "Can’t make it" in shown
    assert "Actions to tell about" in shown


def test_who_holds_an_issue_instead_has_the_place_of_who_is_away(world: World) -> None:
    first, second, third = (person for person in (*brief(world).holders, *brief(world).later)[:3])
    programmes.apologise(world.coming, first, HELD, instead=third)
    found = brief(world)
    assert [*found.holders, *found.later][:2] == [third, second]


def test_the_brief_holds_actions_that_ade_sees_on_the_sets_page_and_no_reflections(world: World) -> None:
    shown = page(world.ade, f"/sessions/{world.coming.pk}/brief/")
    assert "Write the letter Mei would want to get." in shown
    assert "Write the letter Mei would want to get." in page(world.ade, f"/sets/{world.learning_set.pk}/")


def test_a_facilitator_who_came_later_reads_no_action_of_before(world: World) -> None:
    join(world.learning_set, world.ruth, at=AFTER, role="facilitator")
    shown = page(world.ruth, f"/sessions/{world.coming.pk}/brief/")
    assert "Write the letter" not in shown
    assert "No action is open." in shown


def test_two_who_come_are_too_few_and_the_brief_offers_to_ask_for_another_date(world: World) -> None:
    for person in (world.mei, world.tom):
        programmes.apologise(world.coming, person, HELD)
    shown = page(world.ade, f"/sessions/{world.coming.pk}/brief/")
    assert "2 members would be there." in shown
    assert f"/sessions/{world.coming.pk}/polls/" in shown
    assert "2 of 4 members expected. That is too few" in page(world.ade, "/")


def test_mei_finds_on_her_home_the_way_to_say_that_she_cant_come(world: World) -> None:
    home = page(world.mei, "/")
    assert f"/sessions/{world.coming.pk}/attendance/?said=apology" in home
    assert f"/sessions/{world.coming.pk}/session.ics" in home
    assert "/ready/" in home
    assert "/brief/" not in home
    programmes.apologise(world.coming, world.mei, HELD)
    assert "I can come after all" in page(world.mei, "/")
    assert "Mei can’t make it." in page(world.tom, "/")
    assert "Mei can’t make it." in page(world.tom, f"/sets/{world.learning_set.pk}/")


def test_mei_finds_on_her_home_that_her_set_looks_for_another_date(world: World) -> None:
    assert "looks for another date" not in page(world.mei, "/")
    days = [world.coming.on + timedelta(days=number) for number in (7, 14)]
    offer = Offer([(day, time(9, 30)) for day in days], 3, AFTER + timedelta(days=7))
    poll = programmes.open_poll(world.coming, offer, world.ade, AFTER)
    assert f'<a href="/polls/{poll.pk}/">See which dates are offered</a>' in page(world.mei, "/")


def test_home_costs_as_many_reads_for_one_set_that_ade_leads_as_for_three(world: World) -> None:
    def n_queries() -> int:
        client = client_of(world.ade)
        with time_machine.travel(AFTER, tick=False), CaptureQueriesContext(connection) as found:
            assert client.get("/").status_code == 200
        return len(found)

    few = n_queries()
    for name in ("Wednesday set", "Thursday set"):
        new_set(name, world.ruth, world.ade, [world.mei, world.tom])
    assert n_queries() == few


def test_a_session_that_was_led_marks_who_was_there_and_one_that_never_began_marks_nobody() -> None:
    world = new_world()
    line = Line(str(world.mei.pk), Standing.HELD, 1, 40, 40, 0)
    came = (str(world.ade.pk), str(world.mei.pk))
    keep_session(world.coming, replace(world.outcome_of_nothing(), present=came), HELD)
    assert not who_comes(world.coming).is_marked
    keep_session(world.held, replace(world.outcome(), present=came, airtime=(line,)), HELD)
    states = {one.person.first_name: one.came for one in who_comes(world.held).places}
    assert states == {"Ade": True, "Mei": True, "Tom": False, "Ines": False, "Sam": False}
