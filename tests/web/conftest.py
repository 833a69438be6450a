"""After each test the room's writer has ended, and with it the connection that it had to the database."""

from collections.abc import Iterator
from importlib import import_module

import pytest

# pytest reads this file before Django is set up, so the product is imported when the first test has run.


@pytest.fixture(autouse=True)
def _nothing_goes_on() -> Iterator[None]:
    yield
    import_module("setspace.room.writer").writer.stop()
    import_module("setspace.room.shelf").shelf.clear()
