"""The product's settings, in a folder of their own that goes when the tests end.

SETSPACE_TEST_DATABASE=postgres runs the same tests on the server at SETSPACE_TEST_POSTGRES_URL.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# conftest.py makes a folder for each run. The type checker, which only reads, needs none of its own.
ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(os.environ.get("SETSPACE_TEST_FOLDER") or ROOT / "build" / "tests")
ASKED = ("SETSPACE_TEST_", "SETSPACE_SESSIONS", "SETSPACE_FIRST_SEED")  # how to test, and how long
for _name in [name for name in os.environ if name.startswith("SETSPACE_") and not name.startswith(ASKED)]:
    del os.environ[_name]  # a developer's own place must not leak into the tests
# Each process of pytest has its own keys and gathered files.
OWN = FOLDER / os.environ.get("PYTEST_XDIST_WORKER", "alone")
OWN.mkdir(parents=True, exist_ok=True)
os.environ["SETSPACE_DATA"] = str(OWN)

from setspace.lib.env import PRAGMAS  # noqa: E402  the environment first
from setspace.web.settings import *  # noqa: E402, F403  the environment first; a star is how settings extend

POSTGRES = os.environ.get("SETSPACE_TEST_DATABASE", "sqlite") == "postgres"
if POSTGRES:  # for the processes that tests start, too; what runs here need not survive a power cut
    os.environ.setdefault("PGOPTIONS", "-c synchronous_commit=off")


def _sqlite(alias: str) -> dict[str, Any]:
    """A file, not memory: threads and other processes meet in it. It need not survive a power cut."""
    pragmas = PRAGMAS.replace("synchronous=FULL", "synchronous=OFF")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(FOLDER / f"{alias}.sqlite3"),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 5, "init_command": pragmas},
        "TEST": {"NAME": str(FOLDER / f"test-{alias}.sqlite3")},
    }


def _postgres(alias: str) -> dict[str, Any]:
    """A database with this run's name. It is dropped when the tests end."""
    parts = urlsplit(os.environ["SETSPACE_TEST_POSTGRES_URL"])
    run = FOLDER.name.lower()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/") or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "TEST": {"NAME": f"test_{run}_{alias}"},
    }


DATABASES = {alias: (_postgres if POSTGRES else _sqlite)(alias) for alias in ("default", "keys")}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
