"""Whether a set has the question coach: its facilitator says."""

from typing import Any

import pytest

from tests.cast import client_of
from tests.programmes.world import World, new_world, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    return world


def has_coach(world: World) -> bool:
    world.learning_set.refresh_from_db()
    return world.learning_set.has_coach


def test_ade_turns_the_coach_off_for_the_set_and_on_again(world: World) -> None:
    ade = client_of(world.ade)
    assert has_coach(world)
    page = words_of(ade.get(world.page("")))
    assert "The coach" in page
    assert "it tells that member alone what it notices" in page

    answer = ade.post(world.page("coach/"), {"reads": "no"}, follow=True)
    assert "It holds from now on, in an open room too." in words_of(answer)
    assert "It is off in this set." in words_of(answer)
    assert not has_coach(world)
    assert 'value="no" id="id_reads_1" checked' in words_of(ade.get(world.page("coach/")))

    ade.post(world.page("coach/"), {"reads": "yes"})
    assert has_coach(world)


def test_an_answer_that_is_none_is_asked_for_again(world: World) -> None:
    for given in ({}, {"reads": "perhaps"}):
        answer = client_of(world.ade).post(world.page("coach/"), given)
        assert "Select whether the coach reads along" in words_of(answer)
    assert has_coach(world)


def test_a_member_neither_sees_nor_changes_the_setting(world: World) -> None:
    mei = client_of(world.mei)
    assert mei.get(world.page("coach/")).status_code == 404
    assert mei.post(world.page("coach/"), {"reads": "no"}).status_code == 404
    assert "The coach" not in words_of(mei.get(world.page("")))
    assert has_coach(world)


def test_where_the_server_has_no_coach_the_set_page_is_silent_and_the_setting_says_so(
    world: World, settings: Any
) -> None:
    settings.COACH = False
    ade = client_of(world.ade)
    assert "The coach" not in words_of(ade.get(world.page("")))
    assert "The coach is off on this server" in words_of(ade.get(world.page("coach/")))
