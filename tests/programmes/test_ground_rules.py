"""Ground rules: a change is a new version, and everybody is asked again."""

import pytest

from setspace.lib import clock
from setspace.people.models import Letter
from setspace.programmes import changes, queries
from tests.cast import client_of
from tests.programmes.world import World, delivered, new_world, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    Letter.objects.all().delete()
    return world


def not_yet(world: World) -> set[str]:
    agreement = queries.agreement_of(world.learning_set, world.ade)
    assert agreement is not None
    return {person.first_name for person in agreement.not_yet}


def test_a_new_version_asks_everybody_again(world: World) -> None:
    assert not_yet(world) == set()
    response = client_of(world.ade).post(
        world.page("ground-rules/new/"), {"chosen": ["2"], "own": "We sing."}, follow=True
    )
    assert "We have asked your set to read and accept them." in words_of(response)
    assert not_yet(world) == {"Mei", "Tom"}
    told = delivered("new_ground_rules")
    assert [to for to, _subject, _text in told] == ["mei@example.org", "tom@example.org"]
    assert "We sing" not in told[0][2]

    client_of(world.mei).post(world.page("ground-rules/"), {"version": "2"})
    assert not_yet(world) == {"Tom"}


def test_nobody_accepts_a_version_that_was_not_on_the_page(world: World) -> None:
    changes.change_ground_rules(world.learning_set, ["We sing."], world.ade, clock.now())
    response = client_of(world.mei).post(world.page("ground-rules/"), {"version": "1"}, follow=True)
    assert "The ground rules changed while you were reading." in words_of(response)
    assert not_yet(world) == {"Mei", "Tom"}


def test_rules_that_stay_the_same_ask_nobody(world: World) -> None:
    page = words_of(client_of(world.ade).get(world.page("ground-rules/new/")))
    assert page.count(" checked") == 2  # the rule of the tick-list, and how summaries are emailed
    form = {"chosen": ["2"], "own": "What is said here stays here.\n"}
    response = client_of(world.ade).post(world.page("ground-rules/new/"), form, follow=True)
    assert "The ground rules are as they were." in words_of(response)
    assert world.learning_set.ground_rules.count() == 1
    assert not Letter.objects.exists()


def test_an_empty_agreement_is_not_one(world: World) -> None:
    page = words_of(client_of(world.ade).post(world.page("ground-rules/new/"), {"own": " \n "}))
    assert page.count("Tick at least one ground rule, or write your own") == 2
    assert not_yet(world) == set()


def test_only_the_facilitator_writes_a_new_version(world: World) -> None:
    for person in (world.mei, world.ruth, world.charlie):
        assert client_of(person).post(world.page("ground-rules/new/"), {"own": "Mine."}).status_code == 404
    assert not_yet(world) == set()


def test_markup_in_a_rule_is_only_text(world: World) -> None:
    changes.change_ground_rules(world.learning_set, ["<script>alert(1)</script>"], world.ade, clock.now())
    page = words_of(client_of(world.mei).get(world.page("ground-rules/")))
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
