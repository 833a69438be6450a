from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0002_cache_table")]

    operations = [
        migrations.AddField("person", "wants_coach", models.BooleanField(default=True)),
        migrations.AddField("person", "wants_counts", models.BooleanField(default=True)),
    ]
