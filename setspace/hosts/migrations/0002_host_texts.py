import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("hosts", "0001_hosts_and_programmes")]

    operations = [
        migrations.CreateModel(
            name="HostText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("purpose", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=120)),
                ("body", models.TextField()),
                ("changed_at", models.DateTimeField()),
                (
                    "host",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="hosts.host",
                    ),
                ),
            ],
            options={
                "ordering": ["purpose"],
                "constraints": [
                    models.UniqueConstraint(fields=("host", "purpose"), name="one_text_a_letter")
                ],
            },
        ),
    ]
