"""Asking a room for something and waiting for the answer: for forms, sweeps and rehearsals."""

from uuid import UUID, uuid4

from django.db import connection

from setspace.core.process.commands import Call, Command
from setspace.room.answers import Answer
from setspace.room.writer import writer

PATIENCE_SECONDS = 60


def ask(
    room: UUID,
    person: str,
    command: Command,
    command_id: UUID | None = None,
    *,
    now: int | None = None,
    session: str = "",
) -> Answer:
    """Ask, as a person (by id) or as THE_ROOM, and wait until it is kept or refused.

    `now` is in epoch milliseconds; without it the clock is read. Raises NotKept if it was not written.
    """
    if connection.in_atomic_block:
        raise RuntimeError("The writer has a connection of its own. Ask outside of a transaction.")
    command_id = command_id or uuid4()
    call = Call(person, str(command_id), command)
    return writer.submit(room, call, now, command_id=command_id, session=session).result(PATIENCE_SECONDS)
