"""The summary of a session, and each holder's part of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date

from django.db import models

from setspace.core.emailing import Mode, to_read_by
from setspace.lib import vault
from setspace.programmes.models import Meeting
from setspace.records.models.sealed import PERSON, SealedRow, SetRow


@dataclass(frozen=True, slots=True)
class PartAction:
    """An action as a summary tells it. One that is kept back stands on its page, and in no mail."""

    what: str
    by_when: str = ""
    key: str = ""
    is_kept_back: bool = False
    first_step: str = ""


@dataclass(frozen=True, slots=True)
class PartWords:
    """What one part of a summary says, opened."""

    issue: str
    question: str
    actions: tuple[PartAction, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.issue or self.question or self.actions)

    @property
    def emailed(self) -> PartWords:
        """What of it may stand in a mail."""
        return replace(self, actions=tuple(one for one in self.actions if not one.is_kept_back))


class SummaryPart(SetRow):
    """A holder's part of the summary. Nobody else is sent it until the holder has approved it."""

    issue_sealed = models.BinaryField(editable=False)
    question_sealed = models.BinaryField(editable=False)
    actions_sealed = models.BinaryField(editable=False)
    order = models.PositiveSmallIntegerField(default=0)
    approved_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_part_of_a_holder")]

    def __str__(self) -> str:
        return f"part {self.pk}"

    @property
    def holder(self) -> vault.Reader:
        return vault.Reader(actor=str(self.person_id), purpose=vault.Purpose.MEMBER_VIEW)

    def seal_words(self, words: PartWords) -> None:
        self._seal("issue_sealed", words.issue)
        self._seal("question_sealed", words.question)
        self._seal("actions_sealed", json.dumps([asdict(action) for action in words.actions]))

    def open_words(self, reader: vault.Reader) -> PartWords:
        actions = tuple(PartAction(**row) for row in json.loads(self._open("actions_sealed", reader)))
        return PartWords(self._open("issue_sealed", reader), self._open("question_sealed", reader), actions)


class Summary(SealedRow):
    """The record of a closed session, from its drafting to the day the facilitator sends it."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="summary")
    greeting_sealed = models.BinaryField(null=True, editable=False)
    drafted_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_as = models.CharField(max_length=8, default=Mode.FULL)  # what the set had agreed that day
    sent_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "summaries"

    def __str__(self) -> str:
        return f"summary {self.pk}"

    @property
    def owner(self) -> vault.Owner:
        return vault.Owner.of_set(self.meeting.learning_set_id)

    @property
    def to_read_by(self) -> date:
        """The day by which holders are asked to read their parts."""
        return to_read_by(self.drafted_at, self.meeting.learning_set.tz)

    def seal_greeting(self, greeting: str) -> None:
        self.greeting_sealed = None
        if greeting:
            self._seal("greeting_sealed", greeting)

    def open_greeting(self, reader: vault.Reader) -> str:
        return self._open("greeting_sealed", reader)
