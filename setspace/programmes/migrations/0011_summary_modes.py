from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0010_absence_rule")]

    operations = [
        migrations.AddField("groundrules", "summary_mode", models.CharField(default="full", max_length=8))
    ]
