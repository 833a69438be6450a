"""Starting and stopping, as a service manager does it; and what keeps a place from opening."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

SECRET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def place(folder: Path, **more: str) -> dict[str, str]:
    """An environment in which nothing but this is set."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("SETSPACE_", "DJANGO_"))}
    own.pop("PORT", None)
    return {**own, "SETSPACE_DATA": str(folder), **more}


def run(environment: dict[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "setspace.web.cli", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def real_place(folder: Path, **more: str) -> dict[str, str]:
    """A place with an address of its own, and all that it must bring."""
    key = folder.parent / f"{folder.name}-master-key"
    key.write_text(f"kek-1 {'A' * 43}=\n")
    return place(
        folder,
        **{
            "SETSPACE_URL": "https://sets.example.org",
            "SETSPACE_SECRET_KEY": SECRET,
            "SETSPACE_KEK_FILE": str(key),
            "SETSPACE_MAIL_URL": "smtp://mail.example.org:587",
            **more,
        },
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@pytest.mark.slow
def test_it_serves_from_an_empty_folder_and_ends_well(tmp_path: Path) -> None:
    port = free_port()
    environment = place(tmp_path, PORT=str(port))
    command = [sys.executable, "-m", "setspace.web.cli", "serve"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        until = time.monotonic() + 60
        while not answers(port) and time.monotonic() < until and server.poll() is None:
            time.sleep(0.2)
        assert answers(port)
        taken = run(environment, "serve")
        assert taken.returncode == 2
        assert f"Something else listens on port {port}." in taken.stderr
        assert "running on this machine" in run(environment, "health").stdout
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=20) in (0, -signal.SIGTERM)


@pytest.mark.slow
def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    environment = place(tmp_path)
    behind = run(environment, "worker", "--once")
    assert behind.returncode == 2
    assert "setspace migrate" in behind.stderr
    assert "steps taken" in run(environment, "migrate").stdout
    assert run(environment, "migrate").stdout == "Nothing to do.\n"
    assert "letters sent: 0" in run(environment, "worker", "--once").stdout

    with closing(sqlite3.connect(tmp_path / "setspace.sqlite3")) as line, line:
        line.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('room', '9999_later', '2030-01-01')"
        )
    for words in (("serve",), ("migrate",), ("worker", "--once")):
        refused = run(environment, *words)
        assert refused.returncode == 2
        assert "a newer Setspace" in refused.stderr
        assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"SETSPACE_DEMO": "1"}, "SETSPACE_DEMO is set"),
        ({"SETSPACE_SECRET_KEY": "short"}, "at least 50 random characters"),
        ({"SETSPACE_SECRET_KEY": "ab" * 40}, "at least 50 random characters"),
        ({"SETSPACE_KEK_FILE": ""}, "SETSPACE_KEK_FILE"),
        ({"SETSPACE_MAIL_URL": ""}, "SETSPACE_MAIL_URL"),
        ({"SETSPACE_URL": "sets.example.org"}, "SETSPACE_URL must be an origin"),
    ],
)
def test_a_real_place_needs_keys_of_its_own(tmp_path: Path, more: dict[str, str], sentence: str) -> None:
    refused = run(real_place(tmp_path / "data", **more), "serve", "--port", str(free_port()))
    assert refused.returncode == 2
    assert sentence in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_real_place_does_not_take_over_keys_for_trying_out(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "secret-key").write_text(f"{SECRET}\n")
    refused = run(real_place(folder), "serve", "--port", str(free_port()))
    assert "made for trying out" in refused.stderr


def test_a_port_is_a_number(tmp_path: Path) -> None:
    refused = run(place(tmp_path), "serve", "--port", "eight")
    assert refused.returncode == 2
    assert "from 1 to 65535" in refused.stderr


def test_the_demo_never_wipes_what_is_not_a_demo(tmp_path: Path) -> None:
    assert run(place(tmp_path), "migrate").returncode == 0
    before = (tmp_path / "setspace.sqlite3").read_bytes()
    refused = run(place(tmp_path, PORT=str(free_port())), "demo")
    assert refused.returncode == 2
    assert "not a demo" in refused.stderr
    assert (tmp_path / "setspace.sqlite3").read_bytes() == before
