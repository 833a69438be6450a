import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0004_sets_that_facilitate_themselves"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            "OwnFormat",
            [
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(max_length=5)),
                ("key", models.CharField(max_length=40, unique=True)),
                ("title", models.CharField(max_length=80)),
                ("body", models.TextField()),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("shared_at", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="own_formats",
                    ),
                ),
            ],
            options={"ordering": ["title", "made_at"]},
        ),
        migrations.AddField("learningset", "plan_kept", models.TextField(blank=True, default="")),
        migrations.AddField("meeting", "plan_kept", models.TextField(blank=True, default="")),
        migrations.AddConstraint(
            "meeting",
            models.CheckConstraint(
                condition=~models.Q(plan__startswith="own-") | ~models.Q(plan_kept=""),
                name="an_own_plan_is_kept",
            ),
        ),
    ]
