"""What is for one person alone."""

from __future__ import annotations

from django.db import models

from setspace.lib import vault
from setspace.programmes.models import Meeting
from setspace.records.models.sealed import PersonRow


class Kind(models.TextChoices):
    """What somebody writes for themselves: about a session as they held an issue or listened, or led it."""

    REFLECTION = "reflection", "Reflection"
    LOG = "log", "Log"


class Reflection(PersonRow):
    """A few lines for oneself; of the kind LOG those of somebody who leads, for their supervision."""

    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.REFLECTION)
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, related_name="+")
    text_sealed = models.BinaryField(editable=False)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-written_at"]

    def __str__(self) -> str:
        return f"reflection {self.pk}"

    def seal_text(self, text: str) -> None:
        self._seal("text_sealed", text)

    def open_text(self, reader: vault.Reader) -> str:
        return self._open("text_sealed", reader)


class PrivateNote(PersonRow):
    """One person's own notes of a meeting, the facilitator's above all."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    text_sealed = models.BinaryField(editable=False)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_note_of_a_meeting")]

    def __str__(self) -> str:
        return f"note {self.pk}"

    def seal_text(self, text: str) -> None:
        self._seal("text_sealed", text)

    def open_text(self, reader: vault.Reader) -> str:
        return self._open("text_sealed", reader)
