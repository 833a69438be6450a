"""The live room's WebSocket, and the start and stop of what serves it.

In: {"id", "command", "pressed"}, {"t": "read", "n", "text"}, {"t": "here"}, {"t": "ping", "hidden"},
{"t": "bye"}. Out: {"t": "view"}, {"t": "ack"}, {"t": "refused"}, {"t": "reading"}, {"t": "pong"},
{"t": "gone"}. The handshake needs our own origin; everything else is asked again for every command.
``pressed`` is when a mere press was made, in our time as its page knows it; words that were typed have
none, and are taken however late.
"""

import asyncio
import gc
import json
import logging
import re
from concurrent.futures import Future
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from asgiref.typing import (
    ASGIReceiveCallable,
    ASGISendCallable,
    LifespanShutdownCompleteEvent,
    LifespanStartupCompleteEvent,
    Scope,
    WebSocketAcceptEvent,
    WebSocketCloseEvent,
    WebSocketScope,
)
from django.conf import settings

from setspace.core.process.codec import Malformed, command_from_plain
from setspace.core.process.commands import Call
from setspace.lib import clock
from setspace.room import regions, rooms
from setspace.room.answers import NOT_KEPT, NOT_UNDERSTOOD, SIGNED_OUT, TOO_FAST, Answer
from setspace.room.coach.reply import reply, weight
from setspace.room.coach.seen import stage_of
from setspace.room.connection import FAREWELL_SECONDS, Connection
from setspace.room.hub import hub
from setspace.room.practice import stream as rehearsals
from setspace.room.screens import CLOCK
from setspace.room.writer import writer

logger = logging.getLogger("setspace.room")

PATH = re.compile(r"/sessions/([0-9a-f-]{36})/room/stream")
MOST_BYTES = 64 * 1024
BY_CHANCE = 4  # the version of a UUID that nobody can foretell
FAR_FUTURE = 10**15  # milliseconds
STALE_SECONDS = (
    10.0  # a press that waited longer may no longer be meant: its page has said that it was dropped
)
BAD_MESSAGE, TOO_BIG = 4400, 1009
DEFAULT_PORTS = {"http": 80, "https": 443}
GC_THRESHOLDS = (50_000, 20, 50)  # Python's own make pauses of a second at ten thousand connections


