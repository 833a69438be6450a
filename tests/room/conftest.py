"""Each test has a set that meets now. Threads and other processes see it, so nothing is rolled back."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.room.serving import Server
    from tests.room.world import Tuesday

# pytest reads this file before Django is set up, so the product is imported when the first test runs.


@pytest.fixture(autouse=True)
def _nothing_goes_on() -> Iterator[None]:
    """The writer's own connection ends with the test, before its tables are emptied."""
    yield
    import_module("setspace.room.writer").writer.stop()
    import_module("setspace.room.shelf").shelf.clear()


@pytest.fixture
def tuesday(transactional_db: None) -> "Tuesday":
    made: Tuesday = import_module("tests.room.world").new_tuesday()
    return made


@pytest.fixture
def server(transactional_db: None) -> "Iterator[Server]":
    serving = import_module("tests.room.serving").Server().start()
    yield serving
    serving.stop()
