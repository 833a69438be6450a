"""Other processes of the product, beside that of the tests, on the same databases."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.db import connections

from setspace.core.process import commands as c
from setspace.room.answers import Ack, Answer
from setspace.room.asking import ask
from setspace.room.writer import writer


def environment(**more: str) -> dict[str, str]:
    """What makes another process use the databases and keys of this test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SETSPACE_")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "tests.room.settings",
        "SETSPACE_DATA": str(settings.DATA),
        "SETSPACE_DATABASE_URL": _address("default"),
        "SETSPACE_KEYS_DATABASE_URL": _address("keys"),
        "SETSPACE_KEK_FILE": str(settings.KEK_FILE),
        "SETSPACE_SECRET_KEY": settings.SECRET_KEY,
        "SETSPACE_URL": settings.ORIGIN,
        "SETSPACE_MAIL_URL": "smtp://127.0.0.1:1",
        "SETSPACE_LOG": "ERROR",
        **more,
    }


def _address(alias: str) -> str:
    named = connections[alias].settings_dict
    if connections[alias].vendor == "sqlite":
        return f"sqlite://{named['NAME']}"
    who = f"{quote(named['USER'])}:{quote(named['PASSWORD'])}@" if named["USER"] else ""
    return f"postgresql://{who}{named['HOST']}:{named['PORT'] or 5432}/{named['NAME']}"


def serve(port: int, **more: str) -> "subprocess.Popen[bytes]":
    """The whole server, as it is run in earnest."""
    command = [sys.executable, "-m", "uvicorn", "setspace.web.asgi:application", "--port", str(port)]
    options = ["--host", "127.0.0.1", "--log-level", "error", "--ws", "websockets-sansio"]
    return subprocess.Popen([*command, *options, "--lifespan", "on"], env=environment(**more))


@contextmanager
def writing() -> Iterator["Connection[Any, Any]"]:
    """A process with a writer alone, which takes commands from a pipe. It starts in a blink."""
    process, pipe = _start(write, settings.REDIS_URL)
    try:
        yield pipe
    finally:
        process.kill()
        process.join()
        pipe.close()


def start_pressing(room: UUID, person: str, presses: int) -> tuple[ForkServerProcess, "Connection[Any, Any]"]:
    return _start(press, room, person, presses)


def _start(work: Callable[..., None], *args: object) -> tuple[ForkServerProcess, "Connection[Any, Any]"]:
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.room.child"])
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, *args), daemon=True)
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment())
    try:
        process.start()
    finally:
        os.environ.clear()
        os.environ.update(before)
    theirs.close()
    return process, ours


def write(pipe: "Connection[Any, Any]", redis_url: str) -> None:
    """Ask the writer whatever comes, and send back each answer as soon as it is there."""
    settings.REDIS_URL = redis_url
    while True:
        room, call = pipe.recv()
        writer.submit(room, call).add_done_callback(partial(_told, pipe, call.id))


def _told(pipe: "Connection[Any, Any]", command_id: str, done: Future[Answer]) -> None:
    answer = done.result()
    pipe.send((command_id, answer.number if isinstance(answer, Ack) else answer.reason))


def press(pipe: "Connection[Any, Any]", room: UUID, person: str, presses: int) -> None:
    """Press next and back by turns, each time for what is on the screen."""
    pipe.send("ready")
    pipe.recv()
    taken = late = 0
    for seen in range(1, presses + 1):
        answer = ask(room, person, c.NextStage(seen) if seen % 2 else c.Back(seen))
        if isinstance(answer, Ack):
            taken += 1
        elif answer.reason == "moved_on":
            late += 1
        else:
            raise AssertionError(answer)
    pipe.send((taken, late))
