"""One process that serves: pages, live rooms, and whatever goes on beside them."""

import fcntl
import logging
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn
from django.conf import settings

HOST = "127.0.0.1"
KEEP_ALIVE_SECONDS = 70
PING_SECONDS = 20.0
MOST_MESSAGE_BYTES = 65_536
PATIENCE_SECONDS = 5  # for those who are still being answered when the server stops


class Server(uvicorn.Server):
    """Calls `begun` when the first visitor may come, and `ending` before anything is closed."""

    def __init__(self, config: uvicorn.Config, begun: Callable[[], None], ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._begun = begun
        self._ending = ending

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self._begun()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._ending()
        await super().shutdown(sockets)


def serve(port: int, begun: Callable[[], None], ending: Callable[[], None]) -> bool:
    """Serve until told to stop. Says whether it ever began."""
    config = uvicorn.Config(
        "setspace.web.asgi:application",
        host=HOST,
        port=port,
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
        ws_max_size=MOST_MESSAGE_BYTES,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=PATIENCE_SECONDS,
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        lifespan="on",
    )
    config.load()
    # The server's own small talk; what goes wrong is still logged.
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    server = Server(config, begun, ending)
    with suppress(KeyboardInterrupt):  # Ctrl+C is how one ends it; all was closed by then
        server.run()
    return server.started


def is_free(port: int) -> bool:
    """Whether nobody listens there yet."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


@contextmanager
def marked_as_serving() -> Iterator[None]:
    """While this lasts, whoever would replace the data can see that it is in use."""
    with _mark() as mark:
        fcntl.flock(mark, fcntl.LOCK_SH)
        yield


def is_serving() -> bool:
    """Whether some process on this machine serves this data, or works on it."""
    with _mark() as mark:
        try:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


@contextmanager
def _mark() -> Iterator[int]:
    folder = Path(settings.DATA)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    mark = os.open(folder / "serving", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield mark
    finally:
        os.close(mark)
