from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0006_question_coach")]

    operations = [migrations.AddField("meeting", "n_changes", models.PositiveSmallIntegerField(default=0))]
