import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0003_clock_for_the_holder"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("membership", "keeps_at", models.DateTimeField(null=True)),
        migrations.AddConstraint(
            "membership",
            models.UniqueConstraint(
                fields=["learning_set"],
                condition=models.Q(until_at=None, keeps_at__isnull=False),
                name="one_keeper",
            ),
        ),
        migrations.AddField(
            "meeting",
            "led_by",
            models.ForeignKey(
                settings.AUTH_USER_MODEL,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
            ),
        ),
    ]
