"""A conflict of interest: kept while it is typed, told to the facilitator alone, and answered."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from setspace.hosts.changes.deciding import keep_apart
from setspace.hosts.models import Application, Conflict, Organiser, Placement, Verdict
from setspace.hosts.queries.conflicts import holder_of
from setspace.hosts.queries.own_place import has_joined
from setspace.lib import vault
from setspace.people import mails as letters
from setspace.programmes.changes import Refused


def keep_note(place: Placement, note: str) -> None:
    """What is typed so far. Nobody else reads it before it is told."""
    place.seal_note(note)
    place.save(update_fields=["note_sealed"])


def tell_facilitator(place: Placement, words: str, now: datetime) -> None:
    """The facilitator of the set gets a letter that says that there is something to read, and not what."""
    with transaction.atomic():
        kept = Placement.objects.select_for_update(of=("self",)).get(pk=place.pk)
        if has_joined(kept):
            raise Refused("You are in this set now. Speak to its facilitator there")
        facilitator = holder_of(kept.programme_set)
        if facilitator is None:
            raise Refused("This set has no facilitator yet, so there is nobody to tell")
        found = Conflict.objects.filter(place=kept).first()
        conflict = found or Conflict(place=kept)
        reader = vault.Reader(str(kept.application.person_id), vault.Purpose.APPLICATION)
        if found and found.told_to == facilitator and found.open_words(reader) == words.strip():
            return
        conflict.told_to, conflict.told_at = facilitator, now
        conflict.verdict, conflict.answered_at = "", None
        conflict.seal_words(words)
        conflict.save()
        keep_note(kept, "")
        key = f"conflict_told:{conflict.pk}:{int(now.timestamp() * 1000)}"
        letters.put(key, "conflict_told", facilitator, about=conflict.pk)


def answer_conflict(
    conflict: Conflict, verdict: Verdict, apart: Sequence[Application], now: datetime
) -> None:
    """No matter; or form the set again. The facilitator chooses who is kept apart; why is not said."""
    with transaction.atomic():
        kept = Conflict.objects.select_for_update(of=("self",)).get(pk=conflict.pk)
        place = kept.place
        if verdict == Verdict.AGAIN and place.programme_set.learning_set_id:
            raise Refused("This set has begun. Speak to its people, and to the organiser")
        kept.verdict, kept.answered_at = verdict, now
        kept.save(update_fields=["verdict", "answered_at"])
        if verdict != Verdict.AGAIN:
            return
        for other in apart:
            keep_apart(place.application, other)
        host = place.application.programme.host_id
        for organiser in Organiser.objects.filter(host=host, until_at=None).select_related("person"):
            key = f"forming_asked:{kept.pk}:{organiser.pk}:{int(now.timestamp() * 1000)}"
            letters.put(key, "forming_asked", organiser.person, about=kept.pk)
