"""Why somebody is where they are, and what would make room, on the page and by forms alone."""

from datetime import date

import pytest
from django.test import Client

from setspace.hosts.models import Placement
from setspace.hosts.queries.board import board_of
from setspace.hosts.queries.board_steps import steps_of
from setspace.hosts.queries.moves import number_of
from setspace.hosts.queries.why import Why, why
from tests.cast import client_of, the_cast
from tests.hosts.applicants import page
from tests.hosts.ten import THURSDAY, TUESDAY, Ten, ten_people
from tests.hosts.world import NOW

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def ten() -> Ten:
    return ten_people(the_cast()["ruth"])


def told(ten: Ten, name: str) -> Why:
    found = why(board_of(ten.programme), ten.id(name))
    assert found is not None
    return found


def ruth() -> Client:
    return client_of(the_cast()["ruth"])


def test_the_four_parts_are_told_of_somebody_who_is_placed(ten: Ten) -> None:
    joe = told(ten, "Joe")
    assert [(title, list(lines)) for title, lines, _ in joe.parts] == [
        (
            "It has to be so",
            [
                "Joe can only do the Tuesday set",
                "Joe and Leila are from Fenmoor Housing, and Leila is in the Thursday set",
                "Joe is to be kept apart from Leila, and Leila is in the Thursday set",
            ],
        ),
        (
            "It is good because",
            ["Nobody else here works on the front line", "No two people here have the same region"],
        ),
        ("What it costs", ["Nobody loses anything by it"]),
    ]
    assert joe.note == "Nowhere else works"
    shown = page(ruth().get(f"{ten.address}?why={ten.id('Joe')}"))
    for words in (
        "Joe is in the Tuesday set",
        "If you moved Joe",
        "Joe cannot do every date",
        "Pin Joe here",
    ):
        assert words in shown


def test_somebody_who_waits_is_told_where_there_is_a_place_and_gets_it_in_one_press(ten: Ten) -> None:
    first, other = told(ten, "Keziah").ways
    assert list(first.lines[:2]) == ["There is a place for Keziah in the Tuesday set", "No rule is broken"]
    assert other.costs[0] == "Keziah cannot do every date of the Thursday set"
    sent = {"number": number_of(ten.programme), "steps": first.steps}
    said = page(ruth().post(f"{ten.address}swaps/", sent, follow=True))
    assert "Ruth moved Keziah Brown to the Tuesday set." in said
    assert ten.set_of("Keziah") == TUESDAY


def test_a_swap_makes_room_for_somebody_who_waits_breaks_no_rule_and_moves_no_pin(ten: Ten) -> None:
    client = ruth()
    for name in ("Keziah", "Stephen"):
        way = told(ten, name).ways[0]
        client.post(f"{ten.address}swaps/", {"number": number_of(ten.programme), "steps": way.steps})
    board = board_of(ten.programme)
    assert (board.n_placed, board.clashes) == (10, [])
    assert [ten.set_of(name) for name in ("Amara", "Tom", "Leila")] == [TUESDAY, TUESDAY, THURSDAY]
    assert (ten.set_of("Nasreen"), ten.set_of("Stephen")) == (THURSDAY, TUESDAY)
    client.post(f"{ten.address}undoing/", {"number": number_of(ten.programme)})
    assert (ten.set_of("Nasreen"), ten.set_of("Stephen")) == (TUESDAY, 0)


def test_it_is_said_when_a_place_would_be_the_last_that_somebody_else_could_have(ten: Ten) -> None:
    first, _ = told(ten, "Stephen").ways
    assert first.costs[0] == "Keziah would have no free place left"


def test_who_takes_the_last_place_is_told_whom_it_costs_one_and_what_would_make_room(ten: Ten) -> None:
    way = told(ten, "Stephen").ways[0]
    ruth().post(f"{ten.address}swaps/", {"number": number_of(ten.programme), "steps": way.steps})
    stephen = told(ten, "Stephen")
    assert "Keziah could only come here, and there is no place left" in stephen.parts[2][1]
    (swap,) = stephen.room
    assert swap.lines[0] == "Nasreen would go to the Thursday set, and Keziah come to the Tuesday set"
    assert swap.is_swap


def test_whoever_has_seen_their_set_would_be_asked_again_and_the_panel_says_so(ten: Ten) -> None:
    Placement.objects.filter(application=ten.people["Owen"]).update(shown_at=NOW)
    (way,) = told(ten, "Owen").moves
    assert "Owen has been shown another set, and would be asked again" in way.costs


def test_the_cards_say_who_is_kept_apart_and_who_needs_one_certain_place(ten: Ten) -> None:
    board = board_of(ten.programme)
    leila = next(one for one in board.columns[1].cards if one.who == ten.id("Leila"))
    assert (leila.sets, list(leila.apart)) == ("Thursday only", ["Joe"])
    assert [(one.sets, one.needs) for one in board.unplaced] == [
        ("Tuesday only", "Needs a Tuesday place"),
        ("Tuesday or Thursday", ""),
    ]


def test_the_page_says_where_the_board_is_on_the_way_to_the_first_session(ten: Ten) -> None:
    def steps(today: date) -> list[tuple[str, bool]]:
        found = steps_of(ten.programme, list(ten.programme.sets.all()), today)
        return [(one.words, one.is_done) for one in found]

    ten.programme.closes_on = date(2027, 1, 10)
    assert steps(date(2027, 1, 10))[0] == ("Applications open until 10 January", False)
    assert steps(date(2027, 1, 11)) == [
        ("Applications closed", True),
        ("Forming sets", False),
        ("Invitations", False),
        ("Introduction, 2 and 4 February", False),
    ]


def test_a_swap_on_a_board_that_changed_is_refused_with_what_changed_and_nothing_of_it_is_made(
    ten: Ten,
) -> None:
    seen, way = number_of(ten.programme), told(ten, "Keziah").ways[0]
    joe = {"application": ten.id("Joe"), "number": seen}
    client = ruth()
    client.post(f"{ten.address}moves/", joe)
    stale = client.post(f"{ten.address}swaps/", {"number": seen, "steps": way.steps})
    assert stale.status_code == 409
    assert "Ruth took Joe Pritchard off the board" in page(stale)
    assert f'href="{ten.address}?why={ten.id("Keziah")}#why"' in page(stale)  # from here one can go on
    assert (ten.set_of("Keziah"), ten.set_of("Joe")) == (0, 0)


@pytest.mark.parametrize("steps", ["", "x:y", "nobody", "1:2:3"])
def test_a_swap_that_says_nothing_is_not_found(ten: Ten, steps: str) -> None:
    sent = {"number": number_of(ten.programme), "steps": steps}
    assert ruth().post(f"{ten.address}swaps/", sent).status_code == 404
    assert board_of(ten.programme).n_placed == 8


def test_nobody_is_explained_whose_set_has_begun_or_who_is_not_on_the_board(ten: Ten) -> None:
    assert why(board_of(ten.programme), "somebody") is None
