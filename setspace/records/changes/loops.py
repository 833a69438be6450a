"""Writing a double loop, and keeping assumptions for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from setspace.core.reflecting.loops import next_round
from setspace.lib.vault import Reader
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.changes.sharing import take_back_all
from setspace.records.models import Assumption, Loop


@transaction.atomic
def begin_loop(
    person: Person,
    words: Mapping[str, str],
    now: datetime,
    meeting: Meeting | None = None,
    after: Loop | None = None,
) -> Loop:
    loop = Loop(person=person, meeting=meeting, after=after, written_at=now, changed_at=now)
    loop.seal_words(words)
    loop.save(force_insert=True)
    return loop


@transaction.atomic
def begin_from_assumption(assumption: Assumption, reader: Reader, now: datetime) -> Loop:
    """The line becomes the belief of a new loop, and stands there from now on."""
    belief = {"belief": assumption.open_text(reader)}
    loop = begin_loop(assumption.person, belief, now, assumption.meeting)
    assumption.delete()
    return loop


@transaction.atomic
def go_round_again(loop: Loop, reader: Reader, now: datetime) -> Loop:
    """The next loop, with the belief that was tried. Pressed twice it is still one."""
    locked = Loop.objects.select_for_update().get(pk=loop.pk)
    following = Loop.objects.filter(after=locked).first()
    return following or begin_loop(
        loop.person, next_round(locked.open_words(reader)), now, loop.meeting, after=loop
    )


@transaction.atomic
def write_loop(loop: Loop, words: Mapping[str, str], now: datetime) -> None:
    loop.changed_at = now
    loop.seal_words(words)
    loop.save(update_fields=["changed_at", "words_sealed"])


@transaction.atomic
def delete_loop(loop: Loop) -> None:
    take_back_all(loop.pk)
    loop.delete()


@transaction.atomic
def keep_assumption(person: Person, text: str, now: datetime, meeting: Meeting | None) -> Assumption:
    assumption = Assumption(person=person, meeting=meeting, noted_at=now)
    assumption.seal_text(text)
    assumption.save(force_insert=True)
    return assumption


@transaction.atomic
def delete_assumption(assumption: Assumption) -> None:
    assumption.delete()
