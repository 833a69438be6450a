"""What people said they would do, and how it went."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from setspace.lib import vault
from setspace.programmes.models import Meeting
from setspace.records.models.sealed import SealedRow, SetRow


class Status(models.TextChoices):
    NOT_YET = "not_yet", "Not yet"
    UNDER_WAY = "under_way", "Under way"
    DONE = "done", "Done"
    LETTING_GO = "letting_go", "Letting it go"


OPEN_STATUSES = (Status.NOT_YET, Status.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class ActionWords:
    """An action in its holder's own words, opened."""

    what: str
    by_when: str = ""
    first_step: str = ""
    why: str = ""
    support: str = ""


class Action(SetRow):
    """What `person` said they would do. The words are sealed; how it is going can be counted."""

    what_sealed = models.BinaryField(editable=False)
    by_when_sealed = models.BinaryField(editable=False)
    first_step_sealed = models.BinaryField(editable=False)
    why_sealed = models.BinaryField(null=True, editable=False)
    support_sealed = models.BinaryField(null=True, editable=False)
    confidence = models.PositiveSmallIntegerField(null=True)
    status = models.CharField(max_length=12, default=Status.NOT_YET)
    order = models.PositiveSmallIntegerField(default=0)
    status_at = models.DateTimeField()
    noted_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    nudge_at = models.DateTimeField(null=True)  # when its holder wishes to be reminded of it

    class Meta:
        ordering = ["noted_at", "order"]

    def __str__(self) -> str:
        return f"action {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.removed_at is None and self.status in OPEN_STATUSES

    @property
    def status_label(self) -> str:
        return str(Status(self.status).label)

    @property
    def nudge_key(self) -> str:
        """Of the letter that reminds of it; empty where none is wished for."""
        return f"action_nudge:{self.pk}:{int(self.nudge_at.timestamp())}" if self.nudge_at else ""

    def seal_words(self, what: str, by_when: str, first_step: str) -> None:
        self._seal("what_sealed", what)
        self._seal("by_when_sealed", by_when)
        self._seal("first_step_sealed", first_step)

    def seal_more(self, why: str, support: str) -> None:
        """What its holder adds for themselves and for a buddy."""
        self._seal("why_sealed", why)
        self._seal("support_sealed", support)

    def open_words(self, reader: vault.Reader) -> ActionWords:
        columns = ("what_sealed", "by_when_sealed", "first_step_sealed", "why_sealed", "support_sealed")
        return ActionWords(*(self._open(column, reader) for column in columns))


class ActionUpdate(SealedRow):
    """How an action went, told in a meeting or written at home."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="updates")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, related_name="+")
    status = models.CharField(max_length=12)
    did_sealed = models.BinaryField(editable=False)
    learned_sealed = models.BinaryField(editable=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"update of action {self.action_id}"

    @property
    def owner(self) -> vault.Owner:
        return self.action.owner

    @property
    def status_label(self) -> str:
        return str(Status(self.status).label)

    def seal_words(self, did: str, learned: str) -> None:
        self._seal("did_sealed", did)
        self._seal("learned_sealed", learned)

    def open_did(self, reader: vault.Reader) -> str:
        return self._open("did_sealed", reader)

    def open_learned(self, reader: vault.Reader) -> str:
        return self._open("learned_sealed", reader)
