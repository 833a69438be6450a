"""The new address of a calendar, between the form that makes it and the page that shows it once."""

from base64 import b64decode, b64encode

from django.contrib.sessions.backends.base import SessionBase

from setspace.lib import vault
from setspace.people.models import Person

NEW_ADDRESS = "new_calendar_address"


def keep(session: SessionBase, person: Person, address: str) -> None:
    """Sealed: whoever reads the table of sessions does not read the address."""
    sealed = vault.seal(vault.Owner.of_person(person.pk), _place(person), address)
    session[NEW_ADDRESS] = b64encode(sealed).decode()


def take(session: SessionBase, person: Person) -> str:
    """The address, which is gone from the session from now on; nothing, where none is on its way."""
    kept = session.pop(NEW_ADDRESS, "")
    if not kept:
        return ""
    reader = vault.Reader(actor=str(person.pk), purpose=vault.Purpose.MEMBER_VIEW)
    return vault.open_sealed(vault.Owner.of_person(person.pk), _place(person), b64decode(kept), reader)


def _place(person: Person) -> vault.Place:
    return vault.Place("django_session", NEW_ADDRESS, str(person.pk))
