from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0013_acting")]

    operations = [migrations.AddField("summary", "sent_as", models.CharField(default="full", max_length=8))]
