"""Sets, who belongs to them, what they agreed, and when they meet."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q

from setspace.core.emailing import WORDS, Mode
from setspace.core.process.files import Course
from setspace.lib import dates, vault
from setspace.programmes.kinds import TITLE_OF_KIND
from setspace.programmes.own_formats import OWN, course_for

INVITATION_DAYS = 14


class Role(models.TextChoices):
    FACILITATOR = "facilitator", "Facilitator"
    MEMBER = "member", "Member"
    OBSERVER = "observer", "Observer"


class LearningSet(models.Model):
    """Four to nine people who meet. Its confidential text is sealed with its own key."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=80)
    language = models.CharField(max_length=12, default="en-gb")
    zone = models.CharField(max_length=64, default="Europe/London")
    plan = models.CharField(max_length=40)
    plan_kept = models.TextField(blank=True, default="")  # as a file, where the plan is somebody's own
    video_link_sealed = models.BinaryField(null=True, editable=False)
    hides_clock_from_holder = models.BooleanField(default=False)
    has_coach = models.BooleanField(default=True)  # reads what a member types, for that member alone
    absence_rule = models.TextField(blank=True, default="")  # what its programme says of not coming
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name

    @property
    def owner(self) -> vault.Owner:
        return vault.Owner.of_set(self.id)

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def place(self) -> str:
        """London, for Europe/London."""
        return self.zone.rpartition("/")[2].replace("_", " ")

    def seal_video_link(self, link: str) -> None:
        self.video_link_sealed = vault.seal(self.owner, self._video_place, link) if link else None

    def open_video_link(self, reader: vault.Reader) -> str:
        if not self.video_link_sealed:
            return ""
        return vault.open_sealed(self.owner, self._video_place, bytes(self.video_link_sealed), reader)

    @property
    def _video_place(self) -> vault.Place:
        return vault.Place("programmes_learningset", "video_link_sealed", str(self.id))


class Membership(models.Model):
    """A person in a set, from one moment until another. The row stays when the person leaves."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    learning_set = models.ForeignKey(LearningSet, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, default=Role.MEMBER)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    keeps_at = models.DateTimeField(null=True)  # looks after dates and people where all lead in turn

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set", "person"], condition=Q(until_at=None), name="one_current_membership"
            ),
            models.UniqueConstraint(
                fields=["learning_set"], condition=Q(until_at=None, keeps_at__isnull=False), name="one_keeper"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.learning_set_id}"

    @property
    def is_facilitator(self) -> bool:
        return self.role == Role.FACILITATOR

    @property
    def is_observer(self) -> bool:
        return self.role == Role.OBSERVER

    @property
    def keeps_set(self) -> bool:
        return self.keeps_at is not None

    @property
    def leads_set(self) -> bool:
        """Whether this person changes dates and people and sends the summary."""
        return self.is_facilitator or self.keeps_set


class Invitation(models.Model):
    """An open door for one person. Without `sent_at` it waits until the facilitator has accepted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    learning_set = models.ForeignKey(LearningSet, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=12, default=Role.MEMBER)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, blank=True, editable=False)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set", "person"],
                condition=Q(accepted_at=None, declined_at=None, withdrawn_at=None),
                name="one_open_invitation",
            ),
            models.UniqueConstraint(
                fields=["token_hash"], condition=~Q(token_hash=""), name="one_invitation_a_token"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} to {self.learning_set_id}"

    def has_expired(self, now: datetime) -> bool:
        return self.expires_at is not None and now >= self.expires_at

    @property
    def is_open(self) -> bool:
        return not (self.accepted_at or self.declined_at or self.withdrawn_at)


class GroundRules(models.Model):
    """One version of what a set agreed. A change is a new version that everyone accepts again."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    learning_set = models.ForeignKey(LearningSet, on_delete=models.CASCADE, related_name="ground_rules")
    version = models.PositiveSmallIntegerField()
    text_sealed = models.BinaryField(editable=False)
    summary_mode = models.CharField(max_length=8, default=Mode.FULL)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learning_set", "version"], name="one_version_of_ground_rules"),
        ]

    def __str__(self) -> str:
        return f"version {self.version}"

    @property
    def mode(self) -> Mode:
        return Mode(self.summary_mode)

    @property
    def mode_words(self) -> str:
        return WORDS[self.mode]

    def seal_rules(self, rules: list[str]) -> None:
        self.text_sealed = vault.seal(self.learning_set.owner, self._place, "\n".join(rules))

    def open_rules(self, reader: vault.Reader) -> list[str]:
        owner = vault.Owner.of_set(self.learning_set_id)
        return vault.open_sealed(owner, self._place, bytes(self.text_sealed), reader).splitlines()

    @property
    def _place(self) -> vault.Place:
        return vault.Place("programmes_groundrules", "text_sealed", str(self.id))


class Assent(models.Model):
    """One person's yes to one version of the ground rules."""

    ground_rules = models.ForeignKey(GroundRules, on_delete=models.CASCADE, related_name="assents")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assents")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ground_rules", "person"], name="one_assent")]

    def __str__(self) -> str:
        return f"{self.person_id} to {self.ground_rules_id}"


class Meeting(models.Model):
    """A dated occasion of a set, in the set's own local time. People call it a session."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    learning_set = models.ForeignKey(LearningSet, on_delete=models.CASCADE, related_name="meetings")
    number = models.PositiveSmallIntegerField(null=True)
    kind = models.CharField(max_length=12, default="session")
    plan = models.CharField(max_length=40)
    plan_kept = models.TextField(blank=True, default="")  # as a file, where the plan is somebody's own
    on = models.DateField()
    at = models.TimeField()
    cancelled_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    n_changes = models.PositiveSmallIntegerField(default=0)  # of its date, for calendars
    led_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["on", "at"]
        constraints = [
            models.UniqueConstraint(fields=["learning_set", "kind", "number"], name="one_number_of_a_kind"),
            models.CheckConstraint(
                condition=~Q(plan__startswith=OWN) | ~Q(plan_kept=""), name="an_own_plan_is_kept"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        named = TITLE_OF_KIND.get(self.kind)
        if named:
            return named if (self.number or 1) == 1 else f"{named} {self.number}"
        return f"Session {self.number}" if self.number else "Session"

    @property
    def title_in_a_sentence(self) -> str:
        return self.title[:1].lower() + self.title[1:]

    @property
    def course(self) -> Course:
        """Its session plan with the rounds of its turns: ours by their key, or the copy that it keeps."""
        return course_for(self.plan, self.plan_kept)

    @property
    def minutes(self) -> int:
        return self.course.plan.minutes

    @property
    def starts_at(self) -> datetime:
        return utc_of(self.on, self.at, self.learning_set.tz)

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    def has_begun(self, now: datetime) -> bool:
        return self.closed_at is not None or self.starts_at <= now

    def is_over(self, now: datetime) -> bool:
        """Its room has closed, early perhaps, or its planned end has come."""
        return self.closed_at is not None or self.ends_at <= now

    def is_on(self, now: datetime) -> bool:
        return self.has_begun(now) and not self.is_over(now)

    @property
    def local_end(self) -> datetime:
        return self.ends_at.astimezone(self.learning_set.tz)

    @property
    def times(self) -> str:
        """9:30am to 1pm."""
        return f"{dates.clock_time(self.at)} to {dates.clock_time(self.local_end)}"

    def when(self, today: date) -> str:
        """Tuesday 1 June, 9:30am to 1pm. With the year, where it is not today’s."""
        return f"{dates.day(self.on, today)}, {self.times}"


def utc_of(on: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, at, zone).astimezone(UTC)
