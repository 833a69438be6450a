"""Putting letters into the outbox, and what those of this app say. `outbox` sends them."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from setspace.lib import clock
from setspace.lib.mail import Draft
from setspace.people.models import Letter, Person
from setspace.people.outbox import send_due

__all__ = ["new_browser", "no_account", "put", "send_due", "sign_in_code"]


def put(
    key: str,
    purpose: str,
    to: Person | str,
    about: UUID | None = None,
    payload: Mapping[str, str] | None = None,
    due_at: datetime | None = None,
) -> bool:
    """Put a letter into the outbox, in the transaction of what it tells of. False if it is there already."""
    person, address = (to, to.email) if isinstance(to, Person) else (None, to)
    letter = Letter(key=key, purpose=purpose, person=person, to_address=address, about=about)
    if purpose not in settings.LETTERS:
        raise ValueError(f"No letter has the purpose {purpose}.")
    if payload:
        letter.seal_payload(payload)
    letter.due_at = due_at or letter.due_at
    try:
        with transaction.atomic():
            letter.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def put_sign_in_code(email: str, code: str) -> None:
    put(f"sign_in_code:{uuid4()}", "sign_in_code", _person_or_address(email), payload={"code": code})


def put_no_account(email: str) -> None:
    # Sealed like a code, so that both answers take the same time.
    put(f"no_account:{uuid4()}", "no_account", _person_or_address(email), payload={"code": ""})


def put_new_browser(person: Person) -> None:
    put(f"new_browser:{uuid4()}", "new_browser", person)


def sign_in_code(letter: Letter) -> Draft | None:
    """The code, unless it has run out by now."""
    age = clock.wall() - letter.put_at
    if age.total_seconds() > settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT:
        return None
    paragraphs = [
        _("Enter it on the page where you asked for it. It works for 10 minutes, and only in that browser."),
        _("If you did not ask for a code, you can leave this message be. Nobody can sign in without it."),
    ]
    return _draft(_("Your Setspace code"), _("Here is your code:"), paragraphs, code=letter.payload["code"])


def no_account(letter: Letter) -> Draft | None:
    """For an address that nobody here uses: the page must not say so, the mailbox's owner may know."""
    paragraphs = [
        _("Somebody, perhaps you, asked to sign in to Setspace with this address. Nobody uses it there."),
        _("If you were invited, use the address that your invitation came to."),
    ]
    if settings.SIGN_UP == "open":
        paragraphs.append(_("To begin with this address: %(link)s") % {"link": _link("people:sign_up")})
    return _draft(_("Signing in to Setspace"), _("Hello,"), paragraphs)


def new_browser(letter: Letter) -> Draft | None:
    paragraphs = [
        _("You have signed in to Setspace from a browser we had not seen before."),
        _("If it was not you, sign out everywhere on your account page and tell your facilitator: %(link)s")
        % {"link": _link("people:account")},
    ]
    return _draft(_("A new browser signed in to your Setspace account"), _("Hello,"), paragraphs)


def _draft(subject: str, opening: str, paragraphs: list[str], code: str = "") -> Draft:
    text = "\n\n".join([opening, *([code] if code else []), *paragraphs]) + "\n"
    html = render_to_string(
        "people/mail/letter.html",
        {"subject": subject, "opening": opening, "code": code, "paragraphs": paragraphs},
    )
    return Draft(subject=subject, text=text, html=html)


def _link(name: str) -> str:
    return f"{settings.ORIGIN}{reverse(name)}"


def _person_or_address(email: str) -> Person | str:
    """The stored address of a known person: mail never goes to a look-alike of it."""
    return Person.objects.filter(email=Person.objects.normalize_email(email)).first() or email
