"""The only ways from a session, or from the private address of a calendar, to a person."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils.crypto import constant_time_compare

from setspace.lib.tokens import digest
from setspace.people.models import CalendarLink, Person
from setspace.people.session_store import SessionStore, stored

BEGAN = "began"


def person_of_session(session_key: str | None, now: datetime) -> Person | None:
    """Who is signed in with this session now, or nobody. Asked again for every command of a room."""
    if not session_key:
        return None
    return people_of_sessions([session_key], now).get(session_key)


def people_of_sessions(session_keys: Collection[str], now: datetime) -> dict[str, Person]:
    """Who is signed in with each of these sessions now. Those of nobody are left out."""
    given = {stored(key): key for key in session_keys}
    kept = Session.objects.filter(session_key__in=given, expire_date__gt=now)
    rows = kept.values_list("session_key", "session_data")
    words = {given[name]: SessionStore().decode(data) for name, data in rows}
    ids = {str(one[SESSION_KEY]) for one in words.values() if SESSION_KEY in one}
    people = {str(person.pk): person for person in Person.objects.filter(pk__in=ids)}
    found = {key: _signed_in(people.get(one.get(SESSION_KEY, "")), one, now) for key, one in words.items()}
    return {key: person for key, person in found.items() if person is not None}


def person_of_calendar(token: str) -> Person | None:
    """Whose calendar a private address shows; nobody's once it was renewed or revoked."""
    link = CalendarLink.objects.select_related("person").filter(token_hash=digest(token)).first()
    return link.person if link is not None and link.person.is_active else None


def is_over(began: float | None, now: datetime) -> bool:
    """A session ends a day after it began, whatever happened in it."""
    return began is None or now.timestamp() - began >= settings.SESSION_ABSOLUTE_AGE


def _signed_in(person: Person | None, words: dict[str, Any], now: datetime) -> Person | None:
    if person is None or not person.is_active or is_over(words.get(BEGAN), now):
        return None
    given = words.get(HASH_SESSION_KEY, "")
    return person if constant_time_compare(given, person.get_session_auth_hash()) else None
