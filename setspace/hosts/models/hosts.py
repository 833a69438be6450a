"""Who runs programmes, and who acts for them."""

from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from setspace.lib import vault


class Colour(models.TextChoices):
    """What a host’s public pages are coloured with. The stylesheet has a pair of tones for each."""

    FOREST = "forest", "Forest"
    OCEAN = "ocean", "Ocean"
    PLUM = "plum", "Plum"
    BRICK = "brick", "Brick"
    SLATE = "slate", "Slate"


def colours() -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in Colour]


class Host(models.Model):
    """An organisation that runs programmes. Hosts of one installation see nothing of one another."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    contact = models.CharField(max_length=200)  # as the host writes it: a name, an address, a telephone
    contact_email = models.EmailField(blank=True, default="")
    zone = models.CharField(max_length=64, default="Europe/London")
    language = models.CharField(max_length=12, default="en-gb")
    region = models.CharField(max_length=12, blank=True, default="")  # of public holidays, such as GB-ENG
    colour = models.CharField(max_length=12, choices=colours, default=Colour.FOREST)
    word_for_facilitator = models.CharField(max_length=40, default="facilitator")
    word_for_holder = models.CharField(max_length=40, default="issue holder")
    reminds_week_before = models.BooleanField(default=True)
    reminds_day_before = models.BooleanField(default=True)
    reminds_hour_before = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def owner(self) -> vault.Owner:
        """Whose key seals what people write when they apply."""
        return vault.Owner.of_host(self.id)


class Organiser(models.Model):
    """Somebody who acts for a host, from one moment until another. The row stays."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    host = models.ForeignKey(Host, on_delete=models.CASCADE, related_name="organisers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="organising")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["host", "person"], condition=Q(until_at=None), name="one_current_organiser"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.host_id}"


class HostDays(models.Model):
    """Days on which a host's sets do not meet, or better not: a school break, a conference."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    host = models.ForeignKey(Host, on_delete=models.CASCADE, related_name="days")
    name = models.CharField(max_length=80)
    first = models.DateField()
    last = models.DateField()
    is_soft = models.BooleanField(default=True)  # better avoided, and used where nothing else costs less

    class Meta:
        ordering = ["first", "name"]
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="days_end_after_they_begin")
        ]

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


class HostShape(models.Model):
    """A shape of programme that a host keeps for the next time, beside those that are shipped."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    host = models.ForeignKey(Host, on_delete=models.CASCADE, related_name="shapes")
    title = models.CharField(max_length=120)
    body = models.TextField()  # JSON that core.schedule.files reads
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title
