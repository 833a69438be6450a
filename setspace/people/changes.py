"""Every write to what is known about a person."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string

from setspace.lib import tokens, vault
from setspace.people.access import BEGAN
from setspace.people.models import CalendarLink, KnownBrowser, Letter, LetterState, Person, new_stamp
from setspace.people.session_store import SessionStore

SEEN = "seen"  # in a session: when its person last did something, to the minute
SEEN_EVERY_SECONDS = 60


def person_for(email: str, name: str = "") -> Person:
    """The person with this address. Made, with a key of their own, where there is none yet."""
    address = Person.objects.normalize_email(email)
    found = Person.objects.filter(email=address).first() or _new_person(address, name)
    take_up_name(found, name)
    return found


def people_for(names: Mapping[str, str]) -> dict[str, Person]:
    """The same for many addresses, in a few reads and writes. ``names`` has those of normal addresses."""
    found = Person.objects.in_bulk(names, field_name="email")
    new = [Person(email=one, name=name.strip()) for one, name in names.items() if one not in found]
    vault.make_keys([vault.Owner.of_person(one.pk) for one in new])
    Person.objects.bulk_create(new, ignore_conflicts=True)  # another process may have made one just now
    found |= Person.objects.in_bulk([one.email for one in new], field_name="email")
    for address, name in names.items():
        take_up_name(found[address], name)
    return found


def take_up_name(person: Person, name: str) -> None:
    """Give a name to a person who has none. Whoever has one keeps it."""
    if name.strip() and not person.name:
        person.name = name.strip()
        person.save(update_fields=["name"])


def change_name(person: Person, name: str) -> None:
    person.name = name.strip()
    person.save(update_fields=["name"])


def change_settings(
    person: Person, *, name: str, zone: str, language: str, theme: str, announcements: str
) -> None:
    person.name, person.zone, person.language = name.strip(), zone, language
    person.theme, person.announcements = theme, announcements
    person.save(update_fields=["name", "zone", "language", "theme", "announcements"])


def change_coach(person: Person, *, wants_coach: bool, wants_counts: bool) -> None:
    """Whether the question coach reads along, and whether counts are kept from the next session on."""
    person.wants_coach, person.wants_counts = wants_coach, wants_counts
    person.save(update_fields=["wants_coach", "wants_counts"])


def change_reminders(
    person: Person, *, wants_week_before: bool, wants_day_before: bool, wants_hour_before: bool
) -> None:
    """Of which sessions to come somebody is reminded, from now on."""
    person.wants_week_before, person.wants_day_before = wants_week_before, wants_day_before
    person.wants_hour_before = wants_hour_before
    person.save(update_fields=["wants_week_before", "wants_day_before", "wants_hour_before"])


def renew_calendar(person: Person, now: datetime) -> str:
    """The secret of a new private address for somebody's calendar. The address before stops working."""
    token = tokens.new_token()
    CalendarLink.objects.update_or_create(
        person=person, defaults={"token_hash": tokens.digest(token), "since": now}
    )
    return token


def revoke_calendar(person: Person) -> None:
    """The private address of somebody's calendar stops working."""
    CalendarLink.objects.filter(person=person).delete()


def end_sessions_everywhere(person: Person) -> None:
    """Sign the person out of every browser, this one too."""
    person.sign_in_stamp = new_stamp()
    person.save(update_fields=["sign_in_stamp"])


def keep_signed_in(session_key: str, now: datetime) -> None:
    """Note that the session's person is here, for those whose only sign of life is an open room."""
    store = SessionStore(session_key)
    if BEGAN in store and now.timestamp() - store.get(SEEN, 0) >= SEEN_EVERY_SECONDS:
        store[SEEN] = now.timestamp()
        store.save(must_create=False)


def shred_words(person: Person) -> None:
    """Make unreadable all that is sealed with the person's own key: reflections and private notes."""
    vault.shred(vault.Owner.of_person(person.pk))


def erase(person: Person) -> None:
    """Forget a person. Their key goes first: after a crash half-way nothing that is left can be read."""
    shred_words(person)
    with transaction.atomic():
        Letter.objects.filter(person=person).delete()
        KnownBrowser.objects.filter(person=person).delete()
        revoke_calendar(person)
        for path in settings.ERASED_WITH_A_PERSON:
            import_string(path)(person)
        person.email, person.name = f"{person.pk}@erased.invalid", ""
        person.is_active, person.sign_in_stamp = False, new_stamp()
        person.save()


def hold(letter: Letter) -> bool:
    """Keep back a letter that waits. False where it is on its way already."""
    held = Letter.objects.filter(pk=letter.pk, state=LetterState.WAITING).update(state=LetterState.HELD)
    return bool(held)


def let_go(letter: Letter) -> None:
    """A letter that was held goes when it is due, which may be at once."""
    Letter.objects.filter(pk=letter.pk, state=LetterState.HELD).update(state=LetterState.WAITING)


def send_again(letter: Letter, now: datetime) -> None:
    """Try a refused or perhaps-sent letter once more, because somebody asked for it."""
    Letter.objects.filter(pk=letter.pk, state__in=[LetterState.REFUSED, LetterState.UNKNOWN]).update(
        state=LetterState.WAITING, attempts=0, unknown_outcomes=1, due_at=now, error=""
    )


def _new_person(address: str, name: str) -> Person:
    person = Person(email=address, name=name.strip())
    vault.make_key(vault.Owner.of_person(person.pk))
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError:
        return Person.objects.get(email=address)
    return person
