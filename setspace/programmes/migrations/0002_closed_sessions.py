from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial")]

    operations = [migrations.AddField("meeting", "closed_at", models.DateTimeField(null=True))]
