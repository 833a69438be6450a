"""What somebody shares with their set of what they wrote for themselves."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from setspace.lib import vault
from setspace.programmes.models import LearningSet
from setspace.records.models.sealed import SealedRow


class SharedPiece(SealedRow):
    """A copy, sealed for the set. Taking it back destroys it; what it was taken from stays its author's."""

    learning_set = models.ForeignKey(LearningSet, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    came_from = models.UUIDField(editable=False)  # the author's own row
    text_sealed = models.BinaryField(editable=False)
    shared_at = models.DateTimeField()

    class Meta:
        ordering = ["-shared_at"]

    def __str__(self) -> str:
        return f"shared piece {self.pk}"

    @property
    def owner(self) -> vault.Owner:
        return vault.Owner.of_set(self.learning_set_id)

    def seal_text(self, text: str) -> None:
        self._seal("text_sealed", text)

    def open_text(self, reader: vault.Reader) -> str:
        return self._open("text_sealed", reader)
