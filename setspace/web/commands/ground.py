"""What a command stands on: nothing, the installation, the demo, or a place that is gone afterwards."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

DEMO_FOLDER = "var/demo"
MEMORY = "/dev/shm"  # noqa: S108  only as the parent of a folder with a name of its own
OTHER_PLACES = (
    "SETSPACE_DATABASE_URL",
    "SETSPACE_KEYS_DATABASE_URL",
    "SETSPACE_REDIS_URL",
    "SETSPACE_KEK_FILE",
    "SETSPACE_SECRET_KEY",
    "SETSPACE_SECRET_KEY_FILE",
    "SETSPACE_URL",
    "SETSPACE_MAIL_FROM",
)


class Told(Exception):
    """Something is not right, and this is the sentence for whoever typed the command."""

    def __init__(self, words: str, code: int = 2) -> None:
        super().__init__(words)
        self.code = code


class Ground(Enum):
    NONE = auto()
    INSTALLATION = auto()
    DEMO = auto()
    REHEARSAL = auto()


def prepare(ground: Ground, words: Sequence[str]) -> None:
    """Make the ground ready, so that the command's module can be brought in."""
    if ground is Ground.NONE:
        return
    if ground is Ground.DEMO:
        _demo()
    elif ground is Ground.REHEARSAL:
        _rehearsal()
    _django()


def _demo() -> None:
    """An invented set in a folder of its own. No address or key of a real installation reaches it."""
    _forget_other_places()
    os.environ["SETSPACE_DEMO"] = "1"
    os.environ.setdefault("SETSPACE_DATA", DEMO_FOLDER)
    os.environ.setdefault("PORT", "8000")
    os.environ.setdefault("SETSPACE_LOG", "WARNING")
    if speed := os.environ.get("SPEED"):
        os.environ.setdefault("SETSPACE_SPEED", speed)
    os.environ["SETSPACE_MAIL_URL"] = "mailbox:"


def _rehearsal() -> None:
    """A folder that goes when the command ends; in memory where there is a place for that."""
    _forget_other_places()
    for name in ("SETSPACE_SPEED", "SETSPACE_BEGINS"):
        os.environ.pop(name, None)
    place = MEMORY if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) else None
    folder = tempfile.mkdtemp(prefix="setspace-rehearsal-", dir=place)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["SETSPACE_DATA"] = folder
    os.environ["SETSPACE_DEMO"] = "1"
    os.environ["SETSPACE_LOG"] = "ERROR"
    os.environ["SETSPACE_MAIL_URL"] = "mailbox:"


def _forget_other_places() -> None:
    for name in OTHER_PLACES:
        os.environ.pop(name, None)


def _django() -> None:
    import django  # noqa: PLC0415  the quick commands stay quick by not bringing it in
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415  the same

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "setspace.web.settings")
    try:
        django.setup()
    except ImproperlyConfigured as wrong:
        raise Told(str(wrong)) from None
    except PermissionError as wrong:
        raise Told(f"Setspace may not write in {Path(str(wrong.filename)).parent}.") from None
