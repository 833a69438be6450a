"""A real server in a thread, and browsers' sockets to it."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self
from uuid import uuid4

import uvicorn
from django.conf import settings
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from setspace.lib import clock
from setspace.people.models import Person
from setspace.web.asgi import application
from tests.room.world import Tuesday, session_of, signed_in

PATIENCE = 10.0


class Server:
    """The product's own ASGI application under uvicorn, on a free port, with its event loop in a thread."""

    def __init__(self) -> None:
        config = uvicorn.Config(
            application,
            host="127.0.0.1",
            port=0,
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            lifespan="on",
            log_config=None,
            timeout_graceful_shutdown=2,
        )
        self.uvicorn = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.uvicorn.run, daemon=True)

    @property
    def port(self) -> int:
        return int(self.uvicorn.servers[0].sockets[0].getsockname()[1])

    def start(self) -> Self:
        self.thread.start()
        pause = threading.Event()
        while not self.uvicorn.started and self.thread.is_alive():
            pause.wait(0.01)
        return self

    def stop(self) -> None:
        self.uvicorn.should_exit = True
        self.thread.join(PATIENCE)


class Browser:
    """One page's socket: it keeps the newest regions, and what was answered."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.number = 0
        self.now = 0
        self.regions: dict[str, str] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.views: list[dict[str, Any]] = []
        self.gone = ""
        self.code = 0

    def ask(self, kind: str, command_id: str | None = None, **fields: Any) -> str:
        named = command_id or str(uuid4())
        self.say({"id": named, "command": {"kind": kind, **fields}})
        return named

    def asked(self, kind: str, command_id: str | None = None, **fields: Any) -> dict[str, Any]:
        """Ask and wait for the answer."""
        named = self.ask(kind, command_id, **fields)
        self.hear_until(lambda: named in self.answers)
        return self.answers.pop(named)

    def say(self, message: object) -> None:
        self.socket.send(json.dumps(message))

    def hear(self, timeout: float = PATIENCE) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self.socket.recv(timeout))
        if message["t"] == "view":
            self.views.append(message)
            self.number, self.now = message["number"], message["now"]
            self.regions.update(message["regions"])
        elif message["t"] in ("ack", "refused"):
            self.answers[message["id"]] = message
        elif message["t"] == "gone":
            self.gone = message["why"]
        return message

    def hear_until(self, wanted: Any, timeout: float = PATIENCE) -> None:
        end = clock.ticks() + timeout
        while not wanted():
            self.hear(max(0.01, end - clock.ticks()))

    def hear_the_end(self, timeout: float = PATIENCE) -> int:
        """Read on until the server closes; say with which code."""
        end = clock.ticks() + timeout
        try:
            while True:
                self.hear(max(0.01, end - clock.ticks()))
        except ConnectionClosed as closed:
            self.code = closed.rcvd.code if closed.rcvd else 1006
        return self.code


@contextmanager
def opened(
    port: int, tuesday: Tuesday, person: Person | None, session: str | None = None, **more: Any
) -> Iterator[Browser]:
    """A socket to the room, from a browser in which the person is signed in."""
    if session is None:
        session = session_of(signed_in(person)) if person else ""
    socket = connect(
        f"ws://127.0.0.1:{port}/sessions/{more.pop('room', tuesday.room)}/room/stream{more.pop('query', '')}",
        origin=more.pop("origin", settings.ORIGIN),
        additional_headers={"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}"},
        compression=None,
        max_size=None,
        **more,
    )
    with socket:
        yield Browser(socket)
