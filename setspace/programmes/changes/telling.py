"""Letters to the people of a set about a change, and the refusal of one."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from setspace.people import mails as letters
from setspace.people.models import Person


class Refused(Exception):
    """Not now, because. The sentence is meant for the person who asked."""


def tell(
    people: Iterable[Person],
    purpose: str,
    about: UUID,
    now: datetime,
    *,
    but: Person | None = None,
    payload: Mapping[str, str] | None = None,
) -> None:
    for person in people:
        if but is None or person.id != but.id:
            key = f"{purpose}:{about}:{person.id}:{int(now.timestamp() * 1000)}"
            letters.put(key, purpose, person, about=about, payload=payload)
