"""The WebSocket of a rehearsal: the same words as a room's, asked of a room in memory."""

import asyncio
import json
import re
from typing import Any
from uuid import UUID

from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, WebSocketAcceptEvent, WebSocketScope

from setspace.core.process.codec import Malformed, command_from_plain
from setspace.lib import clock
from setspace.people.access import person_of_session
from setspace.room.answers import NOT_UNDERSTOOD, TOO_FAST
from setspace.room.connection import FAREWELL_SECONDS, Connection
from setspace.room.practice import shelf
from setspace.room.practice.practice import Practice

PATH = re.compile(r"/rehearsals/([0-9a-f-]{36})/stream")
IDS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LOOK_SECONDS = 0.4
FAR_FUTURE = 10**15  # milliseconds
MOST_BYTES = 64 * 1024
BAD_MESSAGE, GONE = 4400, 4404


def practice_of(path: str, session: str) -> Practice | None:
    """The rehearsal that somebody who is signed in asks for, if it is theirs and still there."""
    named = PATH.fullmatch(path)
    person = person_of_session(session, clock.wall())
    try:
        return shelf.find(UUID(named[1]), str(person.pk)) if named and person else None
    except ValueError:
        return None


async def serve(
    practice: Practice | None, session: str, receive: ASGIReceiveCallable, send: ASGISendCallable
) -> None:
    await send(WebSocketAcceptEvent(type="websocket.accept", subprotocol=None, headers=[]))
    if practice is None:
        await send(
            {"type": "websocket.send", "bytes": None, "text": json.dumps({"t": "gone", "why": "not_open"})}
        )
        await send({"type": "websocket.close", "code": GONE, "reason": None})
        return
    await _attend(practice, Connection(practice.owner, session, practice.room, send), receive)


def is_one(scope: WebSocketScope) -> bool:
    return PATH.fullmatch(scope["path"]) is not None


async def _attend(practice: Practice, connection: Connection, receive: ASGIReceiveCallable) -> None:
    practice.room.onlookers.add(connection)
    connection.show(practice.room.moment)
    tasks = (
        asyncio.create_task(connection.pump()),
        asyncio.create_task(_listen(practice, connection, receive)),
        asyncio.create_task(_live(practice, connection)),
        asyncio.create_task(connection.ending.wait()),
    )
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        if connection.ending.is_set() and not tasks[0].done():
            await asyncio.wait((tasks[0],), timeout=FAREWELL_SECONDS)
    finally:
        practice.room.onlookers.discard(connection)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _live(practice: Practice, connection: Connection) -> None:
    """Let the simulated people live, as long as this is the page that looks."""
    while not connection.ending.is_set():
        if shelf.find(practice.id, practice.owner) is not practice:
            connection.close(GONE, "not_open")
        elif min(practice.room.onlookers, key=id) is connection:
            practice.look()
        await asyncio.sleep(LOOK_SECONDS)


async def _listen(practice: Practice, connection: Connection, receive: ASGIReceiveCallable) -> None:
    while not connection.ending.is_set():
        event = await receive()
        if event["type"] != "websocket.receive":
            return
        text = event.get("text") or ""
        message = _read(text) if 0 < len(text.encode()) <= MOST_BYTES else None
        if message is None:
            connection.close(BAD_MESSAGE, "not_understood")
        else:
            _heard(practice, connection, message)


def _read(text: str) -> dict[str, Any] | None:
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


def _heard(practice: Practice, connection: Connection, message: dict[str, Any]) -> None:
    if "command" in message:
        _asked(practice, connection, message)
    elif connection.signs.take():
        _pinged(practice, connection, message.get("c"))


def _pinged(practice: Practice, connection: Connection, sent: object) -> None:
    if isinstance(sent, (int, float)) and abs(sent) < FAR_FUTURE:
        connection.say({"t": "pong", "c": sent, "s": practice.room.pace.now_ms()})


def _asked(practice: Practice, connection: Connection, message: dict[str, Any]) -> None:
    named = str(message.get("id"))
    if not IDS.fullmatch(named):
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
    connection.answer(named, practice.once(named, command))
