"""Strict readers of the environment. A value that cannot be understood stops the start, with its name."""

import os
import secrets
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; "
    "PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON"
)


def text(name: str, default: str) -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str) -> bool:
    value = text(name, "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1.")
    return value == "1"


def number(name: str, default: float) -> float:
    try:
        value = float(text(name, str(default)))
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a number.") from None
    if not 0 < value < 100_000:
        raise ImproperlyConfigured(f"{name} must be more than 0.")
    return value


def moment(name: str) -> datetime | None:
    """A moment with its zone, such as 2027-06-01T09:52:00+00:00."""
    value = text(name, "")
    try:
        found = datetime.fromisoformat(value) if value else None
    except ValueError:
        found = None
    if value and (found is None or found.tzinfo is None):
        raise ImproperlyConfigured(f"{name} must be a moment with its zone, like 2027-06-01T09:52:00+00:00.")
    return found


def choice(name: str, default: str, choices: tuple[str, ...]) -> str:
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of: {', '.join(choices)}.")
    return value


def origin(name: str, default: str) -> str:
    """An origin such as https://sets.example.org, without a path."""
    parts = urlsplit(text(name, default).rstrip("/"))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"{name} must be an origin, like https://sets.example.org.")
    return f"{parts.scheme}://{parts.netloc}"


def secret(name: str, made_in: Path, may_be_made: bool) -> str:
    """A secret from NAME_FILE, or NAME, or a file that is made on the first run where that is allowed."""
    named = text(f"{name}_FILE", "")
    if named:
        return _read_secret(Path(named), f"{name}_FILE")
    if given := text(name, ""):
        return given
    if not may_be_made:
        raise ImproperlyConfigured(f"Set {name}_FILE to a file with at least 50 random characters.")
    if not made_in.exists():
        write_private(made_in, secrets.token_urlsafe(64))
    return _read_secret(made_in, name)


def folder(path: Path) -> Path:
    """A folder, made where it is missing."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def write_private(path: Path, words: str) -> None:
    """A new file that only its owner can read. Whoever comes second keeps the first one's words."""
    folder(path.parent)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(words + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()


def database(name: str, file: Path) -> dict[str, Any]:
    """Django's settings for a database: the SQLite file, or what the address in NAME says."""
    address = text(name, "")
    if not address:
        return _sqlite(file)
    parts = urlsplit(address)
    if parts.scheme == "sqlite" and parts.path:
        return _sqlite(Path(parts.path))
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name} must be like postgresql://user:password@host:5432/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _sqlite(file: Path) -> dict[str, Any]:
    folder(file.parent)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 5, "init_command": PRAGMAS},
    }


def _read_secret(path: Path, name: str) -> str:
    try:
        words = path.read_text(encoding="utf-8").strip()
    except OSError:
        raise ImproperlyConfigured(f"The file that {name} names cannot be read.") from None
    if len(words) < 50:
        raise ImproperlyConfigured(f"The file that {name} names needs at least 50 random characters.")
    return words
