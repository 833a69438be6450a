"""Planned against actual, for the one person who led."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.db import models

from setspace.core.process.formats import BlockKind
from setspace.core.process.review import BlockRow, Spent, StageRow
from setspace.lib import vault
from setspace.programmes.models import Meeting
from setspace.records.models.sealed import PersonRow


class TimingReview(PersonRow):
    """How long each part of a session was to take and took. It holds people by their ids, never by name."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    rows_sealed = models.BinaryField(editable=False)
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ["-kept_at"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_timing_of_a_meeting")]

    def __str__(self) -> str:
        return f"timing {self.pk}"

    def seal_rows(self, rows: Sequence[BlockRow]) -> None:
        self._seal("rows_sealed", json.dumps([asdict(row) for row in rows], ensure_ascii=False))

    def open_rows(self, reader: vault.Reader) -> tuple[BlockRow, ...]:
        return tuple(_row(plain) for plain in json.loads(self._open("rows_sealed", reader)))


def _row(plain: dict[str, Any]) -> BlockRow:
    stages = tuple(StageRow(stage["title"], Spent(**stage["spent"])) for stage in plain["stages"])
    read = {"kind": BlockKind(plain["kind"]), "spent": Spent(**plain["spent"]), "stages": stages}
    return BlockRow(**{**plain, **read})
