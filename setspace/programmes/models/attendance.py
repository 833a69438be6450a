"""Who can come to a session, as they say before it, and who came."""

from enum import StrEnum
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from setspace.programmes.models.sets import Meeting


class Said(StrEnum):
    COMING = "coming"
    APOLOGY = "apology"


class Attendance(models.Model):
    """One person and one session. Who has said nothing is expected; nobody is asked why they can’t come."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attendances")
    said = models.CharField(max_length=10, blank=True, default="")
    said_at = models.DateTimeField(null=True)
    instead = models.ForeignKey(  # who holds an issue in this person’s place, if they say so
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    came_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)
    marked_by = models.ForeignKey(  # nobody, where the room saw it
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="one_attendance"),
            models.CheckConstraint(
                condition=Q(said="", said_at=None) | (~Q(said="") & Q(said_at__isnull=False)),
                name="said_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(instead=None) | Q(said="apology"), name="instead_of_who_is_away"
            ),
            models.CheckConstraint(condition=Q(came_at=None) | Q(missed_at=None), name="came_or_missed"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.meeting_id}"

    @property
    def is_apology(self) -> bool:
        return self.said == Said.APOLOGY

    @property
    def came(self) -> bool | None:
        """None where nobody has marked it."""
        if self.came_at is None and self.missed_at is None:
            return None
        return self.came_at is not None
