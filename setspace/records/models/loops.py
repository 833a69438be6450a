"""Double loops, and the assumptions that somebody kept for one. For one person alone."""

from __future__ import annotations

import json
from collections.abc import Mapping

from django.db import models

from setspace.core.reflecting.loops import KEYS
from setspace.lib import vault
from setspace.programmes.models import Meeting
from setspace.records.models.sealed import PersonRow


class Loop(PersonRow):
    """Belief, frame, what was done, what came of it, another belief; and later what came of that."""

    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, related_name="+")
    after = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    words_sealed = models.BinaryField(editable=False)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-written_at"]

    def __str__(self) -> str:
        return f"loop {self.pk}"

    def seal_words(self, words: Mapping[str, str]) -> None:
        self._seal("words_sealed", json.dumps({key: words.get(key, "") for key in KEYS}))

    def open_words(self, reader: vault.Reader) -> dict[str, str]:
        kept: dict[str, str] = json.loads(self._open("words_sealed", reader))
        return {key: kept.get(key, "") for key in KEYS}


class Assumption(PersonRow):
    """A line that somebody kept in a session to look at later."""

    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, related_name="+")
    text_sealed = models.BinaryField(editable=False)
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["-noted_at"]

    def __str__(self) -> str:
        return f"assumption {self.pk}"

    def seal_text(self, text: str) -> None:
        self._seal("text_sealed", text)

    def open_text(self, reader: vault.Reader) -> str:
        return self._open("text_sealed", reader)
