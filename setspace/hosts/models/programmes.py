"""A programme, its sets, their dates, and who asked to hear of it."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q

from setspace.hosts.models.hosts import Host
from setspace.programmes.models import LearningSet, Meeting, utc_of


class Programme(models.Model):
    """What a host offers for one cohort: a series of meetings, for so many sets at once."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    host = models.ForeignKey(Host, on_delete=models.CASCADE, related_name="programmes")
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    headline = models.CharField(max_length=120, blank=True, default="")
    audience = models.CharField(max_length=200, blank=True, default="")
    what_it_is = models.TextField(blank=True, default="")
    what_it_is_not = models.TextField(blank=True, default="")
    prerequisite = models.CharField(max_length=300, blank=True, default="")
    price = models.CharField(max_length=120, blank=True, default="")  # in words; none where it is empty
    place = models.CharField(max_length=200, blank=True, default="Online, by video")
    confidentiality = models.TextField(blank=True, default="")
    absence = models.TextField(blank=True, default="")  # what happens when somebody cannot come
    shape = models.TextField()  # JSON that core.schedule.files reads: its meetings without dates
    zone = models.CharField(max_length=64, default="Europe/London")
    language = models.CharField(max_length=12, default="en-gb")
    first_on = models.DateField()
    at = models.TimeField()
    least_people = models.PositiveSmallIntegerField(default=4)  # in a set, without the facilitator
    most_people = models.PositiveSmallIntegerField(default=4)
    most_of_an_organisation = models.PositiveSmallIntegerField(default=1)  # in one set
    opens_on = models.DateField(null=True)  # applications; with the page, where nothing is given
    closes_on = models.DateField(null=True)  # the last day
    replies_on = models.DateField(null=True)  # by when everybody has an answer
    asks_manager = models.BooleanField(default=False)
    cloned_from = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)  # taken off the list; its sets go on

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(fields=["host", "slug"], name="one_programme_an_address"),
            models.CheckConstraint(
                condition=Q(least_people__gte=1) & Q(most_people__gte=models.F("least_people")),
                name="sets_have_a_size",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    def takes_applications(self, now: datetime) -> bool:
        """Whether somebody may apply at this moment, in the programme's own days."""
        today = now.astimezone(self.tz).date()
        has_begun = self.opens_on is None or self.opens_on <= today
        return self.is_published and self.ended_at is None and has_begun and not self.is_closed(today)

    def is_closed(self, today: date) -> bool:
        last = self.closes_on or self.first_on
        return today > last


class ProgrammeSet(models.Model):
    """A set as it is planned: a weekday, perhaps a facilitator. When its people are asked it is founded."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="sets")
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=80)
    weekday = models.PositiveSmallIntegerField()  # Monday is 0
    language = models.CharField(max_length=12, default="en-gb")
    offers = models.CharField(max_length=120, blank=True, default="")  # captions, step-free: with commas
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    facilitator_organisation = models.CharField(max_length=120, blank=True, default="")
    learning_set = models.OneToOneField(
        LearningSet, null=True, on_delete=models.SET_NULL, related_name="programme_set"
    )

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="one_set_a_number")]

    def __str__(self) -> str:
        return self.label


class ProgrammeDate(models.Model):
    """A meeting that is planned for one set, in the programme's local time."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme_set = models.ForeignKey(ProgrammeSet, on_delete=models.CASCADE, related_name="dates")
    position = models.PositiveSmallIntegerField()  # in the shape, from 0
    kind = models.CharField(max_length=12)
    number = models.PositiveSmallIntegerField()
    plan = models.CharField(
        max_length=40, blank=True, default=""
    )  # the facilitator chooses where it is empty
    minutes = models.PositiveSmallIntegerField()
    white_space = models.PositiveSmallIntegerField(default=0)
    on = models.DateField()
    at = models.TimeField()
    meeting = models.OneToOneField(
        Meeting, null=True, on_delete=models.SET_NULL, related_name="programme_date"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["programme_set", "position"], name="one_date_a_position")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}, {self.on}"

    @property
    def title(self) -> str:
        """Session 3; the follow-up has no number, as there is one."""
        name = self.kind.capitalize()
        return f"{name} {self.number}" if self.kind == "session" or self.number > 1 else name

    def starts_at(self, zone: ZoneInfo) -> datetime:
        return utc_of(self.on, self.at, zone)

    def is_over(self, now: datetime) -> bool:
        """Where it has become a session, that one's own time counts."""
        if self.meeting is not None:
            return self.meeting.is_over(now)
        ends_at = self.starts_at(self.programme_set.programme.tz) + timedelta(minutes=self.minutes)
        return ends_at <= now


class Interest(models.Model):
    """Somebody who asked to be told when applications open, once, and who can take that back."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="interests")
    email = models.EmailField()
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["programme", "email"], name="interested_once")]

    def __str__(self) -> str:
        return f"interest {self.pk}"
