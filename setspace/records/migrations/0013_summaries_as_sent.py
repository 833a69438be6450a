from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0012_map_for_the_turn")]

    operations = [migrations.AddField("summary", "sent_as", models.CharField(default="full", max_length=8))]
