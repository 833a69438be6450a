"""What stands by somebody while they act: a buddy, if both wish, and lines for themselves when stuck."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from setspace.lib import vault
from setspace.records.models.actions import Action
from setspace.records.models.sealed import PersonRow


class Buddy(models.Model):
    """Somebody whom the holder of an action asked to be beside them, until one of the two stops it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="buddies")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "buddies"
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"], condition=Q(ended_at=None), name="one_buddy_of_an_action"
            )
        ]

    def __str__(self) -> str:
        return f"buddy {self.pk}"


class StuckNote(PersonRow):
    """What somebody writes for themselves when they do not get on with an action."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    text_sealed = models.BinaryField(editable=False)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "person"], name="one_stuck_note")]

    def __str__(self) -> str:
        return f"stuck note {self.pk}"

    def seal_text(self, text: str) -> None:
        self._seal("text_sealed", text)

    def open_text(self, reader: vault.Reader) -> str:
        return self._open("text_sealed", reader)


class ReportDraft(PersonRow):
    """How an action went, as far as its holder has typed it. The set sees nothing of it until it is sent."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    fields_sealed = models.BinaryField(editable=False)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "person"], name="one_report_draft")]

    def __str__(self) -> str:
        return f"report draft {self.pk}"

    def seal_fields(self, fields: Mapping[str, str]) -> None:
        self._seal("fields_sealed", json.dumps(dict(fields), ensure_ascii=False))

    def open_fields(self, reader: vault.Reader) -> dict[str, str]:
        fields: dict[str, str] = json.loads(self._open("fields_sealed", reader))
        return fields
