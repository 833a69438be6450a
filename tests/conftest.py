"""What every test stands on. Nothing here imports Django: the tests of the core run without it."""

import os

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that may use the database may use both: whatever is confidential needs its key."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        asked = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        if marker is None and not asked:
            continue
        terms: dict[str, object] = dict(marker.kwargs) if marker else {}
        if marker is None and asked != {"db"}:
            terms["transaction"] = True
        terms.setdefault("databases", "__all__")
        item.add_marker(pytest.mark.django_db(**terms), append=False)
