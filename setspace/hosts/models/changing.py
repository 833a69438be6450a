"""What facilitators are asked about sets that have begun: a newcomer, and two sets that go on as one.

The words with an answer are for the host's organisers. Until the answer they are nobody's but the writer's.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from setspace.hosts.models.applications import Application
from setspace.hosts.models.hosts import Host
from setspace.hosts.models.programmes import ProgrammeSet
from setspace.hosts.models.sealed import HostRow
from setspace.programmes.models import Invitation


class Proposal(HostRow):
    """Somebody proposed for a set that has begun. The invitation waits for whoever leads the set."""

    programme_set = models.ForeignKey(ProgrammeSet, on_delete=models.CASCADE, related_name="proposals")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="proposals")
    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="proposal")

    def __str__(self) -> str:
        return f"proposal {self.pk}"

    @property
    def host(self) -> Host:
        return self.programme_set.programme.host

    @property
    def is_open(self) -> bool:
        return self.invitation.is_open and self.invitation.sent_at is None

    @property
    def is_refused(self) -> bool:
        """The facilitator has said no: the person was never asked."""
        return self.invitation.withdrawn_at is not None and self.invitation.sent_at is None


class Joining(models.Model):
    """Two sets that grew small and are to go on as one. Both facilitators are asked before anybody else."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    leaving = models.ForeignKey(ProgrammeSet, on_delete=models.CASCADE, related_name="joinings_from")
    into = models.ForeignKey(ProgrammeSet, on_delete=models.CASCADE, related_name="joinings_to")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()
    leaving_yes_at = models.DateTimeField(null=True)
    into_yes_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)  # somebody said no, or it was taken back
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(leaving=F("into")), name="joins_another_set"),
            models.UniqueConstraint(
                fields=["leaving"], condition=Q(ended_at=None), name="one_joining_of_a_set"
            ),
        ]

    def __str__(self) -> str:
        return f"joining {self.pk}"

    @property
    def host(self) -> Host:
        return self.leaving.programme.host

    @property
    def is_open(self) -> bool:
        return self.ended_at is None and self.done_at is None


class JoiningWord(HostRow):
    """What one facilitator writes to the organisers with an answer."""

    joining = models.ForeignKey(Joining, on_delete=models.CASCADE, related_name="words")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(null=True)  # until then it is being typed

    class Meta:
        constraints = [models.UniqueConstraint(fields=["joining", "person"], name="one_word_a_facilitator")]

    def __str__(self) -> str:
        return f"word {self.pk}"

    @property
    def host(self) -> Host:
        return self.joining.host
