"""The master key: made on a first run, brought to a real place, missed loudly."""

from base64 import b64encode
from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from setspace.keys.models import WrappedKey
from setspace.lib import vault
from setspace.lib.vault import master

pytestmark = pytest.mark.django_db

PLACE = vault.Place("records_issue", "words_sealed", "1")
WORDS = "The canary word is quizzaciously."


@pytest.fixture(autouse=True)
def _fresh_memory() -> None:
    vault.forget_cached()


def member() -> vault.Reader:
    return vault.Reader(actor="mei", purpose=vault.Purpose.MEMBER_VIEW)


def write_master(path: Path, name: str = "kek-a", key: bytes = bytes(range(32))) -> None:
    path.write_text(f"{name} {b64encode(key).decode()}\n", encoding="ascii")


@pytest.fixture
def master_file(tmp_path: Path, settings: Settings) -> Path:
    settings.KEK_FILE = tmp_path / "master-key"
    settings.KEK_MAY_BE_MADE = False
    return tmp_path / "master-key"


def test_the_master_key_is_made_only_on_a_first_run(master_file: Path, settings: Settings) -> None:
    settings.KEK_MAY_BE_MADE = True
    vault.ready()
    assert master_file.stat().st_mode & 0o777 == 0o600
    made = master_file.read_text(encoding="ascii")
    vault.make_key(vault.Owner.of_set(uuid4()))
    vault.ready()
    assert master_file.read_text(encoding="ascii") == made
    master_file.unlink()
    master._read.cache_clear()
    with pytest.raises(vault.NoMasterKey):
        vault.ready()
    assert not master_file.exists()


def test_without_its_master_key_a_real_place_does_not_start(master_file: Path, settings: Settings) -> None:
    with pytest.raises(vault.NoMasterKey, match="SETSPACE_KEK_FILE"):
        vault.ready()
    with pytest.raises(vault.NoMasterKey):
        vault.refuse_without_master_key()
    write_master(master_file)
    vault.refuse_without_master_key()
    settings.KEK_MAY_BE_MADE = True
    settings.KEK_FILE = master_file.with_name("none-yet")
    vault.refuse_without_master_key()


@pytest.mark.parametrize(
    "content", ["", "\n\n", "only-a-name", "kek-a !!!", "kek-a AAAA", f"{'k' * 41} {'A' * 43}="]
)
def test_a_master_key_file_that_cannot_be_used_is_refused(master_file: Path, content: str) -> None:
    master_file.write_text(content, encoding="ascii")
    with pytest.raises(vault.NoMasterKey):
        vault.ready()


def test_a_master_key_file_that_is_not_text_is_refused(master_file: Path) -> None:
    master_file.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(vault.NoMasterKey):
        vault.ready()


def test_another_master_key_of_the_same_name_is_found_at_the_start(master_file: Path) -> None:
    write_master(master_file)
    vault.make_key(vault.Owner.of_set(uuid4()))
    write_master(master_file, key=bytes(32))
    master._read.cache_clear()
    with pytest.raises(vault.NoMasterKey, match="kek-a"):
        vault.ready()


def test_two_master_keys_can_live_side_by_side(master_file: Path) -> None:
    write_master(master_file)
    older = vault.Owner.of_set(uuid4())
    vault.make_key(older)
    value = vault.seal(older, PLACE, WORDS)
    first = master_file.read_text(encoding="ascii")
    write_master(master_file, name="kek-b", key=bytes(reversed(range(32))))
    master._read.cache_clear()
    vault.forget_cached()
    with pytest.raises(vault.NoMasterKey, match="kek-a"):
        vault.open_sealed(older, PLACE, value, member())
    with master_file.open("a", encoding="ascii") as file:
        file.write(first)
    master._read.cache_clear()
    assert vault.open_sealed(older, PLACE, value, member()) == WORDS
    newer = vault.Owner.of_set(uuid4())
    vault.make_key(newer)
    assert WrappedKey.objects.get(owner=newer.id).kek_id == "kek-b"
