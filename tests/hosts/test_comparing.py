"""Suggestions are looked at before anybody moves, beside the board or one another, and taken in one press."""

import pytest

from setspace.hosts.changes.board import change_board
from setspace.hosts.changes.suggesting import keep_suggestion
from setspace.hosts.models import Suggestion
from setspace.hosts.queries.comparing import KEPT, Comparison, compared, latest_suggestions, sides_of
from setspace.hosts.queries.instance import forming_of
from setspace.hosts.queries.moves import Move, number_of
from tests.cast import client_of, the_cast
from tests.hosts.applicants import page
from tests.hosts.ten import THURSDAY, TUESDAY, Ten, ten_people
from tests.hosts.world import NOW

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
BETTER = {"Nasreen": THURSDAY, "Keziah": TUESDAY, "Stephen": TUESDAY}


@pytest.fixture
def ten() -> Ten:
    return ten_people(the_cast()["ruth"])


def kept(ten: Ten, **elsewhere: int) -> Suggestion:
    """A suggestion that leaves everybody where they are, but for these."""
    numbers = {name: elsewhere.get(name, ten.set_of(name)) for name in ten.people}
    sets = {one.number: str(one.pk) for one in ten.programme.sets.all()}
    places = {ten.id(name): sets[number] for name, number in numbers.items() if number}
    return keep_suggestion(ten.programme, places, "Proven.", ten.by, NOW)


def beside_the_board(ten: Ten, key: str = "1", with_key: str = "now") -> Comparison:
    forming = forming_of(ten.programme)
    sides = sides_of(forming, latest_suggestions(ten.programme))
    return compared(forming, sides[with_key], sides[key])


def test_who_is_elsewhere_and_what_is_better_in_each_is_said_in_words(ten: Ten) -> None:
    kept(ten, **BETTER)
    found = beside_the_board(ten)
    assert (found.one.n_placed, found.other.n_placed, found.n_elsewhere) == (8, 10, 3)
    assert found.other.better[0] == "There is a place for two more people"
    assert found.one.better == ["The sets are better mixed"]
    assert [(one.name, one.other) for one in found.pairs[0].one if one.other] == [
        ("Nasreen Malik", "Thursday set")
    ]
    assert [(one.name, one.other) for one in found.pairs[2].one] == [
        ("Keziah Brown", "Tuesday set"),
        ("Stephen Loughlin", "Tuesday set"),
    ]
    shown = page(client_of(ten.by).get(f"{ten.address}comparison/"))
    for words in ("Three people are elsewhere", "Take suggestion 1", "Suggestion 1: Thursday set"):
        assert words in shown


def test_two_suggestions_are_held_against_each_other(ten: Ten) -> None:
    kept(ten, **BETTER)
    kept(ten, Keziah=TUESDAY)
    found = beside_the_board(ten, "1", "2")
    assert (found.one.side.title, found.other.side.title) == ("Suggestion 2", "Suggestion 1")
    assert (found.one.n_placed, found.other.n_placed) == (9, 10)
    shown = page(client_of(ten.by).get(f"{ten.address}comparison/?one=2&other=1"))
    assert "Take suggestion 1" in shown
    assert "Take suggestion 2" in shown


def test_a_suggestion_is_taken_in_one_press_and_undone_in_one(ten: Ten) -> None:
    suggestion, client = kept(ten, **BETTER), client_of(ten.by)
    where = f"{ten.address}suggestions/{suggestion.pk}/adoption/"
    said = page(client.post(where, {"number": number_of(ten.programme)}, follow=True))
    assert "Ruth took up a suggestion for three people." in said
    assert "10 of 10 people placed." in said
    assert "Proven." in said  # how good the board is, while it is as it was suggested
    assert {name: ten.set_of(name) for name in BETTER} == BETTER
    client.post(f"{ten.address}undoing/", {"number": number_of(ten.programme)})
    assert ten.set_of("Keziah") == 0
    assert "Proven." not in page(client.get(ten.address))


def test_a_suggestion_moves_nobody_who_has_been_pinned_since(ten: Ten) -> None:
    suggestion, nasreen = kept(ten, Nasreen=THURSDAY, Owen=TUESDAY), ten.people["Nasreen"]
    tuesday = ten.programme.sets.get(number=TUESDAY)
    pin = Move(nasreen.pk, tuesday.pk, False, tuesday.pk, True)
    change_board(ten.programme, number_of(ten.programme), "pinned", [pin], ten.by, NOW)
    where = f"{ten.address}suggestions/{suggestion.pk}/adoption/"
    client_of(ten.by).post(where, {"number": number_of(ten.programme)})
    assert (ten.set_of("Nasreen"), ten.set_of("Owen")) == (TUESDAY, TUESDAY)


def test_a_suggestion_is_not_taken_on_a_board_that_somebody_else_has_changed(ten: Ten) -> None:
    suggestion = kept(ten, **BETTER)
    where = f"{ten.address}suggestions/{suggestion.pk}/adoption/"
    stale = client_of(ten.by).post(where, {"number": number_of(ten.programme) - 1})
    assert stale.status_code == 409
    assert "Ruth moved Danny Walsh to the Thursday set" in page(stale)
    assert ten.set_of("Keziah") == 0
    assert Suggestion.objects.get().taken_number is None


def test_the_latest_suggestions_are_kept_and_their_numbers_go_on(ten: Ten) -> None:
    for _ in range(KEPT + 2):
        kept(ten)
    assert [one.number for one in latest_suggestions(ten.programme)] == [8, 7, 6, 5, 4, 3]
    assert Suggestion.objects.count() == KEPT


def test_a_suggestion_is_asked_for_and_once_it_is_taken_nothing_better_is_found(ten: Ten) -> None:
    client, number = client_of(ten.by), {"number": number_of(ten.programme)}
    shown = page(client.post(f"{ten.address}suggestion/", number, follow=True))
    assert "Suggestion 1" in shown
    assert ten.set_of("Keziah") == 0  # nobody has moved
    (first,) = latest_suggestions(ten.programme)
    assert "Proven: nothing better exists under these rules." in first.told
    assert beside_the_board(ten).other.n_placed == 10
    client.post(f"{ten.address}suggestions/{first.pk}/adoption/", number)
    again = page(client.post(f"{ten.address}suggestion/", {"number": number_of(ten.programme)}, follow=True))
    assert "Nothing better was found: everybody stays where they are. Proven" in again
