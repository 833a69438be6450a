"""A suggestion keeps pins and every rule, and can be undone."""

import pytest

from setspace.core.forming.plain import plain_instance
from setspace.core.forming.reading import instance_of
from setspace.hosts.changes.board import change_board, undo_on_board
from setspace.hosts.changes.deciding import keep_apart
from setspace.hosts.models import Programme
from setspace.hosts.queries.board import board_of
from setspace.hosts.queries.instance import forming_of
from setspace.hosts.queries.places import place_of
from setspace.hosts.queries.suggesting import moves_to, suggested
from tests.cast import client_of, the_cast
from tests.hosts.test_board import accepted, put
from tests.hosts.world import NOW, homeground, housing

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def programme() -> Programme:
    return housing(homeground(the_cast()["ruth"]))


def test_a_programme_is_an_instance_that_can_be_written_and_read_again(programme: Programme) -> None:
    mei, tom = accepted(programme, "Mei Chen"), accepted(programme, "Tom Doyle")
    keep_apart(mei, tom)
    instance = forming_of(programme).instance
    assert instance.not_with
    assert instance_of(plain_instance(instance)) == instance


def test_a_suggestion_places_everybody_keeps_pins_and_breaks_no_rule(programme: Programme) -> None:
    ruth = the_cast()["ruth"]
    people = [accepted(programme, f"P{number} Somebody", f"Home {number // 2}") for number in range(8)]
    put(programme, people[0], 2, pinned=True)
    keep_apart(people[0], people[4])
    people[3].set_answers.filter(programme_set__number=2).delete()
    forming = forming_of(programme)
    moves = moves_to(forming, suggested(forming, 1.0).places)
    change_board(programme, 1, "suggested", moves, ruth, NOW)
    board = board_of(programme)
    assert (board.n_placed, board.clashes) == (8, [])
    pinned = place_of(people[0])
    assert pinned is not None
    assert (pinned.programme_set.number, pinned.pinned_at is not None) == (2, True)
    undo_on_board(programme, 2, ruth, NOW)
    assert board_of(programme).n_placed == 1


def test_where_no_set_can_be_formed_the_page_says_what_clashes_and_what_would_help(
    programme: Programme,
) -> None:
    for name in ("Mei Chen", "Tom Doyle", "Ines Evora", "Sam Frost"):
        accepted(programme, name, "Fenmoor Housing")
    client, address = client_of(the_cast()["ruth"]), f"/programmes/{programme.pk}/board/"
    page = client.post(f"{address}suggestion/", {"number": 0}, follow=True).content.decode()
    assert "No set can be formed" in page
    assert "4 of 4 people are from Fenmoor Housing, and a set may have 1" in page
    assert "What would help most:" in page
