"""The product as people meet it: its own server, its own mail, and Chromium."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module, reload
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, sync_playwright

if TYPE_CHECKING:
    from tests.browser.people import House
    from tests.browser.windows import Windows
    from tests.people.mail_server import Answers
    from tests.room.world import Tuesday

# pytest reads this file before Django is set up, so the product is imported when the first test runs.

# Playwright has a loop in this thread, which Django would take for an asynchronous view.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("Chromium is missing. Install it, as `make check` says.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> "Windows":
    made: Windows = import_module("tests.browser.windows").Windows(chromium)
    return made


@pytest.fixture(scope="session")
def port() -> int:
    """One for all tests: what a window has kept of the product's files serves the next test too."""
    found: int = import_module("tests.people.mail_server").free_port()
    return found


@pytest.fixture(scope="session")
def asgi() -> Any:
    """The product's entrance with the files that a browser gets: gathered, compressed, named by content."""
    settings = import_module("django.conf").settings
    hashed = {"BACKEND": "setspace.web.static_files.HashedFiles"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": hashed}
    with (settings.DATA / "gathering").open("w") as lock:  # the processes of one run share the folder
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
            import_module("setspace.web.readiness").collect_static()
    return reload(import_module("setspace.web.asgi"))


@pytest.fixture
def tuesday(transactional_db: None) -> "Tuesday":
    """A set that meets in five minutes, and its room."""
    made: Tuesday = import_module("tests.room.world").new_tuesday()
    return made.opened()


@pytest.fixture
def post(settings: Any) -> "Iterator[Answers]":
    """A real mail server."""
    with import_module("tests.people.mail_server").mail_server() as (answers, backend):
        settings.MAIL_URL = f"smtp://127.0.0.1:{backend.port}"
        yield answers


@pytest.fixture
def house(asgi: Any, windows: "Windows", port: int, tuesday: "Tuesday", settings: Any) -> "Iterator[House]":
    """The server on its port, and as many browsers as a test opens."""
    server = import_module("tests.room.serving").Server()
    server.uvicorn.config.app = asgi.application
    server.uvicorn.config.port = port
    server.start()
    settings.ORIGIN = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        stack.callback(import_module("setspace.room.shelf").shelf.clear)
        stack.callback(import_module("setspace.room.writer").writer.stop)
        stack.callback(server.stop)
        yield import_module("tests.browser.people").House(windows, settings.ORIGIN, tuesday, stack, server)


@pytest.fixture
def worker(house: "House", post: "Answers") -> Iterator[None]:
    """What sends the letters, beside the server."""
    loop = import_module("setspace.web.worker").Worker()
    loop.start()
    yield
    loop.stop()
