"""Ways to fill the sets that were found for a board, kept so that they can be looked at and compared."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from setspace.hosts.models.programmes import Programme


class Suggestion(models.Model):
    """Where everybody could be. ``places`` is JSON: the set of each application that has one.

    ``told`` says how good it is, as far as that could be proven when it was found.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="suggestions")
    number = models.PositiveIntegerField()
    places = models.TextField()
    told = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    taken_number = models.PositiveIntegerField(null=True)  # the board's, once it was taken up

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_suggestion_a_number")
        ]

    def __str__(self) -> str:
        return f"suggestion {self.number} of {self.programme_id}"
