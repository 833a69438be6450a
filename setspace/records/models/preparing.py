"""What somebody prepares to bring to a set."""

from __future__ import annotations

import json

from django.db import models
from django.db.models import Q

from setspace.core.preparing import ASKED, TESTS, Sheet, Wish
from setspace.lib import vault
from setspace.programmes.models import LearningSet, Meeting
from setspace.records.models.sealed import PersonRow


class IssueSheet(PersonRow):
    """A person's own sheet for one set. It stays until they have held an issue."""

    learning_set = models.ForeignKey(LearningSet, on_delete=models.CASCADE, related_name="+")
    words_sealed = models.BinaryField(editable=False)
    changed_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    told_in = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "learning_set"], condition=Q(told_at=None), name="one_sheet_to_bring"
            )
        ]

    def __str__(self) -> str:
        return f"sheet {self.pk}"

    def seal_sheet(self, sheet: Sheet) -> None:
        plain = {
            "words": {key: text for key, text in sheet.words.items() if text},
            "tests": sorted(sheet.tests),
            "alive": sheet.alive,
            "wish": sheet.wish.value,
        }
        self._seal("words_sealed", json.dumps(plain, ensure_ascii=False))

    def open_sheet(self, reader: vault.Reader) -> Sheet:
        plain = json.loads(self._open("words_sealed", reader))
        asked = {one.key for one in ASKED}
        words = {key: text for key, text in plain["words"].items() if key in asked}
        tests = frozenset(plain["tests"]) & TESTS.keys()
        return Sheet(words, tests, plain["alive"], Wish(plain["wish"]))
