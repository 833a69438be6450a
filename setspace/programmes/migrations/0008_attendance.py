import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

PERSON = settings.AUTH_USER_MODEL


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0007_changes_for_calendars"),
        migrations.swappable_dependency(PERSON),
    ]

    operations = [
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="programmes.meeting",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attendances", to=PERSON
                    ),
                ),
                ("said", models.CharField(blank=True, default="", max_length=10)),
                ("said_at", models.DateTimeField(null=True)),
                (
                    "instead",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=PERSON
                    ),
                ),
                ("came_at", models.DateTimeField(null=True)),
                ("missed_at", models.DateTimeField(null=True)),
                (
                    "marked_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=PERSON
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["meeting", "person"], name="one_attendance"),
                    models.CheckConstraint(
                        condition=Q(said="", said_at=None) | (~Q(said="") & Q(said_at__isnull=False)),
                        name="said_at_a_moment",
                    ),
                    models.CheckConstraint(
                        condition=Q(instead=None) | Q(said="apology"), name="instead_of_who_is_away"
                    ),
                    models.CheckConstraint(
                        condition=Q(came_at=None) | Q(missed_at=None), name="came_or_missed"
                    ),
                ]
            },
        ),
    ]
