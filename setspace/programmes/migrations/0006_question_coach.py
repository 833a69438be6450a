from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0005_formats_of_ones_own")]

    operations = [migrations.AddField("learningset", "has_coach", models.BooleanField(default=True))]
