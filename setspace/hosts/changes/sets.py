"""The sets of a programme as they are planned: names, facilitators, what they offer."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from setspace.hosts.models import ProgrammeSet
from setspace.people.changes import person_for
from setspace.programmes.changes import Invitee


@dataclass(frozen=True, slots=True)
class SetWords:
    """How a set is to be called, and who facilitates: None where nobody is named yet."""

    label: str
    language: str
    offers: str
    facilitator: Invitee | None


def change_sets(changed: Iterable[tuple[ProgrammeSet, SetWords]]) -> None:
    """All of them or none. Of a set that is founded the facilitator stays: it has its own people now."""
    wanted = [
        (planned, words, person_for(words.facilitator.email, words.facilitator.name))
        if words.facilitator
        else (planned, words, None)
        for planned, words in changed
    ]
    with transaction.atomic():
        for planned, words, person in wanted:
            planned.label, planned.language, planned.offers = words.label, words.language, words.offers
            if planned.learning_set_id is None:
                planned.facilitator = person
            planned.save(update_fields=["label", "language", "offers", "facilitator"])
