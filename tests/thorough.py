"""Whether the tests are to be thorough, as in CI: more sessions and presses, pages looked at in every way.

``SETSPACE_TEST_THOROUGH=1 make check`` takes twice as long. Without it, such tests do a part of the same.
"""

import os
from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

THOROUGH = os.environ.get("SETSPACE_TEST_THOROUGH", "") == "1"
Way = TypeVar("Way")


def some(ways: Sequence[Way], name: str) -> Sequence[Way]:
    """All the ways of doing something, if asked to be thorough; else the one that its name falls on.

    So those who share some ways share them out among themselves, the same in every run.
    """
    return ways if THOROUGH else (ways[crc32(name.encode()) % len(ways)],)
