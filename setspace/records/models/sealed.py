"""Rows whose words are sealed: a set's with the set's key, a person's own with theirs."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models

from setspace.lib import vault
from setspace.programmes.models import Meeting

PERSON = settings.AUTH_USER_MODEL


class SealedRow(models.Model):
    """A row whose words are sealed to an owner, each bound to its table, column and row."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True

    @property
    def owner(self) -> vault.Owner:
        raise NotImplementedError

    def _seal(self, column: str, text: str) -> None:
        setattr(self, column, vault.seal(self.owner, self._place(column), text))

    def _open(self, column: str, reader: vault.Reader) -> str:
        sealed = getattr(self, column)
        if sealed is None:
            return ""
        return vault.open_sealed(self.owner, self._place(column), bytes(sealed), reader)

    def _place(self, column: str) -> vault.Place:
        return vault.Place(self._meta.db_table, column, str(self.pk))


class SetRow(SealedRow):
    """Something said in a meeting: sealed with the key of the meeting's set."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    @property
    def owner(self) -> vault.Owner:
        return vault.Owner.of_set(self.meeting.learning_set_id)


class PersonRow(SealedRow):
    """Something for one person alone: sealed with their own key, which no code for a set ever uses."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    @property
    def owner(self) -> vault.Owner:
        return vault.Owner.of_person(self.person_id)
