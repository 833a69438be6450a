"""Settings from the environment: understood, or refused by name."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from setspace.lib import env

NAME = "SETSPACE_SOMETHING"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv(NAME, raising=False)
    return monkeypatch


def refused() -> "pytest.RaisesExc[ImproperlyConfigured]":
    return pytest.raises(ImproperlyConfigured, match=NAME)


def test_a_flag_is_0_or_1(given: pytest.MonkeyPatch) -> None:
    assert env.flag(NAME) is False
    given.setenv(NAME, "1")
    assert env.flag(NAME) is True
    given.setenv(NAME, "yes")
    with refused():
        env.flag(NAME)


def test_a_number_is_more_than_nothing(given: pytest.MonkeyPatch) -> None:
    assert env.number(NAME, 1.0) == 1.0
    given.setenv(NAME, "20")
    assert env.number(NAME, 1.0) == 20.0
    for wrong in ("fast", "0", "-1", "nan", "inf"):
        given.setenv(NAME, wrong)
        with refused():
            env.number(NAME, 1.0)


def test_a_choice_is_one_of_the_list(given: pytest.MonkeyPatch) -> None:
    assert env.choice(NAME, "open", ("open", "closed")) == "open"
    given.setenv(NAME, "ajar")
    with refused():
        env.choice(NAME, "open", ("open", "closed"))


def test_an_origin_has_no_path(given: pytest.MonkeyPatch) -> None:
    assert env.origin(NAME, "http://localhost:8000") == "http://localhost:8000"
    given.setenv(NAME, "https://sets.example.org/")
    assert env.origin(NAME, "") == "https://sets.example.org"
    for wrong in ("sets.example.org", "ftp://sets.example.org", "https://sets.example.org/app", "https://"):
        given.setenv(NAME, wrong)
        with refused():
            env.origin(NAME, "")


def test_a_secret_is_made_once_where_that_is_allowed(given: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "secret"
    made = env.secret(NAME, file, may_be_made=True)
    assert len(made) >= 50
    assert file.stat().st_mode & 0o777 == 0o600
    assert env.secret(NAME, file, may_be_made=True) == made
    env.write_private(file, "another")
    assert env.secret(NAME, file, may_be_made=True) == made
    assert [one.name for one in file.parent.iterdir()] == ["secret"]


def test_a_real_place_brings_its_secret(given: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with refused():
        env.secret(NAME, tmp_path / "secret", may_be_made=False)
    given.setenv(NAME, "s" * 60)
    assert env.secret(NAME, tmp_path / "secret", may_be_made=False) == "s" * 60
    file = tmp_path / "brought"
    given.setenv(f"{NAME}_FILE", str(file))
    with refused():
        env.secret(NAME, tmp_path / "secret", may_be_made=False)
    file.write_text("short", encoding="ascii")
    with refused():
        env.secret(NAME, tmp_path / "secret", may_be_made=False)
    file.write_text("f" * 60 + "\n", encoding="ascii")
    assert env.secret(NAME, tmp_path / "secret", may_be_made=False) == "f" * 60


def test_a_database_is_a_file_or_a_server(given: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "folder" / "setspace.sqlite3"
    found = env.database(NAME, file)
    assert (found["NAME"], file.parent.is_dir()) == (str(file), True)
    assert "secure_delete=ON" in found["OPTIONS"]["init_command"]
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    given.setenv(NAME, f"sqlite://{tmp_path}/other.sqlite3")
    assert env.database(NAME, file)["NAME"] == f"{tmp_path}/other.sqlite3"
    given.setenv(NAME, "postgresql://sets:p%40ss@db.example.org:5433/sets?sslmode=require")
    found = env.database(NAME, file)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "sets",
        "p@ss",
        "db.example.org",
        "5433",
        "sets",
    )
    assert found["OPTIONS"] == {"sslmode": "require"}
    for wrong in ("mysql://db.example.org/sets", "postgresql://db.example.org", "sets"):
        given.setenv(NAME, wrong)
        with refused():
            env.database(NAME, file)
