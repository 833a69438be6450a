"""A conflict of interest that somebody has told, for the person it was told to."""

from django.conf import settings
from django.db import models

from setspace.hosts.models.applications import Placement
from setspace.hosts.models.hosts import Host
from setspace.hosts.models.sealed import HostRow


class Verdict(models.TextChoices):
    """What a facilitator answers to a conflict of interest."""

    FINE = "fine", "It is no matter. The set can stay as it is"
    AGAIN = "again", "Ask the organiser to form the set again"


class Conflict(HostRow):
    """A conflict of interest, told to whoever facilitated the set when it was told, and to nobody after."""

    place = models.OneToOneField(Placement, on_delete=models.CASCADE, related_name="conflict")
    told_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    told_at = models.DateTimeField()
    verdict = models.CharField(max_length=5, blank=True, default="")
    answered_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"conflict {self.pk}"

    @property
    def host(self) -> Host:
        return self.place.application.programme.host
