from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("hosts", "0004_review")]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="words_sealed",
            field=models.BinaryField(null=True, editable=False),
        ),
    ]
