"""The vault: what it seals opens in one place, for one owner, for a reader with a reason. Nowhere else."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connections
from hypothesis import HealthCheck, given
from hypothesis import settings as patience
from hypothesis import strategies as st

from setspace.keys.models import WrappedKey
from setspace.lib import vault
from setspace.lib.vault import keyring, master
from setspace.lib.vault.terms import Kind

pytestmark = pytest.mark.django_db

PLACE = vault.Place("records_issue", "words_sealed", "4b1b3c0e-0000-4000-8000-000000000001")
WORDS = "The canary word is quizzaciously."
FIXTURE_IS_SHARED = patience(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def the_set() -> vault.Owner:
    owner = vault.Owner.of_set(uuid4())
    vault.make_key(owner)
    return owner


@pytest.fixture
def sealed(the_set: vault.Owner) -> bytes:
    return vault.seal(the_set, PLACE, WORDS)


@pytest.fixture(autouse=True)
def _fresh_memory() -> None:
    vault.forget_cached()


def member(purpose: vault.Purpose = vault.Purpose.MEMBER_VIEW) -> vault.Reader:
    return vault.Reader(actor="mei", purpose=purpose)


@FIXTURE_IS_SHARED
@given(words=st.text())
def test_whatever_is_sealed_opens_again(the_set: vault.Owner, words: str) -> None:
    value = vault.seal(the_set, PLACE, words)
    assert vault.open_sealed(the_set, PLACE, memoryview(value), member()) == words
    assert len(value) == len(words.encode()) + 31


def test_the_same_words_never_look_the_same_twice(the_set: vault.Owner) -> None:
    assert vault.seal(the_set, PLACE, WORDS) != vault.seal(the_set, PLACE, WORDS)


@FIXTURE_IS_SHARED
@given(data=st.data())
def test_a_single_changed_bit_does_not_open(the_set: vault.Owner, sealed: bytes, data: st.DataObject) -> None:
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    changed = bytearray(sealed)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(vault.Unopenable) as refused:
        vault.open_sealed(the_set, PLACE, bytes(changed), member())
    assert "quizzaciously" not in str(refused.value)


@FIXTURE_IS_SHARED
@given(cut=st.integers(0, 60))
def test_a_value_cut_short_does_not_open(the_set: vault.Owner, sealed: bytes, cut: int) -> None:
    with pytest.raises(vault.Unopenable):
        vault.open_sealed(the_set, PLACE, sealed[:cut], member())


@FIXTURE_IS_SHARED
@given(table=st.text(max_size=12), column=st.text(max_size=12), row=st.text(max_size=12))
def test_a_value_moved_to_another_place_does_not_open(
    the_set: vault.Owner, sealed: bytes, table: str, column: str, row: str
) -> None:
    for place in (
        vault.Place(table, PLACE.column, PLACE.row),
        vault.Place(PLACE.table, column, PLACE.row),
        vault.Place(PLACE.table, PLACE.column, row),
    ):
        with pytest.raises(vault.Unopenable):
            vault.open_sealed(the_set, place, sealed, member())
    assert vault.open_sealed(the_set, PLACE, sealed, member()) == WORDS


@given(left=st.lists(st.text(max_size=4), max_size=4), right=st.lists(st.text(max_size=4), max_size=4))
def test_two_places_never_give_the_same_bytes(left: list[str], right: list[str]) -> None:
    assert (master.joined(*left) == master.joined(*right)) == (left == right)


def test_a_value_moved_to_another_set_does_not_open(the_set: vault.Owner, sealed: bytes) -> None:
    other = vault.Owner.of_set(uuid4())
    vault.make_key(other)
    with pytest.raises(vault.Unopenable):
        vault.open_sealed(other, PLACE, sealed, member())


def test_a_value_does_not_open_for_another_owner_even_with_the_same_key(
    the_set: vault.Owner, sealed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The owner is bound into the value itself, and not only through the key."""
    key = keyring.cipher(the_set, 1)
    monkeypatch.setattr(keyring, "cipher", lambda *_any: key)
    with pytest.raises(vault.Unopenable):
        vault.open_sealed(vault.Owner.of_set(uuid4()), PLACE, sealed, member())


