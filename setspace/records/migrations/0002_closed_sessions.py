from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation


def mark_closed(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """A summary is drafted when a session closes, so each one tells when its session did."""
    meetings = apps.get_model("programmes", "Meeting").objects.using(editor.connection.alias)
    summaries = apps.get_model("records", "Summary").objects.using(editor.connection.alias)
    for meeting_id, drafted_at in summaries.values_list("meeting_id", "drafted_at"):
        meetings.filter(pk=meeting_id, closed_at=None).update(closed_at=drafted_at)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial"), ("programmes", "0002_closed_sessions")]

    operations: list[Operation] = [migrations.RunPython(mark_closed, migrations.RunPython.noop)]
