"""Forming sets by hand: what a move would break, pins, undo, and two organisers at once."""

import pytest

from setspace.hosts.changes.board import Overtaken, change_board, undo_on_board
from setspace.hosts.changes.deciding import decide, keep_apart
from setspace.hosts.models import Answer, Application, Placement, Programme
from setspace.hosts.queries.board import board_of, moving
from setspace.hosts.queries.moves import Move, number_of
from setspace.hosts.queries.places import place_of
from tests.cast import client_of, the_cast
from tests.hosts.world import NOW, applied, homeground, housing

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def programme() -> Programme:
    return housing(homeground(the_cast()["ruth"]))


def accepted(programme: Programme, name: str, organisation: str = "") -> Application:
    application = applied(programme, name, organisation)
    decide(application, Answer.ACCEPTED, "Come.", the_cast()["ruth"], NOW, NOW)
    application.refresh_from_db()
    return application


def put(programme: Programme, application: Application, number: int, *, pinned: bool = False) -> None:
    """Into the set with this number, as the board is now."""
    place, planned = place_of(application), programme.sets.get(number=number)
    was, was_pinned = (place.programme_set_id, place.pinned_at is not None) if place else (None, False)
    move = Move(application.pk, was, was_pinned, planned.pk, pinned)
    change_board(programme, number_of(programme), "moved", [move], the_cast()["ruth"], NOW)


def against(programme: Programme, application: Application, number: int) -> list[str]:
    """What the page says against a move to the set with this number."""
    panel = moving(board_of(programme), str(application.pk))
    assert panel is not None
    (choice,) = [one for one in panel.choices if one.planned.number == number]
    return [*choice.broken, *choice.changes]


def test_nothing_stands_against_a_move_that_breaks_no_rule(programme: Programme) -> None:
    put(programme, accepted(programme, "Mei Chen"), 1)
    assert against(programme, accepted(programme, "Tom Doyle"), 1) == []


def test_each_rule_that_a_move_would_break_is_said_in_words(programme: Programme) -> None:
    mei, tom = (
        accepted(programme, "Mei Chen", "Fenmoor Housing"),
        accepted(programme, "Tom Doyle", "fenmoor  housing"),
    )
    put(programme, mei, 1)
    assert against(programme, tom, 1) == ["Tom and Mei are from fenmoor  housing"]
    keep_apart(mei, tom)
    assert against(programme, tom, 1)[1] == "Tom is to be kept apart from Mei"
    ines = accepted(programme, "Ines Evora")
    ines.set_answers.filter(programme_set__number=1).delete()
    assert against(programme, ines, 1) == ["Ines cannot do every date of the Tuesday set"]
    sam = accepted(programme, "Sam Frost")
    sam.date_answers.create(
        programme_date=programme.sets.get(number=1).dates.all()[0], can_come=False, at=NOW
    )
    assert against(programme, sam, 1) == ["Sam cannot do every date of the Tuesday set"]
    sam.languages = "cy"
    sam.save()
    assert against(programme, sam, 2) == ["Sam does not work in the language of the Thursday set"]


def test_the_facilitators_own_organisation_and_a_full_set_are_said(programme: Programme) -> None:
    planned = programme.sets.get(number=1)
    planned.facilitator, planned.facilitator_organisation = the_cast()["ade"], "Oxley Gate Homes"
    planned.save()
    mei = accepted(programme, "Mei Chen", "Oxley Gate Homes")
    assert against(programme, mei, 1) == ["Mei and the facilitator are from the same organisation"]
    for name in ("Tom Doyle", "Ines Evora", "Sam Frost", "Charlie Grant"):
        put(programme, accepted(programme, name), 1)
    assert against(programme, accepted(programme, "Nia Hill"), 1) == [
        "The Tuesday set has 4 people, which is all it takes"
    ]


