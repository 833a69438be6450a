"""Each owner's keys: made, kept wrapped in the key database, held in memory for a short time, destroyed."""

import logging
import secrets
from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connections, transaction

from setspace.keys.models import WrappedKey
from setspace.lib import clock
from setspace.lib.vault import master
from setspace.lib.vault.terms import NoKey, NoMasterKey, Owner, ShredUnfinished

NONCE_BYTES = 12
CACHE_SIZE = 256
CACHE_SECONDS = 60.0

logger = logging.getLogger("setspace.vault")


def make_key(owner: Owner) -> None:
    """Give the owner a key unless there is one. Commit it before anything that it seals.

    What is held in memory does not count: another process may have destroyed that key.
    """
    if not has_key(owner):
        _add_version(owner, 1)
        _cache.drop(owner)


def make_keys(owners: Iterable[Owner]) -> None:
    """A first key for each of them, in one write. Whoever has one keeps it."""
    ring = _ring()
    rows = [_new_row(owner, 1, ring) for owner in owners]
    WrappedKey.objects.bulk_create(rows, ignore_conflicts=True)


def renew_key(owner: Owner) -> int:
    """Add a key version, which seals from now on. Older values open until they are sealed again."""
    newest = newest_version(owner)
    if newest is None:
        raise NoKey(f"no key for a {owner.kind}")
    _add_version(owner, newest + 1)
    _cache.drop(owner)
    return newest + 1


def has_key(owner: Owner) -> bool:
    return WrappedKey.objects.filter(kind=owner.kind, owner=owner.id).exists()


def shred(owner: Owner) -> None:
    """Destroy the owner's keys, and their traces in the key database's files. Safe to repeat."""
    WrappedKey.objects.filter(kind=owner.kind, owner=owner.id).delete()
    _cache.drop(owner)
    if connections["keys"].vendor == "sqlite":
        transaction.on_commit(_empty_the_log, using="keys")


def forget_cached() -> None:
    """Forget every key held in memory: for tests, and after the key database was replaced."""
    _cache.clear()


def check_master_key() -> None:
    """Unwrap one key, so that a wrong or missing master key is found at the start and not in a session."""
    row = WrappedKey.objects.order_by("-pk").first()
    master.master_keys(first_run=row is None)
    if row is not None:
        _unwrap(row)


def newest_version(owner: Owner) -> int | None:
    cached = _cache.newest(owner)
    if cached is not None:
        return cached
    rows = WrappedKey.objects.filter(kind=owner.kind, owner=owner.id).order_by("-version")
    newest = rows.values_list("version", flat=True).first()
    if newest is not None:
        _cache.keep_newest(owner, newest)
    return newest


def cipher(owner: Owner, version: int) -> AESGCM | None:
    """What seals and opens with this version of the owner's key, or None where there is no such key."""
    cached = _cache.cipher(owner, version)
    if cached is not None:
        return cached
    row = WrappedKey.objects.filter(kind=owner.kind, owner=owner.id, version=version).first()
    if row is None:
        return None
    made = AESGCM(_unwrap(row))
    _cache.keep_cipher(owner, version, made)
    return made


def _add_version(owner: Owner, version: int) -> None:
    made = _new_row(owner, version, _ring())
    defaults = {"kek_id": made.kek_id, "wrapped": made.wrapped}
    WrappedKey.objects.get_or_create(kind=owner.kind, owner=owner.id, version=version, defaults=defaults)


def _ring() -> master.MasterKeys:
    return master.master_keys(first_run=not WrappedKey.objects.exists())


def _new_row(owner: Owner, version: int, ring: master.MasterKeys) -> WrappedKey:
    nonce = secrets.token_bytes(NONCE_BYTES)
    bound = master.joined(owner.kind, str(owner.id), str(version), ring.newest)
    wrapped = nonce + AESGCM(ring.keys[ring.newest]).encrypt(nonce, AESGCM.generate_key(256), bound)
    return WrappedKey(kind=owner.kind, owner=owner.id, version=version, kek_id=ring.newest, wrapped=wrapped)


def _unwrap(row: WrappedKey) -> bytes:
    kek = master.master_keys(first_run=False).keys.get(row.kek_id)
    if kek is None:
        raise NoMasterKey(
            f"The master key file has no key named {row.kek_id}, which wrapped what is kept here."
        )
    wrapped = bytes(row.wrapped)
    bound = master.joined(row.kind, str(row.owner), str(row.version), row.kek_id)
    try:
        return AESGCM(kek).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], bound)
    except InvalidTag:
        raise NoMasterKey(
            f"The master key {row.kek_id} is not the one that wrapped what is kept here."
        ) from None


def _empty_the_log() -> None:
    """Truncate the write-ahead log, which would otherwise keep the deleted bytes."""
    with connections["keys"].cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = cursor.fetchone()[0]
    if busy:
        logger.error("The key database was busy: its log may still hold a shredded key")
        raise ShredUnfinished("The key database was busy. Shred again.")


class _Cache:
    """A few keys for a short time. Another process that shreds one cannot tell this process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[Owner, _Kept] = OrderedDict()

    def newest(self, owner: Owner) -> int | None:
        kept = self._fresh(owner)
        return kept.newest if kept else None

    def cipher(self, owner: Owner, version: int) -> AESGCM | None:
        kept = self._fresh(owner)
        return kept.ciphers.get(version) if kept else None

    def keep_newest(self, owner: Owner, version: int) -> None:
        self._room_for(owner).newest = version

    def keep_cipher(self, owner: Owner, version: int, made: AESGCM) -> None:
        self._room_for(owner).ciphers[version] = made

    def drop(self, owner: Owner) -> None:
        with self._lock:
            self._kept.pop(owner, None)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()

    def _fresh(self, owner: Owner) -> "_Kept | None":
        with self._lock:
            kept = self._kept.get(owner)
            if kept is not None and clock.ticks() - kept.since > CACHE_SECONDS:
                del self._kept[owner]
                return None
            return kept

    def _room_for(self, owner: Owner) -> "_Kept":
        with self._lock:
            kept = self._kept.setdefault(owner, _Kept())
            while len(self._kept) > CACHE_SIZE:
                self._kept.popitem(last=False)
            return kept


class _Kept:
    def __init__(self) -> None:
        self.since = clock.ticks()
        self.newest: int | None = None
        self.ciphers: dict[int, AESGCM] = {}


_cache = _Cache()
