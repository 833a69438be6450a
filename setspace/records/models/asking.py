"""What one person keeps about asking: the questions that moved them, and the beginnings they like."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import models

from setspace.lib import vault
from setspace.programmes.models import Meeting
from setspace.records.models.sealed import PersonRow


class MovedQuestions(PersonRow):
    """The questions that a holder marked in their turn, for themselves alone."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    texts_sealed = models.BinaryField(editable=False)
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "moved questions"
        ordering = ["kept_at"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="moved_once_in_a_meeting")]

    def __str__(self) -> str:
        return f"moved questions {self.pk}"

    def seal_texts(self, texts: Iterable[str]) -> None:
        self._seal("texts_sealed", json.dumps(list(texts), ensure_ascii=False))

    def open_texts(self, reader: vault.Reader) -> tuple[str, ...]:
        return tuple(json.loads(self._open("texts_sealed", reader)))


class FavouriteStems(PersonRow):
    """The beginnings of questions that somebody marked as theirs."""

    stems_sealed = models.BinaryField(editable=False)

    class Meta:
        verbose_name_plural = "favourite stems"
        constraints = [models.UniqueConstraint(fields=["person"], name="one_list_of_favourite_stems")]

    def __str__(self) -> str:
        return f"favourite stems {self.pk}"

    def seal_stems(self, stems: Iterable[str]) -> None:
        self._seal("stems_sealed", json.dumps(list(stems), ensure_ascii=False))

    def open_stems(self, reader: vault.Reader) -> tuple[str, ...]:
        return tuple(json.loads(self._open("stems_sealed", reader)))