async def application(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "websocket":
        await _serve(scope, receive, send)


async def _live(receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    while True:
        event = await receive()
        if event["type"] == "lifespan.startup":
            regions.compile_all()
            hub.start()
            gc.collect()
            gc.freeze()
            gc.set_threshold(*GC_THRESHOLDS)
            await send(LifespanStartupCompleteEvent(type="lifespan.startup.complete"))
        else:
            await hub.stop()
            await asyncio.to_thread(writer.stop)
            await send(LifespanShutdownCompleteEvent(type="lifespan.shutdown.complete"))
            return


async def _serve(scope: WebSocketScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    await receive()
    path = PATH.fullmatch(scope["path"])
    headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    is_practice = rehearsals.is_one(scope)
    if (path is None and not is_practice) or not is_our_origin(headers.get(b"origin", "")):
        await _close(send, 4403)
        return
    if path is None:
        session = _session_in(headers.get(b"cookie", ""))
        practice = await hub.run(rehearsals.practice_of, scope["path"], session)
        await rehearsals.serve(practice, session, receive, send)
        return
    try:
        meeting = UUID(path[1])
        session, page = _session_in(headers.get(b"cookie", "")), _page(scope)
        admitted = await hub.run(rooms.admitted, session, meeting, arrives=page != CLOCK)
    except (rooms.Closed, ValueError) as closed:
        code, why = (closed.code, closed.why) if isinstance(closed, rooms.Closed) else (4403, "not_in_set")
        await send(WebSocketAcceptEvent(type="websocket.accept", subprotocol=None, headers=[]))
        await send({"type": "websocket.send", "bytes": None, "text": json.dumps({"t": "gone", "why": why})})
        await _close(send, code)
        return
    await send(WebSocketAcceptEvent(type="websocket.accept", subprotocol=None, headers=[]))
    room = hub.room_of(admitted.known)
    room.coach_for(admitted.coached)
    await _attend(Connection(admitted.person, session, room, send, page), receive)


async def _attend(connection: Connection, receive: ASGIReceiveCallable) -> None:
    """Listen and speak until either side ends it; a browser that takes nothing any more is left behind."""
    hub.join(connection, connection.room)
    _here(connection)
    pump = asyncio.create_task(connection.pump())
    listening = asyncio.create_task(_listen(connection, receive))
    ending = asyncio.create_task(connection.ending.wait())
    tasks = (pump, listening, ending)
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        if connection.ending.is_set() and not pump.done():
            await asyncio.wait((pump,), timeout=FAREWELL_SECONDS)
    finally:
        hub.leave(connection, connection.room)
        for task in tasks:
            task.cancel()
        for came in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(came, Exception) and not isinstance(came, OSError):
                logger.error("A connection to a room broke", exc_info=came)


async def _listen(connection: Connection, receive: ASGIReceiveCallable) -> None:
    while not connection.ending.is_set():
        event = await receive()
        if event["type"] != "websocket.receive":
            return
        text = event.get("text")
        if text is None:
            connection.close(BAD_MESSAGE, "not_understood")
        elif len(text.encode()) > MOST_BYTES:
            connection.close(TOO_BIG, "too_big")
        else:
            _heard(connection, text)


def _heard(connection: Connection, text: str) -> None:
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict):
        connection.close(BAD_MESSAGE, "not_understood")
    elif message.get("t") == "bye":
        hub.bye(connection, connection.room)
    elif "command" in message:
        _here(connection)
        _asked(connection, message)
    elif message.get("t") == "read":
        _here(connection)
        _typed(connection, message)
    elif message.get("t") in ("here", "ping"):
        connection.is_hidden = message.get("hidden") is True
        _here(connection)
        _pinged(connection, message.get("c"))
    else:
        connection.close(BAD_MESSAGE, "not_understood")


def _here(connection: Connection) -> None:
    """A sign of life, from a page behind which somebody sits."""
    connection.heard_at = clock.ticks()
    if connection.counts:
        hub.here(connection, connection.room)


def _pinged(connection: Connection, sent: object) -> None:
    """The client's own reading of its clock comes back beside ours."""
    is_number = isinstance(sent, (int, float)) and abs(sent) < FAR_FUTURE
    if is_number and connection.signs.take():
        connection.say({"t": "pong", "c": sent, "s": connection.room.pace.now_ms()})


def _typed(connection: Connection, message: dict[str, Any]) -> None:
    """What somebody is typing, for the coach: answered to this connection alone, and forgotten."""
    room = connection.room
    stage = stage_of(room.known.state) if connection.person in room.coached else ""
    if connection.reads.take(weight(message)):
        connection.say(reply(message, stage))


def _asked(connection: Connection, message: dict[str, Any]) -> None:
    named = message.get("id")
    try:
        command_id = UUID(named) if isinstance(named, str) else None
    except ValueError:
        command_id = None
    # The room's own ids follow from what it does; people's are drawn by chance.
    if command_id is None or str(command_id) != named or command_id.version != BY_CHANCE:
        connection.close(BAD_MESSAGE, "not_understood")
        return
    if not connection.asks.take():
        connection.refuse(named, TOO_FAST)
        return
    try:
        command = command_from_plain(message["command"])
    except Malformed:
        connection.refuse(named, NOT_UNDERSTOOD)
        return
    call = Call(connection.person, named, command)
    is_late = _is_late(connection, message.get("pressed"))
    future = writer.submit(
        connection.room.id, call, command_id=command_id, session=connection.session, is_late=is_late
    )
    future.add_done_callback(lambda done: hub.post(lambda: _answered(connection, named, done)))


def _is_late(connection: Connection, pressed: object) -> bool:
    """Whether a press lay on a line that stood still. Without its moment, as of an older page, none is."""
    pace = connection.room.pace
    longest = STALE_SECONDS * 1000 * max(1.0, pace.rate)
    return isinstance(pressed, (int, float)) and pace.now_ms() - pressed > longest


def _answered(connection: Connection, command_id: str, done: "Future[Answer]") -> None:
    if done.cancelled() or done.exception() is not None:
        connection.refuse(command_id, NOT_KEPT)
        return
    answer = done.result()
    connection.answer(command_id, answer)
    if answer == SIGNED_OUT:
        connection.close(4401, "signed_out")


def is_our_origin(origin: str) -> bool:
    """Exactly the origin that people are given: scheme, host and port."""
    return bool(origin) and _origin(origin) == _origin(settings.ORIGIN)


def _origin(origin: str) -> tuple[str, str, int | None]:
    parts = urlsplit(origin)
    if f"{parts.scheme}://{parts.netloc}" != origin:
        return ("", origin, None)
    try:
        port = parts.port or DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return ("", origin, None)
    return (parts.scheme, (parts.hostname or "").lower(), port)


def _page(scope: WebSocketScope) -> str:
    """The page that listens, as it says itself; one that says nothing is a room's."""
    return CLOCK if scope["query_string"] == f"page={CLOCK}".encode() else ""


def _session_in(cookies: str) -> str:
    try:
        found = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return ""
    return found.value if found else ""


async def _close(send: ASGISendCallable, code: int) -> None:
    await send(WebSocketCloseEvent(type="websocket.close", code=code, reason=None))
