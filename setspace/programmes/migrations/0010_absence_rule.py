from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0009_polls_for_dates")]

    operations = [
        migrations.AddField(
            model_name="learningset",
            name="absence_rule",
            field=models.TextField(blank=True, default=""),
        ),
    ]
