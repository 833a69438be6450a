"""The master key: it wraps all other keys, comes from a file, and is in no database.

The file has one key a line: a name, a space, 32 bytes in base64. The first line wraps; the others only
unwrap, so that an old key can live on until everything is wrapped anew.
"""

import base64
import binascii
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from setspace.lib import env
from setspace.lib.vault.terms import NoMasterKey

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class MasterKeys:
    newest: str
    keys: dict[str, bytes]


def master_keys(first_run: bool) -> MasterKeys:
    """The keys in the file. On a first run where that is allowed, the file is made."""
    path = Path(settings.KEK_FILE)
    if first_run and settings.KEK_MAY_BE_MADE and not path.exists():
        env.write_private(path, f"kek-{secrets.token_hex(4)} {_encoded(secrets.token_bytes(KEY_BYTES))}")
    return _read(path)


def joined(*parts: str) -> bytes:
    """The parts, each after its length, so that no two lists of parts give the same bytes."""
    encoded = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


@lru_cache(maxsize=4)
def _read(path: Path) -> MasterKeys:
    try:
        lines = path.read_text(encoding="ascii").split("\n")
    except (OSError, UnicodeDecodeError):
        raise NoMasterKey(
            "The master key file cannot be read. Set SETSPACE_KEK_FILE: without it nothing can be opened."
        ) from None
    keys = dict(_parsed(line) for line in lines if line.strip())
    if not keys:
        raise NoMasterKey("The master key file is empty.")
    return MasterKeys(newest=next(iter(keys)), keys=keys)


def _parsed(line: str) -> tuple[str, bytes]:
    name, _, encoded = line.strip().partition(" ")
    try:
        key = base64.b64decode(encoded.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES or not 0 < len(name) <= 40:
        raise NoMasterKey("The master key file needs lines of a name, a space and 32 bytes in base64.")
    return name, key


def _encoded(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")
