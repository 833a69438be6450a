"""Feedback: asked for, drafted by whoever was asked, and sent to the one who asked."""

from __future__ import annotations

import json
from collections.abc import Mapping

from django.conf import settings
from django.db import models

from setspace.core.reflecting.feedback import KEYS
from setspace.lib import vault
from setspace.programmes.models import LearningSet, Meeting
from setspace.records.models.sealed import PersonRow, SealedRow


class FeedbackRequest(SealedRow):
    """Somebody asks some of their set. What they would like to hear about is for those who are asked."""

    learning_set = models.ForeignKey(LearningSet, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    about_sealed = models.BinaryField(editable=False)
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"feedback request {self.pk}"

    @property
    def owner(self) -> vault.Owner:
        return vault.Owner.of_set(self.learning_set_id)

    def seal_about(self, text: str) -> None:
        self._seal("about_sealed", text)

    def open_about(self, reader: vault.Reader) -> str:
        return self._open("about_sealed", reader)


class FeedbackAsked(PersonRow):
    """One person who was asked, with their draft until what they sent is read."""

    request = models.ForeignKey(FeedbackRequest, on_delete=models.CASCADE, related_name="asked")
    draft_sealed = models.BinaryField(null=True, editable=False)
    set_aside_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "person"], name="asked_for_feedback_once")]

    def __str__(self) -> str:
        return f"asked for feedback {self.pk}"

    def seal_draft(self, words: Mapping[str, str]) -> None:
        self._seal("draft_sealed", _plain(words))

    def open_draft(self, reader: vault.Reader) -> dict[str, str]:
        return _words(self._open("draft_sealed", reader))


class Feedback(PersonRow):
    """What was sent, sealed for the one who asked."""

    asked = models.OneToOneField(FeedbackAsked, on_delete=models.CASCADE, related_name="feedback")
    words_sealed = models.BinaryField(editable=False)

    class Meta:
        verbose_name_plural = "feedback"

    def __str__(self) -> str:
        return f"feedback {self.pk}"

    def seal_words(self, words: Mapping[str, str]) -> None:
        self._seal("words_sealed", _plain(words))

    def open_words(self, reader: vault.Reader) -> dict[str, str]:
        return _words(self._open("words_sealed", reader))


def _plain(words: Mapping[str, str]) -> str:
    return json.dumps({key: words.get(key, "") for key in KEYS})


def _words(plain: str) -> dict[str, str]:
    kept: dict[str, str] = json.loads(plain) if plain else {}
    return {key: kept.get(key, "") for key in KEYS}
