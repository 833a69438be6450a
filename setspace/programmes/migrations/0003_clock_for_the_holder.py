from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0002_closed_sessions")]

    operations = [
        migrations.AddField("learningset", "hides_clock_from_holder", models.BooleanField(default=False))
    ]
