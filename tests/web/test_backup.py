"""Backup and restore of a place with SQLite, as whoever runs it types them."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

SEED = """
import os; os.environ["DJANGO_SETTINGS_MODULE"] = "setspace.web.settings"
import django; django.setup()
from setspace.web import schema; schema.migrate()
from setspace.lib import clock
from setspace.web.demo import cast
from setspace.web.demo.founding import found_set
from setspace.programmes.changes import PlannedDate
from datetime import time

now = clock.now()
from setspace.people.session_store import SessionStore
from django.core.cache import cache
kept = SessionStore(); kept["word"] = "CANARY"; kept.create()
cache.set("word", "CANARY")
found_set("tpas-session", cast.MEMBERS, [PlannedDate(now.date(), time(9, 30), "tpas-session")], now)
"""


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """A command in a place of its own."""
    place = {
        name: value for name, value in os.environ.items() if not name.startswith(("SETSPACE_", "DJANGO_"))
    }
    command = (
        [sys.executable, *words] if words[0] == "-c" else [sys.executable, "-m", "setspace.web.cli", *words]
    )
    environment = {**place, "SETSPACE_DATA": str(folder)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A place with a set in it, and its backup."""
    place, backup = tmp_path_factory.mktemp("place"), tmp_path_factory.mktemp("backups") / "today"
    seeded = run(place, "-c", SEED)
    assert seeded.returncode == 0, seeded.stderr
    taken = run(place, "backup", str(backup))
    assert taken.returncode == 0, taken.stderr
    return place, backup


def elsewhere(folder: Path, place: Path) -> Path:
    """Another machine, with the same master key and nothing else."""
    folder.mkdir()
    shutil.copyfile(place / "master-key", folder / "master-key")
    return folder


def people_in(database: Path) -> int:
    """None where there is no table of people either."""
    with closing(sqlite3.connect(database)) as line:
        if not line.execute("SELECT 1 FROM sqlite_schema WHERE name = 'people_person'").fetchone():
            return 0
        return int(line.execute("SELECT COUNT(*) FROM people_person").fetchone()[0])


def rows_in(database: Path, table: str) -> int:
    with closing(sqlite3.connect(database)) as line:
        return int(line.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])  # noqa: S608  our own names


def test_content_and_keys_lie_apart(backed_up: tuple[Path, Path]) -> None:
    _, backup = backed_up
    assert sorted(path.name for path in backup.iterdir()) == ["content", "keys"]
    content, keys = (json.loads((backup / part / "about.json").read_text()) for part in ("content", "keys"))
    assert content["counts"]["people_person"] == 5
    assert "keys_wrappedkey" not in content["counts"]
    assert keys["counts"]["keys_wrappedkey"] > 5
    assert {path.stat().st_mode & 0o077 for path in backup.glob("*/database.sqlite3")} == {0}


def test_sign_in_sessions_and_the_cache_stay_behind(backed_up: tuple[Path, Path]) -> None:
    place, backup = backed_up
    copy = backup / "content" / "database.sqlite3"
    for table in ("django_session", "setspace_cache"):
        assert (rows_in(place / "setspace.sqlite3", table), rows_in(copy, table)) == (1, 0)


def test_an_empty_place_is_not_backed_up(tmp_path: Path) -> None:
    refused = run(tmp_path / "nothing", "backup", str(tmp_path / "backup"))
    assert refused.returncode == 2
    assert "There is nothing to back up here" in refused.stderr
    assert not (tmp_path / "backup").exists()


def test_it_comes_back_on_another_machine(backed_up: tuple[Path, Path], tmp_path: Path) -> None:
    place, backup = backed_up
    other = elsewhere(tmp_path / "other", place)
    back = run(other, "restore", str(backup))
    assert back.returncode == 0, back.stderr
    assert "opens with this master key" in back.stdout
    assert people_in(other / "setspace.sqlite3") == 5
    assert not list(other.glob("*.coming*"))

    again = run(other, "restore", str(backup))
    assert again.returncode == 2
    assert "Add --force" in again.stderr
    assert run(other, "restore", str(backup), "--force").returncode == 0
    assert "Keys        well" in run(other, "health").stdout


def test_without_its_master_key_nothing_is_touched(backed_up: tuple[Path, Path], tmp_path: Path) -> None:
    place, backup = backed_up
    without = run(tmp_path, "restore", str(backup))
    assert without.returncode == 2
    assert "master key" in without.stderr
    assert people_in(tmp_path / "setspace.sqlite3") == 0

    name = (place / "master-key").read_text().split()[0]
    (tmp_path / "master-key").write_text(f"{name} {'A' * 43}=\n")
    with_another = run(tmp_path, "restore", str(backup))
    assert with_another.returncode == 2
    assert "does not open with this master key" in with_another.stderr
    assert people_in(tmp_path / "setspace.sqlite3") == 0


def test_a_backup_with_a_hole_is_refused(backed_up: tuple[Path, Path], tmp_path: Path) -> None:
    place, backup = backed_up
    broken = tmp_path / "broken"
    shutil.copytree(backup, broken)
    with closing(sqlite3.connect(broken / "content" / "database.sqlite3")) as line, line:
        line.execute("DELETE FROM programmes_assent")
    other = elsewhere(tmp_path / "other", place)
    refused = run(other, "restore", str(broken))
    assert refused.returncode == 2
    assert "programmes_assent has another number of rows" in refused.stderr
    assert people_in(other / "setspace.sqlite3") == 0
    (broken / "keys" / "about.json").unlink()
    assert "keys/about.json is missing" in run(other, "restore", str(broken)).stderr


def test_a_backup_overwrites_nothing(backed_up: tuple[Path, Path]) -> None:
    place, backup = backed_up
    again = run(place, "backup", str(backup))
    assert again.returncode == 2
    assert "Name a folder that is new or empty" in again.stderr