def test_a_value_does_not_open_as_another_version_even_with_the_same_key(
    the_set: vault.Owner, sealed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = keyring.cipher(the_set, 1)
    monkeypatch.setattr(keyring, "cipher", lambda *_any: key)
    moved = vault.HEAD.pack(vault.SCHEME, 2) + sealed[vault.HEAD.size :]
    with pytest.raises(vault.Unopenable):
        vault.open_sealed(the_set, PLACE, moved, member())


def test_a_renewed_key_seals_anew_and_older_values_still_open(the_set: vault.Owner, sealed: bytes) -> None:
    assert vault.renew_key(the_set) == 2
    newer = vault.seal(the_set, PLACE, "new")
    assert vault.HEAD.unpack_from(newer) == (1, 2)
    assert vault.open_sealed(the_set, PLACE, sealed, member()) == WORDS
    assert vault.open_sealed(the_set, PLACE, newer, member()) == "new"


def test_a_key_is_made_once(the_set: vault.Owner, sealed: bytes) -> None:
    vault.forget_cached()
    vault.make_key(the_set)
    vault.make_key(the_set)
    assert WrappedKey.objects.filter(owner=the_set.id).count() == 1
    assert vault.open_sealed(the_set, PLACE, sealed, member()) == WORDS


def test_a_key_that_another_process_destroyed_is_made_anew(the_set: vault.Owner, sealed: bytes) -> None:
    WrappedKey.objects.all().delete()  # this process still holds it in memory
    vault.make_key(the_set)
    again = vault.seal(the_set, PLACE, WORDS)
    vault.forget_cached()
    assert vault.open_sealed(the_set, PLACE, again, member()) == WORDS


def test_nothing_is_sealed_without_a_key() -> None:
    nobody = vault.Owner.of_set(uuid4())
    assert not vault.has_key(nobody)
    with pytest.raises(vault.NoKey):
        vault.seal(nobody, PLACE, WORDS)
    with pytest.raises(vault.NoKey):
        vault.renew_key(nobody)


def test_a_shredded_owner_s_words_open_for_nobody(the_set: vault.Owner, sealed: bytes) -> None:
    vault.shred(the_set)
    vault.shred(the_set)
    assert not vault.has_key(the_set)
    with pytest.raises(vault.Unopenable):
        vault.open_sealed(the_set, PLACE, sealed, member())
    with pytest.raises(vault.NoKey):
        vault.seal(the_set, PLACE, WORDS)


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_a_shredded_key_is_in_no_file_of_the_key_database(the_set: vault.Owner) -> None:
    if connections["keys"].vendor != "sqlite":
        pytest.skip("PostgreSQL has no such file: its dead rows age out with the log")
    vault.seal(the_set, PLACE, WORDS)
    wrapped = bytes(WrappedKey.objects.get(owner=the_set.id).wrapped)
    name = Path(str(connections["keys"].settings_dict["NAME"]))
    files = [name, name.with_name(name.name + "-wal")]
    assert any(wrapped in file.read_bytes() for file in files if file.exists())
    vault.shred(the_set)
    assert not any(wrapped in file.read_bytes() for file in files if file.exists())


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_shredding_says_so_when_the_log_could_not_be_emptied(the_set: vault.Owner) -> None:
    keys = connections["keys"]
    if keys.vendor != "sqlite":
        pytest.skip("only SQLite has a log to empty")
    with keys.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=20")
    reader = keys.copy(alias="keys")
    try:
        with reader.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT count(*) FROM keys_wrappedkey")
            cursor.fetchone()
            with pytest.raises(vault.ShredUnfinished):
                vault.shred(the_set)
            cursor.execute("ROLLBACK")
    finally:
        reader.close()
        with keys.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=5000")
    vault.shred(the_set)


PERSON = UUID("5e1f0000-0000-4000-8000-000000000002")
HER_OWN = {vault.Purpose.MEMBER_VIEW, vault.Purpose.ROOM, vault.Purpose.OWN_EXPORT}
UPKEEP = {vault.Purpose.ROTATION, vault.Purpose.BREAK_GLASS}
MAY_OPEN: dict[Kind, set[vault.Purpose]] = {
    "set": set(vault.Purpose) - {vault.Purpose.APPLICATION},
    "person": HER_OWN | UPKEEP,
    "host": UPKEEP | {vault.Purpose.APPLICATION, vault.Purpose.OWN_EXPORT},
    "house": UPKEEP | {vault.Purpose.MAIL, vault.Purpose.INVITATION},
}


@pytest.mark.parametrize("purpose", list(vault.Purpose))
@pytest.mark.parametrize("kind", ["set", "person", "host", "house"])
def test_each_kind_of_owner_opens_for_its_own_purposes_only(kind: Kind, purpose: vault.Purpose) -> None:
    owner = vault.Owner(kind, PERSON)
    vault.make_key(owner)
    value = vault.seal(owner, PLACE, WORDS)
    reader = vault.Reader(actor=f"person:{PERSON}", purpose=purpose)
    if purpose in MAY_OPEN[kind]:
        assert vault.open_sealed(owner, PLACE, value, reader) == WORDS
    else:
        with pytest.raises(vault.NotForReader):
            vault.open_sealed(owner, PLACE, value, reader)


@pytest.mark.parametrize("purpose", sorted(HER_OWN))
def test_a_person_s_own_words_open_for_nobody_else(purpose: vault.Purpose) -> None:
    owner = vault.Owner.of_person(PERSON)
    vault.make_key(owner)
    value = vault.seal(owner, PLACE, WORDS)
    with pytest.raises(vault.NotForReader):
        vault.open_sealed(owner, PLACE, value, vault.Reader(actor=str(uuid4()), purpose=purpose))


def test_a_reader_names_an_actor_and_a_purpose_from_the_list() -> None:
    with pytest.raises(ValueError, match="actor"):
        vault.Reader(actor=" ", purpose=vault.Purpose.ROOM)
    with pytest.raises(ValueError, match="purpose"):
        vault.Reader(actor="mei", purpose="curiosity")  # type: ignore[arg-type]  # what the types forbid


def test_what_is_not_a_reader_opens_nothing(the_set: vault.Owner, sealed: bytes) -> None:
    with pytest.raises(vault.NotForReader):
        vault.open_sealed(the_set, PLACE, sealed, "mei")  # type: ignore[arg-type]  # what the types forbid


def test_a_refusal_is_logged_without_content(
    the_set: vault.Owner, sealed: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    with pytest.raises(vault.Unopenable):
        vault.open_sealed(the_set, PLACE, changed, member())
    assert "records_issue.words_sealed of a set, altered or moved" in caplog.text
    assert "quizzaciously" not in caplog.text


def test_keys_in_memory_are_few_and_short_lived(
    the_set: vault.Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "CACHE_SIZE", 2)
    owners = [vault.Owner.of_set(uuid4()) for _number in range(4)]
    for owner in owners:
        vault.make_key(owner)
        vault.seal(owner, PLACE, WORDS)
    assert len(keyring._cache._kept) == 2
    assert keyring._cache.newest(owners[-1]) == 1
    monkeypatch.setattr(keyring, "CACHE_SECONDS", -1.0)
    assert keyring._cache.newest(owners[-1]) is None
