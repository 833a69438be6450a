"""Changes of the board. Each has a number, so that nobody undoes another’s unseen."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from setspace.hosts.models import Application, BoardChange, Placement, Programme, ProgrammeSet
from setspace.hosts.queries.moves import Move, number_of, read_moves
from setspace.hosts.queries.places import place_of
from setspace.people.models import Person
from setspace.programmes.changes import Refused


class Overtaken(Exception):
    """Somebody else changed the board since this person looked at it."""


def change_board(
    programme: Programme, seen: int, kind: str, moves: Sequence[Move], by: Person, now: datetime
) -> BoardChange:
    """One change by somebody who saw the board with the number ``seen``."""
    try:
        with transaction.atomic():
            Programme.objects.select_for_update().get(pk=programme.pk)
            if number_of(programme) != seen:
                raise Overtaken
            change = _noted(programme, seen + 1, kind, moves, by, now)
            for move in moves:
                _carry_out(programme, move, now)
            return change
    except IntegrityError as error:  # two at the same moment: the number, or the place, is taken
        raise Overtaken from error


def undo_on_board(programme: Programme, seen: int, by: Person, now: datetime) -> BoardChange:
    """Takes back the last change that still stands. Whoever has withdrawn since stays where they are."""
    with transaction.atomic():
        last = programme.board_changes.filter(undone_at=None).exclude(kind="undone").last()
        if last is None:
            raise Refused("There is nothing to undo")
        moves = [move.back for move in read_moves(last) if _still_stands(move)]
        change = change_board(programme, seen, "undone", moves, by, now)
        last.undone_at = now
        last.save(update_fields=["undone_at"])
        return change


def take_off(application: Application, by: Person, now: datetime) -> None:
    """Whoever has a place on the board has none any more, whatever number anybody saw."""
    place = place_of(application)
    if place is not None:
        move = Move(application.pk, place.programme_set_id, place.pinned_at is not None, None, False)
        change_board(application.programme, number_of(application.programme), "moved", [move], by, now)


def _noted(
    programme: Programme, number: int, kind: str, moves: Iterable[Move], by: Person, now: datetime
) -> BoardChange:
    rows = [
        (str(one.application), one.was and str(one.was), one.was_pinned, one.to and str(one.to), one.pinned)
        for one in moves
    ]
    return BoardChange.objects.create(
        programme=programme, number=number, kind=kind, moves=json.dumps(rows), by=by, at=now
    )


def _carry_out(programme: Programme, move: Move, now: datetime) -> None:
    application = Application.objects.get(pk=move.application, programme=programme)
    place = place_of(application)
    if (place.programme_set_id if place else None) != move.was:
        raise Overtaken
    if move.was == move.to:
        if place:
            place.pinned_at = now if move.pinned else None
            place.save(update_fields=["pinned_at"])
        return
    _refuse_what_has_begun(programme, move)
    application.placements.filter(ended_at=None).update(ended_at=now)
    if move.to:
        planned = ProgrammeSet.objects.get(pk=move.to, programme=programme)
        before = application.placements.filter(programme_set=planned, declined_at=None)
        known = before.order_by("placed_at").last() or Placement()
        Placement.objects.create(
            application=application,
            programme_set=planned,
            placed_at=now,
            pinned_at=now if move.pinned else None,
            shown_at=known.shown_at,  # who comes back has answered already
            agreed_at=known.agreed_at,
        )


def _refuse_what_has_begun(programme: Programme, move: Move) -> None:
    sets = programme.sets.filter(pk__in=[one for one in (move.was, move.to) if one])
    if sets.filter(learning_set__isnull=False).exists():
        raise Refused("This set has begun. Propose people for it under Check and invite")


def _still_stands(move: Move) -> bool:
    """Whether the person is where the change put them, and may still be placed."""
    application = Application.objects.filter(pk=move.application, withdrawn_at=None, declined_at=None).first()
    if application is None:
        return False
    place = place_of(application)
    return (place.programme_set_id if place else None) == move.to
