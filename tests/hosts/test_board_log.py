"""The log of the board: who changed what and when, and what was taken back by whom."""

import pytest

from setspace.hosts.changes.board import change_board, undo_on_board
from setspace.hosts.models import Organiser
from setspace.hosts.queries.board_log import log_of
from setspace.hosts.queries.moves import Move, number_of
from tests.cast import client_of, the_cast
from tests.hosts.applicants import page
from tests.hosts.ten import Ten, ten_people
from tests.hosts.world import NOW

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def ten() -> Ten:
    return ten_people(the_cast()["ruth"])


def test_each_change_is_in_the_log_and_one_that_was_taken_back_says_by_whom(ten: Ten) -> None:
    ruth, charlie = ten.by, the_cast()["charlie"]
    keziah = ten.people["Keziah"]
    Organiser.objects.create(host=ten.programme.host, person=charlie, from_at=NOW)
    move = Move(keziah.pk, None, False, ten.programme.sets.get(number=1).pk, False)
    change_board(ten.programme, number_of(ten.programme), "moved", [move], ruth, NOW)
    undo_on_board(ten.programme, number_of(ten.programme), charlie, NOW)
    undone, moved, *_ = log_of(ten.programme)
    assert (undone.words, undone.undo) == ("Charlie took the last change back", None)
    assert (moved.words, moved.undone_by) == ("Ruth moved Keziah Brown to the Tuesday set", charlie.name)
    shown = page(client_of(ruth).get(f"{ten.address}log/"))
    assert "Ruth moved Keziah Brown to the Tuesday set." in shown
    assert f"Taken back by {charlie.name}" in shown
    assert len(log_of(ten.programme)) == 10


def test_of_a_swap_each_person_is_named_and_of_a_suggestion_each_has_a_line(ten: Ten) -> None:
    tuesday, thursday = ten.programme.sets.all()
    nasreen, stephen = ten.people["Nasreen"], ten.people["Stephen"]
    moves = [
        Move(nasreen.pk, tuesday.pk, False, thursday.pk, False),
        Move(stephen.pk, None, False, tuesday.pk, False),
    ]
    change_board(ten.programme, number_of(ten.programme), "swapped", moves, ten.by, NOW)
    (swapped, *_) = log_of(ten.programme)
    assert swapped.words == (
        "Ruth moved Nasreen Malik to the Thursday set and Stephen Loughlin to the Tuesday set"
    )
    back = [one.back for one in moves]
    change_board(ten.programme, number_of(ten.programme), "regrouped", back, ten.by, NOW)
    assert log_of(ten.programme)[0].words == "Ruth formed the sets again: two people moved"
    undo_on_board(ten.programme, number_of(ten.programme), ten.by, NOW)
    change_board(ten.programme, number_of(ten.programme), "suggested", back, ten.by, NOW)
    (suggested, *_) = log_of(ten.programme)
    assert suggested.words == "Ruth took up a suggestion for two people"
    assert suggested.moved == [
        "Nasreen Malik: from the Thursday set to the Tuesday set",
        "Stephen Loughlin: from the Tuesday set off the board",
    ]
