"""Who applies, what they can do, and in which set they are placed.

What an applicant writes in their own words is sealed with the host's key. Who may read what:

- ``aims``: the host's organisers, and the facilitator of the set in which the person is placed
- ``issue`` and ``access_needs``: that facilitator only
- ``apart``: the organisers, who then keep two people apart without anybody else knowing
- the ``note`` on a place: nobody yet; once it is told it is a `Conflict`
"""

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from setspace.hosts.models.programmes import Programme, ProgrammeDate, ProgrammeSet
from setspace.lib import vault


class Level(models.IntegerChoices):
    """Where somebody stands in their organisation, in five steps, as the forming of sets counts them."""

    FRONT_LINE = 1, "Front line"
    OFFICER = 2, "Officer or specialist"
    MANAGER = 3, "Manager"
    SENIOR = 4, "Head of service or senior manager"
    DIRECTOR = 5, "Director or chief executive"


def levels() -> list[tuple[int, str]]:
    return [(one.value, str(one.label)) for one in Level]


SEALED = ("aims", "issue", "access_needs", "apart")


class Application(models.Model):
    """One person’s wish for a place. Each step is a fact with its moment; `standing` reads them off."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="applications")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="applications"
    )
    organisation = models.CharField(max_length=120, blank=True, default="")
    job = models.CharField(max_length=120, blank=True, default="")
    level = models.PositiveSmallIntegerField(choices=levels, null=True)
    sector = models.CharField(max_length=60, blank=True, default="")
    region = models.CharField(max_length=60, blank=True, default="")
    languages = models.CharField(max_length=120, blank=True, default="")  # codes, with commas
    place_to_join = models.CharField(max_length=8, blank=True, default="")  # "yes" or "help"
    has_prerequisite = models.BooleanField(null=True)
    manager_name = models.CharField(max_length=120, blank=True, default="")
    manager_email = models.EmailField(blank=True, default="")
    manager_token_hash = models.CharField(max_length=64, blank=True, default="", editable=False)
    manager_agreed_at = models.DateTimeField(null=True)
    aims_sealed = models.BinaryField(null=True, editable=False)
    issue_sealed = models.BinaryField(null=True, editable=False)
    access_needs_sealed = models.BinaryField(null=True, editable=False)
    apart_sealed = models.BinaryField(null=True, editable=False)
    priority = models.PositiveSmallIntegerField(default=0)  # the larger, the sooner a place is found
    steps_done = models.PositiveSmallIntegerField(default=0)  # of the four
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    waiting_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["sent_at", "begun_at"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "person"], name="one_application_a_person"),
            models.UniqueConstraint(
                fields=["manager_token_hash"],
                condition=~Q(manager_token_hash=""),
                name="one_manager_a_token",
            ),
        ]
        indexes = [models.Index(fields=["programme", "sent_at"], name="applications_by_programme")]

    def __str__(self) -> str:
        return f"application {self.pk}"

    def seal_words(self, field: str, text: str) -> None:
        """``field`` is one of `SEALED`. The host's key must have been made before."""
        words = text.strip()
        owner, place = self.programme.host.owner, self._place(field)
        setattr(self, f"{field}_sealed", vault.seal(owner, place, words) if words else None)

    def open_words(self, field: str, reader: vault.Reader) -> str:
        sealed = getattr(self, f"{field}_sealed")
        if not sealed:
            return ""
        return vault.open_sealed(self.programme.host.owner, self._place(field), bytes(sealed), reader)

    def _place(self, field: str) -> vault.Place:
        if field not in SEALED:
            raise ValueError(f"An application seals no {field}.")
        return vault.Place("hosts_application", f"{field}_sealed", str(self.id))

    @property
    def is_begun(self) -> bool:
        """Whether anything of it has been saved."""
        return not self._state.adding

    @property
    def standing(self) -> str:
        """In one word: begun, sent, accepted, waiting, declined or withdrawn."""
        moments: dict[str, datetime | None] = {
            "withdrawn": self.withdrawn_at,
            "declined": self.declined_at,
            "accepted": self.accepted_at,
            "waiting": self.waiting_at,
            "sent": self.sent_at,
        }
        return next((word for word, at in moments.items() if at), "begun")


class SetAnswer(models.Model):
    """One of the programme's sets that an applicant could join: every date of it, gladly or if need be."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="set_answers")
    programme_set = models.ForeignKey(ProgrammeSet, on_delete=models.CASCADE, related_name="answers")
    is_preferred = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "programme_set"], name="one_answer_a_set")
        ]

    def __str__(self) -> str:
        return f"{self.application_id} for {self.programme_set_id}"


class DateAnswer(models.Model):
    """Whether somebody can come to one date: each is confirmed by itself."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="date_answers")
    programme_date = models.ForeignKey(ProgrammeDate, on_delete=models.CASCADE, related_name="answers")
    can_come = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "programme_date"], name="one_answer_a_date")
        ]

    def __str__(self) -> str:
        return f"{self.application_id} on {self.programme_date_id}"


class KeptApart(models.Model):
    """Two applicants who are not to share a set. No reason is kept."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="kept_apart")
    one = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="kept_apart_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="apart_in_one_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} apart from {self.other_id}"


class Placement(models.Model):
    """Somebody's place in a planned set, from the board until they have said yes or it ends."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="placements")
    programme_set = models.ForeignKey(ProgrammeSet, on_delete=models.CASCADE, related_name="placements")
    placed_at = models.DateTimeField()
    pinned_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)  # the proposed set, to the applicant
    agreed_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)  # without a reason
    ended_at = models.DateTimeField(null=True)
    note_sealed = models.BinaryField(null=True, editable=False)  # of a conflict of interest, not told yet

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(ended_at=None), name="one_place_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id} in {self.programme_set_id}"

    def seal_note(self, text: str) -> None:
        words, owner = text.strip(), self.application.programme.host.owner
        self.note_sealed = vault.seal(owner, self._note_place, words) if words else None

    def open_note(self, reader: vault.Reader) -> str:
        if not self.note_sealed:
            return ""
        owner = self.application.programme.host.owner
        return vault.open_sealed(owner, self._note_place, bytes(self.note_sealed), reader)

    @property
    def _note_place(self) -> vault.Place:
        return vault.Place("hosts_placement", "note_sealed", str(self.id))
