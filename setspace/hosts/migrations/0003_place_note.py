from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("hosts", "0002_host_texts")]

    operations = [
        migrations.AddField(
            model_name="placement",
            name="note_sealed",
            field=models.BinaryField(null=True, editable=False),
        ),
    ]
