"""The only way from a session to a person."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils.crypto import constant_time_compare

from setspace.people.models import Person

BEGAN = "began"


def person_of_session(session_key: str | None, now: datetime) -> Person | None:
    """Who is signed in with this session now, or nobody. Asked again for every command of a room."""
    if not session_key:
        return None
    words = SessionStore(session_key).load()
    if is_over(words.get(BEGAN), now):
        return None
    person = Person.objects.filter(pk=words.get(SESSION_KEY), is_active=True).first()
    if person is None or not constant_time_compare(words.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash()):
        return None
    return person


def is_over(began: float | None, now: datetime) -> bool:
    """A session ends a day after it began, whatever happened in it."""
    return began is None or now.timestamp() - began >= settings.SESSION_ABSOLUTE_AGE
