"""A poll for another date of a session: what is offered, who can, and what became of it."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from setspace.lib import dates
from setspace.programmes.models.sets import Meeting, utc_of


class Became(StrEnum):
    TAKEN = "taken"  # the session has one of the dates
    KEPT = "kept"  # the session stays where it was
    MOVED = "moved"  # it moved by another way, or was cancelled


class Poll(models.Model):
    """Two to five dates for one session. It closes by itself, and then waits for whoever asked."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="polls")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    quorum = models.PositiveSmallIntegerField()  # how many have to be sure that they can come
    closed_at = models.DateTimeField(null=True)  # no more answers
    ended_at = models.DateTimeField(null=True)
    became = models.CharField(max_length=8, blank=True, default="")

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["meeting"], condition=Q(ended_at=None), name="one_open_poll"),
            models.CheckConstraint(
                condition=Q(ended_at=None, became="") | (Q(ended_at__isnull=False) & ~Q(became="")),
                name="an_ended_poll_became_something",
            ),
        ]

    def __str__(self) -> str:
        return f"poll {self.pk}"

    @property
    def last_words(self) -> str:
        """The end of Tuesday 8 June; or with its time, where it closes during the day."""
        last = self.closes_at.astimezone(self.meeting.learning_set.tz)
        if last.time() == time():
            return f"the end of {dates.day(last.date() - timedelta(days=1))}"
        return f"{dates.day(last.date())}, {dates.clock_time(last)}"

    def takes_answers(self, now: datetime) -> bool:
        return self.ended_at is None and self.closed_at is None and now < self.closes_at


class PollDate(models.Model):
    """One date on offer, in the set's local time."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="dates")
    on = models.DateField()
    at = models.TimeField()

    class Meta:
        ordering = ["on", "at"]
        constraints = [models.UniqueConstraint(fields=["poll", "on", "at"], name="one_offer_of_a_date")]

    def __str__(self) -> str:
        return f"{self.on} {self.at}"

    @property
    def starts_at(self) -> datetime:
        return utc_of(self.on, self.at, self.poll.meeting.learning_set.tz)

    def when(self, today: date) -> str:
        """Tuesday 1 June, 9:30am. With the year, where it is not today’s."""
        return f"{dates.day(self.on, today)}, {dates.clock_time(self.at)}"


class PollAnswer(models.Model):
    """What one person says of one date: yes, maybe or no."""

    date = models.ForeignKey(PollDate, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=6)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["date", "person"], name="one_answer_of_a_person")]

    def __str__(self) -> str:
        return f"{self.person_id} to {self.date_id}"
