"""Forming again after a no or a conflict: few people move, and those who have said yes move last."""

from datetime import timedelta

import pytest

from setspace.hosts.changes.answering import answer_place
from setspace.hosts.changes.board import undo_on_board
from setspace.hosts.changes.deciding import keep_apart
from setspace.hosts.changes.inviting import show_set
from setspace.hosts.models import Application, Placement, Programme
from setspace.hosts.queries.board import board_of
from setspace.hosts.queries.instance import forming_of
from setspace.hosts.queries.moves import number_of
from setspace.hosts.queries.own_place import company_of
from setspace.hosts.queries.places import place_of
from setspace.hosts.queries.regrouping import Regrouped, regrouped, unsettled
from setspace.hosts.queries.suggesting import suggested
from setspace.people.models import Letter
from tests.cast import client_of, the_cast
from tests.hosts.applicants import page
from tests.hosts.test_board import accepted, put
from tests.hosts.world import NOW, homeground, housing

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

LATER = NOW + timedelta(days=1)
TUESDAY = ("Mei Chen", "Tom Doyle", "Ines Evora", "Sam Frost")
THURSDAY = ("Amara Okafor", "Joe Pritchard", "Leila Farouk")


@pytest.fixture
def programme() -> Programme:
    """Two sets that everybody has been shown: four on Tuesday, three on Thursday."""
    programme = housing(homeground(the_cast()["ruth"]))
    for number, names in ((1, TUESDAY), (2, THURSDAY)):
        for name in names:
            put(programme, accepted(programme, name), number)
    for planned in programme.sets.all():
        show_set(planned, NOW)
    return programme


def of(name: str) -> Application:
    return Application.objects.get(person__name__startswith=name)


def place(name: str) -> Placement:
    found = place_of(of(name))
    assert found is not None
    return found


def yes(*names: str) -> None:
    for name in names:
        answer_place(place(name), agrees=True, note="", now=NOW)


def again(programme: Programme) -> Regrouped:
    found = regrouped(forming_of(programme), 1.0)
    assert found is not None
    return found


def press(programme: Programme) -> str:
    address = f"/programmes/{programme.pk}/board/"
    board = {"number": number_of(programme)}
    return page(client_of(the_cast()["ruth"]).post(f"{address}fewest-moves/", board, follow=True))


def test_whoever_said_no_goes_elsewhere_and_nobody_else_moves(programme: Programme) -> None:
    yes("Mei", "Tom", "Ines", "Amara")
    answer_place(place("Sam"), agrees=False, note="", now=NOW)
    found = again(programme)
    assert found.whole == "One person comes into a set, and nobody has to move"
    assert list(found.each) == ["Sam said no to the Tuesday set and comes into the Thursday set"]


def test_a_new_suggestion_puts_nobody_back_where_they_said_no(programme: Programme) -> None:
    answer_place(place("Sam"), agrees=False, note="", now=NOW)
    put(programme, accepted(programme, "Zoe Ray"), 2)
    of("Sam").set_answers.filter(programme_set__number=2).delete()  # Tuesdays are all that Sam can do
    found = suggested(forming_of(programme), 1.0).places
    assert str(of("Sam").pk) not in found
    assert len(found) == 7


def test_two_who_are_kept_apart_are_parted_by_the_one_who_has_not_said_yes(programme: Programme) -> None:
    yes("Mei", "Ines", "Sam", "Amara", "Joe", "Leila")
    keep_apart(of("Mei"), of("Tom"))
    board = board_of(programme)
    assert [one.whole for one in (again(programme),)] == ["One person moves; nobody who has said yes"]
    seen = page(client_of(the_cast()["ruth"]).get(f"/programmes/{programme.pk}/board/"))
    assert "Form again, move as few as possible" in seen
    said = press(programme)
    assert "Tom goes to the Thursday set: Tom is to be kept apart from Mei." in said
    assert board.clashes
    after = board_of(programme)
    assert (after.clashes, unsettled(after)) == ([], None)
    assert place("Mei").agreed_at == NOW


def test_whoever_moves_is_asked_again_and_undoing_brings_their_yes_back(programme: Programme) -> None:
    yes("Mei", "Tom", "Ines", "Sam")
    keep_apart(of("Mei"), of("Tom"))
    said = press(programme)
    moved = next(name for name in ("Mei", "Tom") if place(name).programme_set.number == 2)
    assert f"{moved} had said yes, and is asked again" in said
    assert (place(moved).shown_at, place(moved).agreed_at) == (None, None)
    undo_on_board(programme, number_of(programme), the_cast()["ruth"], LATER)
    assert (place(moved).programme_set.number, place(moved).agreed_at) == (1, NOW)


def test_those_who_said_yes_hear_of_somebody_new_and_of_nothing_else(programme: Programme) -> None:
    yes("Mei", "Tom", "Amara", "Joe")
    answer_place(place("Sam"), agrees=False, note="", now=NOW)
    press(programme)
    Letter.objects.all().delete()
    show_set(programme.sets.get(number=2), LATER)
    letters = Letter.objects.values_list("purpose", "person__name")
    assert sorted(letters) == [
        ("place_changed", "Amara Okafor"),
        ("place_changed", "Joe Pritchard"),
        ("place_proposed", "Sam Frost"),
    ]
    news = {one.person.first_name for one in company_of(place("Amara")) if one.is_new}
    assert news == {"Sam"}
    seen = page(client_of(of("Amara").person).get(f"/applications/{of('Amara').pk}/place/"))
    assert "New since you said yes" in seen
    assert place("Amara").agreed_at == NOW  # it stands unless she says otherwise


def test_where_nothing_can_be_better_nobody_moves_and_the_page_says_so(programme: Programme) -> None:
    keep_apart(of("Mei"), of("Tom"))
    of("Mei").set_answers.filter(programme_set__number=2).delete()
    of("Tom").set_answers.filter(programme_set__number=2).delete()
    assert "has no place now: " in press(programme)
    assert "Everybody stays where they are" in press(programme)
