"""Maps of relationships: each is one sealed value, and so is each state of it that somebody kept."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.db import models

from setspace.core.mapping import codec
from setspace.core.mapping.model import Map
from setspace.core.mapping.undoing import Step
from setspace.lib import vault
from setspace.programmes.models import LearningSet
from setspace.records.models.sealed import PersonRow


class RelationshipMap(PersonRow):
    """Who is around somebody's question, by code names, and the latest changes, to be undone."""

    learning_set = models.ForeignKey(LearningSet, on_delete=models.SET_NULL, null=True, related_name="+")
    drawn_sealed = models.BinaryField(editable=False)
    made_at = models.DateTimeField()
    chosen_at = models.DateTimeField(null=True)  # to be shown in their turn, before any other of that set
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return f"map {self.pk}"

    def seal_drawn(self, drawn: Map, steps: Sequence[Step] = ()) -> None:
        kept = {"map": codec.plain(drawn), "steps": codec.steps_plain(steps)}
        self._seal("drawn_sealed", json.dumps(kept))

    def open_drawn(self, reader: vault.Reader) -> tuple[Map, tuple[Step, ...]]:
        kept = json.loads(self._open("drawn_sealed", reader))
        return codec.from_plain(kept["map"]), codec.steps_from_plain(kept["steps"])


class MapSnapshot(PersonRow):
    """How a map was at a moment that its owner wanted to keep."""

    relationship_map = models.ForeignKey(RelationshipMap, on_delete=models.CASCADE, related_name="snapshots")
    drawn_sealed = models.BinaryField(editable=False)
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["-taken_at"]

    def __str__(self) -> str:
        return f"snapshot {self.pk}"

    def seal_drawn(self, drawn: Map) -> None:
        self._seal("drawn_sealed", json.dumps(codec.plain(drawn)))

    def open_drawn(self, reader: vault.Reader) -> Map:
        return codec.from_plain(json.loads(self._open("drawn_sealed", reader)))
