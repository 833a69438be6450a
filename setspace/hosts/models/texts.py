"""A host's own words for a letter, where it does not use those that come with Setspace."""

from django.db import models

from setspace.hosts.models.hosts import Host


class HostText(models.Model):
    """One letter as a host words it. Without a row the letter says what it said in the beginning."""

    host = models.ForeignKey(Host, on_delete=models.CASCADE, related_name="texts")
    purpose = models.CharField(max_length=40)
    subject = models.CharField(max_length=120)
    body = models.TextField()  # paragraphs with an empty line between them, and names in braces
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["purpose"]
        constraints = [models.UniqueConstraint(fields=["host", "purpose"], name="one_text_a_letter")]

    def __str__(self) -> str:
        return f"{self.purpose} of {self.host_id}"
