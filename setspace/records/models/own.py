"""What is for one person alone."""

from __future__ import annotations

import json
from collections.abc import Mapping

from django.db import models

from setspace.core.reflecting.prompts import PARTS
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
    prompt_sealed = models.BinaryField(null=True, editable=False)  # the question that it answers, if one
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

    def seal_prompt(self, prompt: str) -> None:
        self._seal("prompt_sealed", prompt)

    def open_prompt(self, reader: vault.Reader) -> str:
        return self._open("prompt_sealed", reader)


class ReviewSheet(PersonRow):
    """What one person writes under the five headings after a session, for themselves."""

    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, related_name="+")
    parts_sealed = models.BinaryField(editable=False)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-written_at"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_review_of_a_meeting")]

    def __str__(self) -> str:
        return f"review sheet {self.pk}"

    def seal_parts(self, parts: Mapping[str, str]) -> None:
        self._seal("parts_sealed", json.dumps({key: parts.get(key, "") for key in PARTS}))

    def open_parts(self, reader: vault.Reader) -> dict[str, str]:
        kept: dict[str, str] = json.loads(self._open("parts_sealed", reader))
        return {key: kept.get(key, "") for key in PARTS}


class Draft(PersonRow):
    """What somebody has typed into a form and not sent yet, such as a piece that they think of sharing."""

    form = models.CharField(max_length=60)
    text_sealed = models.BinaryField(editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "form"], name="one_draft_of_a_form")]

    def __str__(self) -> str:
        return f"draft {self.pk}"

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
