"""Formats that people made themselves. Models, beside those of the sets that use them."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from setspace.core.process import catalogue
from setspace.core.process.files import Course, course_from_text, course_of

OWN = "own-"  # how the keys of formats begin that people made themselves


class OwnFormat(models.Model):
    """A round or session plan: its owner's alone until it is shared. It holds nothing of a session."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="own_formats")
    kind = models.CharField(max_length=5)
    key = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=80)
    body = models.TextField()  # JSON that core.process.files reads; a plan without its rounds
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "programmes"
        ordering = ["title", "made_at"]

    def __str__(self) -> str:
        return self.key

    @property
    def is_plan(self) -> bool:
        return self.kind == "plan"

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None


def course_for(plan: str, kept: str) -> Course:
    """The session plan of a meeting with its rounds: the copy that is kept, or ours by its key."""
    if kept:
        return course_from_text(kept)
    return course_of(catalogue.plans()[plan], catalogue.formats())
