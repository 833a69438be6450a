"""A room and its log. The log is the truth: what a room is follows from what happened in it."""

from django.db import models

from setspace.programmes.models import Meeting


class Room(models.Model):
    """The live running of one meeting. `number` is that of the newest event: whoever appends moves it on."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, primary_key=True, related_name="room")
    number = models.PositiveIntegerField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closes_by = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["closes_by"], condition=models.Q(closed_at=None), name="open_rooms_by_end"),
        ]

    def __str__(self) -> str:
        return f"room {self.pk} at {self.number}"


class RoomEvent(models.Model):
    """Something that happened in a room. Of a command with several events the last one carries its id."""

    pk = models.CompositePrimaryKey("room", "number")
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    command_id = models.UUIDField(null=True)
    actor = models.CharField(max_length=36)
    kind = models.CharField(max_length=32)
    at = models.BigIntegerField()
    body_sealed = models.BinaryField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["room", "command_id"], name="one_effect_of_a_command"),
        ]

    def __str__(self) -> str:
        return f"event {self.number} of room {self.room_id}"
