"""The one door to confidential words. What is sealed here opens only here, for a named actor and purpose.

Each owner (a set, a person, the house) has a key of their own. Keys are wrapped by the master key and lie
in a database of their own, so destroying one makes everything it sealed unreadable. A sealed value is bound
to its table, column, row, owner and key version: moved anywhere else, it does not open.
"""

import logging
import secrets
import struct

from cryptography.exceptions import InvalidTag
from django.conf import settings

from setspace.lib.vault import keyring, master
from setspace.lib.vault.keyring import forget_cached, has_key, make_key, make_keys, renew_key, shred
from setspace.lib.vault.terms import (
    ALLOWED,
    HOUSE,
    OWN_WORDS,
    NoKey,
    NoMasterKey,
    NotForReader,
    Owner,
    Place,
    Purpose,
    Reader,
    ShredUnfinished,
    Unopenable,
)

__all__ = [
    "HOUSE",
    "NoKey",
    "NoMasterKey",
    "NotForReader",
    "Owner",
    "Place",
    "Purpose",
    "Reader",
    "ShredUnfinished",
    "Unopenable",
    "forget_cached",
    "has_key",
    "make_key",
    "make_keys",
    "open_sealed",
    "ready",
    "refuse_without_master_key",
    "renew_key",
    "seal",
    "shred",
]

# A sealed value: scheme (1), key version (2), nonce (12), ciphertext, tag (16).
SCHEME = 1
HEAD = struct.Struct(">BH")
NONCE_BYTES = 12
LEAST_BYTES = HEAD.size + NONCE_BYTES + 16

logger = logging.getLogger("setspace.vault")


def seal(owner: Owner, place: Place, text: str) -> bytes:
    """Seal the text for this place. The owner's key must have been made before."""
    version = keyring.newest_version(owner)
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = None if version is None else keyring.cipher(owner, version)
    if version is None or cipher is None:
        raise NoKey(f"no key for a {owner.kind}")
    body = cipher.encrypt(nonce, text.encode(), _bound(owner, place, version))
    return HEAD.pack(SCHEME, version) + nonce + body


def open_sealed(owner: Owner, place: Place, sealed: bytes | memoryview, reader: Reader) -> str:
    """The text, for a reader who may have it. Otherwise `NotForReader` or `Unopenable`, without content."""
    _check_reader(owner, reader)
    sealed = bytes(sealed)
    if len(sealed) < LEAST_BYTES:
        raise _unopenable(owner, place, "too short")
    scheme, version = HEAD.unpack_from(sealed)
    if scheme != SCHEME:
        raise _unopenable(owner, place, "unknown scheme")
    cipher = keyring.cipher(owner, version)
    if cipher is None:
        raise _unopenable(owner, place, "no key")
    nonce, body = sealed[HEAD.size : HEAD.size + NONCE_BYTES], sealed[HEAD.size + NONCE_BYTES :]
    try:
        return cipher.decrypt(nonce, body, _bound(owner, place, version)).decode()
    except InvalidTag:
        raise _unopenable(owner, place, "altered or moved") from None


def ready() -> None:
    """Refuse to start where the master key is missing, cannot be read, or is not the one that was used."""
    keyring.check_master_key()


def refuse_without_master_key() -> None:
    """The same as far as the file goes: for a process that starts where no database may be asked."""
    if not settings.KEK_MAY_BE_MADE:
        master.master_keys(first_run=False)


def _check_reader(owner: Owner, reader: Reader) -> None:
    is_reader = isinstance(reader, Reader)
    if not is_reader or reader.purpose not in ALLOWED[owner.kind]:
        raise NotForReader(f"a {owner.kind}'s words do not open for this purpose")
    if owner.kind == "person" and reader.purpose in OWN_WORDS and str(owner.id) not in reader.actor:
        raise NotForReader("a person's own words open for that person alone")


def _bound(owner: Owner, place: Place, version: int) -> bytes:
    return master.joined(place.table, place.column, f"{owner.kind}:{owner.id}", place.row, str(version))


def _unopenable(owner: Owner, place: Place, why: str) -> Unopenable:
    logger.warning("Unopenable: %s.%s of a %s, %s", place.table, place.column, owner.kind, why)
    return Unopenable(f"{place.table}.{place.column} of a {owner.kind}: {why}")
