"""What a holder brought to a meeting, and the question it became."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from django.db import models

from setspace.lib import vault
from setspace.records.models.sealed import SetRow


@dataclass(frozen=True, slots=True)
class SealedWording:
    """One wording of a key question: the words, when (epoch milliseconds), and whose they were."""

    text: str
    at: int
    by: str


class Issue(SetRow):
    """What a holder brought to a meeting."""

    text_sealed = models.BinaryField(editable=False)
    brought_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_issue_of_a_holder")]

    def __str__(self) -> str:
        return f"issue {self.pk}"

    def seal_text(self, text: str) -> None:
        self._seal("text_sealed", text)

    def open_text(self, reader: vault.Reader) -> str:
        return self._open("text_sealed", reader)


class KeyQuestion(SetRow):
    """The question a holder came to, with every wording it went through on the way."""

    wordings_sealed = models.BinaryField(editable=False)
    pinned_sealed = models.BinaryField(null=True, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_question_of_a_holder")]

    def __str__(self) -> str:
        return f"key question {self.pk}"

    def seal_wordings(self, wordings: list[SealedWording], pinned: str) -> None:
        self._seal("wordings_sealed", json.dumps([asdict(wording) for wording in wordings]))
        if pinned:
            self._seal("pinned_sealed", pinned)

    def open_wordings(self, reader: vault.Reader) -> tuple[SealedWording, ...]:
        return tuple(SealedWording(**row) for row in json.loads(self._open("wordings_sealed", reader)))

    def open_pinned(self, reader: vault.Reader) -> str:
        return self._open("pinned_sealed", reader)
