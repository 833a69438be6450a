"""Whether issue holders see the time of their own turn: the facilitator of a set says."""

import pytest

from tests.cast import client_of
from tests.programmes.world import World, new_world, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    return world


def is_hidden(world: World) -> bool:
    world.learning_set.refresh_from_db()
    return world.learning_set.hides_clock_from_holder


def test_ade_hides_the_clock_from_issue_holders_and_shows_it_again(world: World) -> None:
    ade = client_of(world.ade)
    assert not is_hidden(world)
    assert "In a turn everybody sees the time, the issue holder too." in words_of(ade.get(world.page("")))

    answer = ade.post(world.page("clock/"), {"sees": "others"}, follow=True)
    assert "It holds from the next session that begins." in words_of(answer)
    assert "In a turn everybody sees the time but the issue holder." in words_of(answer)
    assert is_hidden(world)
    assert 'value="others" id="id_sees_1" checked' in words_of(ade.get(world.page("clock/")))

    ade.post(world.page("clock/"), {"sees": "everybody"})
    assert not is_hidden(world)


def test_an_answer_that_is_none_is_asked_for_again(world: World) -> None:
    for given in ({}, {"sees": "nobody"}):
        answer = client_of(world.ade).post(world.page("clock/"), given)
        assert "Select who sees the clock" in words_of(answer)
    assert not is_hidden(world)


def test_a_member_neither_sees_nor_changes_the_setting(world: World) -> None:
    mei = client_of(world.mei)
    assert mei.get(world.page("clock/")).status_code == 404
    assert mei.post(world.page("clock/"), {"sees": "others"}).status_code == 404
    assert "The clock" not in words_of(mei.get(world.page("")))
    assert not is_hidden(world)
