from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_calendar_link")]

    operations = [
        migrations.AddField("person", "wants_week_before", models.BooleanField(default=True)),
        migrations.AddField("person", "wants_day_before", models.BooleanField(default=True)),
        migrations.AddField("person", "wants_hour_before", models.BooleanField(default=False)),
    ]
