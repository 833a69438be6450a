"""Who somebody is, and the letters that wait to be sent to them."""

import json
import secrets
from collections.abc import Mapping
from typing import ClassVar
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from setspace.core.process.sight.onlooker import initials, tone
from setspace.lib import clock, mail, vault


class Theme(models.TextChoices):
    SAME = "same", _("Same as my device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Announcements(models.TextChoices):
    ALL = "all", _("All announcements")
    STAGES = "stages", _("Stage changes only")
    NONE = "none", _("None")


def theme_choices() -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in Theme]


def announcement_choices() -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in Announcements]


def new_stamp() -> str:
    return secrets.token_urlsafe(16)


def new_message_id() -> str:
    return mail.new_message_id()


class PersonManager(BaseUserManager["Person"]):
    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        return (email or "").strip().lower()

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=self.normalize_email(username))


class Person(AbstractBaseUser):
    """Anybody who signs in. There are no passwords: a code by email proves the address each time."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    zone = models.CharField(max_length=64, default="Europe/London")
    language = models.CharField(max_length=12, default="en-gb")
    theme = models.CharField(max_length=10, choices=theme_choices, default=Theme.SAME)
    announcements = models.CharField(max_length=10, choices=announcement_choices, default=Announcements.ALL)
    wants_coach = models.BooleanField(default=True)  # that the question coach reads what they type in a room
    wants_counts = models.BooleanField(default=True)  # of the kinds of their questions, for them alone
    wants_week_before = models.BooleanField(default=True)  # a reminder of each session, and so on
    wants_day_before = models.BooleanField(default=True)
    wants_hour_before = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.wall, editable=False)
    sign_in_stamp = models.CharField(max_length=40, default=new_stamp, editable=False)
    # Django's way to drop a field that an abstract base brings along.
    password = None  # type: ignore[assignment]  # there are no passwords here

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="email_is_lower_case"),
        ]

    def __str__(self) -> str:
        return f"person {self.pk}"

    @property
    def first_name(self) -> str:
        words = self.name.split()
        return words[0] if words else self.email.partition("@")[0]

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def initials(self) -> str:
        return initials(self.name or self.email)

    @property
    def tone(self) -> int:
        """One of six colours for the avatar, always the same for one person."""
        return tone(str(self.pk))

    def has_usable_password(self) -> bool:
        return False

    def check_password(self, raw_password: str | None) -> bool:
        return False

    def set_unusable_password(self) -> None:
        """Nothing to do: there is no password to spoil."""

    def get_session_auth_hash(self) -> str:
        """What a session must carry. A new stamp ends all the person's sessions at once."""
        return salted_hmac("setspace.people.sign_in", self.sign_in_stamp, algorithm="sha256").hexdigest()


class LetterState(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    HELD = "held", _("Held back")
    CLAIMED = "claimed", _("Being sent")
    SENT = "sent", _("Sent")
    DROPPED = "dropped", _("Not needed any more")
    REFUSED = "refused", _("Refused")
    UNKNOWN = "unknown", _("Perhaps sent")


def letter_states() -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in LetterState]


class Letter(models.Model):
    """A mail that is due. It holds ids and, where it must, a sealed payload. It is worded when it is sent."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.CharField(max_length=200, unique=True)
    purpose = models.CharField(max_length=40)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="letters")
    to_address = models.EmailField()
    about = models.UUIDField(null=True)
    payload_sealed = models.BinaryField(null=True)
    message_id = models.CharField(max_length=200, default=new_message_id, unique=True)
    state = models.CharField(max_length=10, choices=letter_states, default=LetterState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    unknown_outcomes = models.PositiveSmallIntegerField(default=0)
    put_at = models.DateTimeField(default=clock.wall)
    due_at = models.DateTimeField(default=clock.wall)
    claimed_at = models.DateTimeField(null=True)
    handed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "due_at"], name="letters_by_state_and_due")]

    def __str__(self) -> str:
        return f"letter {self.pk} ({self.purpose}, {self.state})"

    @property
    def payload(self) -> dict[str, str]:
        """What the letter needs beyond its ids, such as a sign-in code. Empty when there is nothing."""
        if self.payload_sealed is None:
            return {}
        reader = vault.Reader(actor="letters", purpose=vault.Purpose.MAIL)
        opened = json.loads(vault.open_sealed(vault.HOUSE, self.place, self.payload_sealed, reader))
        return {str(name): str(value) for name, value in opened.items()}

    def seal_payload(self, payload: Mapping[str, str]) -> None:
        vault.make_key(vault.HOUSE)
        self.payload_sealed = vault.seal(vault.HOUSE, self.place, json.dumps(dict(payload)))

    @property
    def place(self) -> vault.Place:
        return vault.Place("people_letter", "payload_sealed", str(self.pk))


class KnownBrowser(models.Model):
    """A browser from which a person has signed in. Only a digest of its cookie is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="known_browsers")
    token_hash = models.CharField(max_length=64)
    since = models.DateTimeField(default=clock.wall)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "token_hash"], name="browser_known_once")]

    def __str__(self) -> str:
        return f"browser {self.pk}"


class CalendarLink(models.Model):
    """The private address of somebody's calendar, while there is one. Only a digest of its secret is kept."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_link")
    token_hash = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"calendar of {self.person_id}"
