"""How many questions of each kind somebody asked in a session: for that person alone."""

from __future__ import annotations

import json

from django.db import models

from setspace.core.questions.counting import Counts
from setspace.lib import vault
from setspace.programmes.models import Meeting
from setspace.records.models.sealed import PersonRow


class QuestionCounts(PersonRow):
    """Numbers, and no word of any question."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    counts_sealed = models.BinaryField(editable=False)
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "question counts"
        ordering = ["-kept_at"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_count_of_a_meeting")]

    def __str__(self) -> str:
        return f"question counts {self.pk}"

    def seal_counts(self, counts: Counts) -> None:
        self._seal("counts_sealed", json.dumps(dict(counts)))

    def open_counts(self, reader: vault.Reader) -> Counts:
        counts: Counts = json.loads(self._open("counts_sealed", reader))
        return counts
