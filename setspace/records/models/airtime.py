"""The ledger of airtime: how long each member held an issue, and who has extra time in their turns."""

from __future__ import annotations

import json

from django.conf import settings
from django.db import models

from setspace.core.process.ledger import Line, Standing
from setspace.lib import vault
from setspace.programmes.models import LearningSet
from setspace.records.models.sealed import SealedRow, SetRow


class Airtime(SetRow):
    """One member in one session, sealed for the set."""

    line_sealed = models.BinaryField(editable=False)
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ["kept_at"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_line_of_airtime")]

    def __str__(self) -> str:
        return f"airtime {self.pk}"

    def seal_line(self, line: Line) -> None:
        plain = [line.standing.value, line.place, line.promised, line.had, line.gave]
        self._seal("line_sealed", json.dumps(plain))

    def open_line(self, reader: vault.Reader) -> Line:
        standing, place, promised, had, gave = json.loads(self._open("line_sealed", reader))
        return Line(str(self.person_id), Standing(standing), place, promised, had, gave)


class Adjustment(SealedRow):
    """Minutes that a member's turns are longer, so that all can take part. Taken from nobody."""

    learning_set = models.ForeignKey(LearningSet, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    minutes_sealed = models.BinaryField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learning_set", "person"], name="one_adjustment_in_a_set")
        ]

    def __str__(self) -> str:
        return f"adjustment {self.pk}"

    @property
    def owner(self) -> vault.Owner:
        return vault.Owner.of_set(self.learning_set_id)

    def seal_minutes(self, minutes: int) -> None:
        self._seal("minutes_sealed", str(minutes))

    def open_minutes(self, reader: vault.Reader) -> int:
        return int(self._open("minutes_sealed", reader))
