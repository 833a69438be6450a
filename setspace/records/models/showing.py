"""What an issue holder shows to the set in their turn."""

from __future__ import annotations

from django.db import models

from setspace.lib import vault
from setspace.records.models.sealed import SetRow


class ShownCopy(SetRow):
    """A copy, for as long as it is shown. What it was made from stays with its owner, under their own key."""

    kind = models.CharField(max_length=12)
    content_sealed = models.BinaryField(editable=False)
    shown_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "shown copies"
        constraints = [models.UniqueConstraint(fields=["meeting"], name="one_shown_at_a_time")]

    def __str__(self) -> str:
        return f"shown {self.kind} {self.pk}"

    def seal_content(self, content: str) -> None:
        self._seal("content_sealed", content)

    def open_content(self, reader: vault.Reader) -> str:
        return self._open("content_sealed", reader)
