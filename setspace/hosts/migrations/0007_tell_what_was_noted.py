from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from setspace.lib import vault

MOVER = vault.Reader(actor="migration", purpose=vault.Purpose.ROTATION)


def tell_what_was_noted(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    """A note was read by whoever facilitated the set: from now on it is told to that person."""
    places = apps.get_model("hosts", "Placement").objects.exclude(note_sealed=None)
    found = places.filter(programme_set__facilitator__isnull=False)
    for place in found.select_related("programme_set", "application__programme"):
        owner = vault.Owner.of_host(place.application.programme.host_id)
        noted = vault.Place("hosts_placement", "note_sealed", str(place.pk))
        conflict = apps.get_model("hosts", "Conflict")(
            place=place,
            told_to_id=place.programme_set.facilitator_id,
            told_at=place.declined_at or place.agreed_at or place.shown_at or place.placed_at,
        )
        told = vault.Place("hosts_conflict", "words_sealed", str(conflict.pk))
        words = vault.open_sealed(owner, noted, bytes(place.note_sealed), MOVER)
        conflict.words_sealed = vault.seal(owner, told, words)
        conflict.save()


class Migration(migrations.Migration):
    dependencies = [("hosts", "0006_consent")]

    operations = [migrations.RunPython(tell_what_was_noted, migrations.RunPython.noop)]
