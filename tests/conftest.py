"""What every test stands on. The tests of the core run without Django: `pytest -p no:django tests/core`."""

import gc
import os
import shutil
import tempfile

import pytest

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.hasplugin("django"):
        return
    if "SETSPACE_TEST_FOLDER" not in os.environ:
        # The processes that this one starts share its folder.
        folder = os.environ["SETSPACE_TEST_FOLDER"] = tempfile.mkdtemp(prefix="setspace_")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    import django  # noqa: PLC0415  the tests of the core never get here

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.test import TransactionTestCase  # noqa: PLC0415  the same

    from tests.emptying import empty_tables  # noqa: PLC0415  the same

    TransactionTestCase._fixture_teardown = empty_tables  # type: ignore[attr-defined]  # the stubs leave it out


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests come first, so that none of them is still alone at work when all others are done."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    open_both_databases(items)


def open_both_databases(items: list[pytest.Item]) -> None:
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


def pytest_collection_finish() -> None:
    """What is there by now stays to the end: no search for garbage needs to pass through it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
