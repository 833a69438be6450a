"""What organisers do with applications: their answers, the board’s changes, and lists that are brought in."""

import json
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models

from setspace.hosts.models.applications import Application
from setspace.hosts.models.programmes import Programme
from setspace.lib import vault


class Answer(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    WAITING = "waiting", "Waiting list"
    DECLINED = "declined", "Declined"


def answers() -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in Answer]


class Decision(models.Model):
    """An organiser’s answer to an application. Its words go by letter later, and stay for whoever applied."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="decisions")
    answer = models.CharField(max_length=10, choices=answers)
    was = models.CharField(max_length=10)  # the standing before
    was_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    words_sealed = models.BinaryField(null=True, editable=False)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"decision {self.pk}"

    def seal_words(self, text: str) -> None:
        self.words_sealed = vault.seal(self.application.programme.host.owner, self._place, text.strip())

    def open_words(self, reader: vault.Reader) -> str:
        if not self.words_sealed:
            return ""
        owner = self.application.programme.host.owner
        return vault.open_sealed(owner, self._place, bytes(self.words_sealed), reader)

    @property
    def _place(self) -> vault.Place:
        return vault.Place("hosts_decision", "words_sealed", str(self.id))


class BoardChange(models.Model):
    """One change of the board that forms sets. Its number is the board’s: who changes it names the last one.

    ``moves`` is JSON: for each person the application, the set before and whether pinned there, the set after
    and whether pinned there; null is no set.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="board_changes")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)  # moved, pinned, unpinned, suggested, undone
    moves = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="one_change_a_number")]

    def __str__(self) -> str:
        return f"change {self.number} of {self.programme_id}"


class ImportJob(models.Model):
    """A list of applicants that is brought in, some rows at a time. What it still holds is sealed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()
    rows_sealed = models.BinaryField(null=True, editable=False)
    n_rows = models.PositiveIntegerField(default=0)  # good ones
    n_bad = models.PositiveIntegerField(default=0)
    n_done = models.PositiveIntegerField(default=0)
    n_there = models.PositiveIntegerField(default=0)  # had applied before, and stay as they are
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"import {self.pk}"

    def seal_rows(self, good: list[dict[str, Any]], bad: list[tuple[int, str]]) -> None:
        text = json.dumps({"good": good, "bad": bad})
        self.rows_sealed = vault.seal(self.programme.host.owner, self._place, text)

    def open_rows(self, reader: vault.Reader) -> tuple[list[dict[str, Any]], list[tuple[int, str]]]:
        """Good rows, and the lines that cannot be read, each with its reason."""
        owner = self.programme.host.owner
        opened = json.loads(vault.open_sealed(owner, self._place, bytes(self.rows_sealed or b""), reader))
        return opened["good"], [(line, why) for line, why in opened["bad"]]

    @property
    def _place(self) -> vault.Place:
        return vault.Place("hosts_importjob", "rows_sealed", str(self.id))