def test_a_set_that_a_move_makes_too_small_is_said(programme: Programme) -> None:
    mei, tom = accepted(programme, "Mei Chen"), accepted(programme, "Tom Doyle")
    put(programme, mei, 1)
    put(programme, tom, 1)
    assert against(programme, mei, 2) == ["The Tuesday set would have one person"]
    (column, _) = board_of(programme).columns
    assert column.risk == "Two people: too few to go on if one is missing. Find somebody, or join two sets"


def test_whoever_has_said_nothing_of_sets_may_be_placed_and_the_card_says_so(programme: Programme) -> None:
    mei = accepted(programme, "Mei Chen")
    mei.set_answers.all().delete()
    assert against(programme, mei, 1) == []
    assert board_of(programme).unplaced[0].sets == "Has not said which sets"


def test_moves_pins_and_undo_work_by_forms_alone(programme: Programme) -> None:
    mei, client = accepted(programme, "Mei Chen"), client_of(the_cast()["ruth"])
    tuesday, address = programme.sets.get(number=1), f"/programmes/{programme.pk}/board/"
    assert "Mei Chen has no place yet" in " ".join(
        client.get(f"{address}?person={mei.pk}").content.decode().split()
    )
    sent = {"application": mei.pk, "to": tuesday.pk}
    moved = client.post(f"{address}moves/", {**sent, "number": 0}, follow=True).content.decode()
    assert "Ruth moved Mei Chen to the Tuesday set." in moved
    client.post(f"{address}moves/", {**sent, "number": 1, "pinned": "on"})
    place = Placement.objects.get(ended_at=None)
    assert (place.programme_set, place.pinned_at is not None) == (tuesday, True)
    client.post(f"{address}undoing/", {"number": 2})
    assert Placement.objects.get(ended_at=None).pinned_at is None
    client.post(f"{address}undoing/", {"number": 3})
    assert not Placement.objects.filter(ended_at=None).exists()
    assert (
        "There is nothing to undo"
        in client.post(f"{address}undoing/", {"number": 4}, follow=True).content.decode()
    )


def test_of_two_organisers_at_once_the_second_is_told_what_changed_and_loses_nothing(
    programme: Programme,
) -> None:
    mei, tom = accepted(programme, "Mei Chen"), accepted(programme, "Tom Doyle")
    put(programme, mei, 1)
    sent = {"application": tom.pk, "to": programme.sets.get(number=2).pk, "number": 0}
    response = client_of(the_cast()["ruth"]).post(f"/programmes/{programme.pk}/board/moves/", sent)
    assert response.status_code == 409
    assert "Ruth moved Mei Chen to the Tuesday set" in response.content.decode()
    assert place_of(tom) is None
    with pytest.raises(Overtaken):
        undo_on_board(programme, 0, the_cast()["ruth"], NOW)


def test_undo_leaves_those_who_withdrew_where_they_are(programme: Programme) -> None:
    mei = accepted(programme, "Mei Chen")
    put(programme, mei, 1)
    mei.withdrawn_at = NOW
    mei.save()
    undo_on_board(programme, 1, the_cast()["ruth"], NOW)
    assert board_of(programme).n_people == 0


def test_whoever_is_declined_comes_off_the_board(programme: Programme) -> None:
    mei = accepted(programme, "Mei Chen")
    put(programme, mei, 1)
    decide(mei, Answer.DECLINED, "Sorry.", the_cast()["ruth"], NOW, NOW)
    assert place_of(mei) is None
    assert number_of(programme) == 2


def test_people_and_sets_of_another_programme_cannot_be_sent(programme: Programme) -> None:
    other = housing(programme.host)
    mei, theirs = accepted(programme, "Mei Chen"), accepted(other, "Tom Doyle")
    client, address = client_of(the_cast()["ruth"]), f"/programmes/{programme.pk}/board/moves/"
    for sent in (
        {"application": theirs.pk, "to": programme.sets.get(number=1).pk},
        {"application": mei.pk, "to": other.sets.get(number=1).pk},
    ):
        assert client.post(address, {**sent, "number": 0}).status_code == 404
    assert not Placement.objects.exists()
