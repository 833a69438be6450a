"""The beginnings of questions that somebody likes to have at hand."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from setspace.people.models import Person
from setspace.records.models import FavouriteStems


@transaction.atomic
def keep_favourites(person: Person, stems: Iterable[str]) -> None:
    """These, in place of the ones before; none, no list."""
    chosen = tuple(stems)
    row = FavouriteStems.objects.select_for_update().filter(person=person).first()
    if not chosen:
        if row is not None:
            row.delete()
        return
    row = row or FavouriteStems(person=person)
    row.seal_stems(chosen)
    row.save()
