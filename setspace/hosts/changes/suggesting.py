"""Suggestions for a board are kept until newer ones take their places; one of them is taken up."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from setspace.hosts.changes.board import change_board
from setspace.hosts.models import BoardChange, Programme, Suggestion
from setspace.hosts.queries.comparing import KEPT
from setspace.hosts.queries.moves import Move
from setspace.people.models import Person


@transaction.atomic
def keep_suggestion(
    programme: Programme, places: Mapping[str, str], told: str, by: Person, now: datetime
) -> Suggestion:
    Programme.objects.select_for_update().get(pk=programme.pk)
    last = programme.suggestions.aggregate(last=Max("number"))["last"] or 0
    programme.suggestions.filter(number__lte=last + 1 - KEPT).delete()
    return Suggestion.objects.create(
        programme=programme, number=last + 1, places=json.dumps(places), told=told, by=by, at=now
    )


@transaction.atomic
def take_up(
    suggestion: Suggestion, seen: int, moves: Sequence[Move], by: Person, now: datetime
) -> BoardChange:
    """By somebody who saw the board with the number ``seen``."""
    change = change_board(suggestion.programme, seen, "suggested", moves, by, now)
    suggestion.taken_number = change.number
    suggestion.save(update_fields=["taken_number"])
    return change
