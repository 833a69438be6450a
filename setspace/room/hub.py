"""The hub: it hears that a room moved on, and lets everybody who is connected to it here see it.

All of it runs on one event loop; what touches the database runs in a few threads beside it. The log is the
truth: a nudge that was lost costs at most two seconds.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import ParamSpec, TypeVar
from uuid import UUID

from setspace.core.process.commands import THE_ROOM, Call
from setspace.core.process.state import Phase
from setspace.lib import clock
from setspace.room import listening, moving_on, nudges, rooms
from setspace.room.beside import READERS, every, put_away, quietly, with_database
from setspace.room.connection import RESTART, SIGNED_OUT, TAKEN_AWAY
from setspace.room.live import LiveRoom, Onlooker
from setspace.room.log import Known
from setspace.room.lost_holder import HIDDEN_SECONDS, LostHolders, Wanted
from setspace.room.shelf import newest
from setspace.room.writer import writer

SWEEP_SECONDS = 1.0
LOOK_SECONDS = 2.0
TELL_SECONDS = 10.0
SIGN_OF_LIFE_SECONDS = 300.0
TICK_SECONDS = 5.0  # of the session's time; how late a session runs is told in whole minutes
LEAST_TICK_SECONDS = 0.5

P = ParamSpec("P")
T = TypeVar("T")


class Hub:
    def __init__(self) -> None:
        self.rooms: dict[UUID, LiveRoom] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._readers: ThreadPoolExecutor | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._errands: set[asyncio.Task[None]] = set()
        self._heard: list[Callable[[], None]] = []
        self._hearing = Lock()
        self._own_told: dict[UUID, frozenset[str]] = {}
        self._holders = LostHolders(clock.ticks())

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="room-reader")
        self._holders = LostHolders(clock.ticks())
        writer.listeners.append(self._moved_here)
        tick = max(LEAST_TICK_SECONDS, TICK_SECONDS / clock.rate())
        jobs: list[tuple[float, Callable[[], Awaitable[None]]]] = [
            (SWEEP_SECONDS, self._sweep),
            (SWEEP_SECONDS, self._watch_holders),
            (moving_on.LOOK_SECONDS, self._move_on),
            (LOOK_SECONDS, self._look),
            (TELL_SECONDS, self._tell_all),
            (SIGN_OF_LIFE_SECONDS, self._stay_signed_in),
            (tick, self._tick),
        ]
        self._tasks = [self._loop.create_task(every(seconds, job)) for seconds, job in jobs]
        self._tasks.append(self._loop.create_task(listening.listen(self._nudged, self._bus_is_back)))

    async def stop(self) -> None:
        """Close what is still open: browsers come back to whoever serves next."""
        if self._moved_here in writer.listeners:
            writer.listeners.remove(self._moved_here)
        for room in self.rooms.values():
            for onlooker in set(room.onlookers):
                onlooker.close(RESTART, "restart")
        for task in (*self._tasks, *self._errands):
            task.cancel()
        await asyncio.gather(*self._tasks, *self._errands, return_exceptions=True)
        if self._readers is not None:
            await self._loop_or_raise().run_in_executor(None, put_away, self._readers)
        self.rooms.clear()
        self._loop, self._heard = None, []

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Something with the database, in a thread."""
        job = partial(with_database, work, *args, **kwargs)
        return await self._loop_or_raise().run_in_executor(self._readers, job)

    def present(self, room_id: UUID) -> frozenset[str]:
        """Who is in a room now, as far as this process hears."""
        room = self.rooms.get(room_id)
        return room.moment.present if room else frozenset()

    def join(self, onlooker: Onlooker, room: LiveRoom) -> None:
        """From here on the onlooker is shown every moment of the room, this one first."""
        self.rooms[room.id] = room
        room.onlookers.add(onlooker)
        onlooker.show(room.moment)

    def leave(self, onlooker: Onlooker, room: LiveRoom) -> None:
        room.onlookers.discard(onlooker)
        if not room.onlookers:
            self.rooms.pop(room.id, None)
            self._own_told.pop(room.id, None)

    def room_of(self, known: Known) -> LiveRoom:
        room = self.rooms.get(known.room) or LiveRoom(known)
        if known.number > room.known.number:
            room.refresh(known)
        return room

    def here(self, onlooker: Onlooker, room: LiveRoom) -> None:
        """A sign of life; any message is one."""
        onlooker.is_here = True
        room.presence.here(onlooker.person, clock.ticks())
        if onlooker.person not in room.moment.present:
            self._see_who_is_here(room)

    def looked_in(self, room_id: UUID, person: str) -> None:
        """From any thread: a sign of life of somebody whose page has no stream."""

        def tell() -> None:
            if room := self.rooms.get(room_id):
                room.presence.here(person, clock.ticks())
                self._see_who_is_here(room)

        self.post(tell)

    def bye(self, onlooker: Onlooker, room: LiveRoom) -> None:
        """Somebody leaves a page. In another of theirs they may still be here."""
        onlooker.is_here = False
        if not any(one.is_here and one.person == onlooker.person for one in room.onlookers):
            room.presence.gone(onlooker.person)
        self._see_who_is_here(room)

    def post(self, message: Callable[[], None]) -> None:
        """From any thread: have something done on the loop. Many at once cost one wake-up."""
        loop = self._loop
        if loop is None:
            return
        with self._hearing:
            self._heard.append(message)
            is_first = len(self._heard) == 1
        if is_first:
            loop.call_soon_threadsafe(self._listen)

    def _loop_or_raise(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            raise RuntimeError("The hub was not started: serve with the lifespan protocol on.")
        return self._loop

    def _listen(self) -> None:
        with self._hearing:
            heard, self._heard = self._heard, []
        for message in heard:
            message()

    def _moved_here(self, known: Known) -> None:
        self.post(lambda: self._moved(known))

    def _moved(self, known: Known) -> None:
        room = self.rooms.get(known.room)
        if room is not None and known.number > room.known.number:
            room.refresh(known)

    def _nudged(self, message: str) -> None:
        """What another process says. It is a hint: what follows is read from the log."""
        kind, *words = message.split(" ")
        if kind == "moved" and len(words) == 2:
            room = self.rooms.get(UUID(words[0]))
            if room is not None and int(words[1]) > room.known.number:
                self._send_out(self._read_on(room))
        elif kind == "here" and len(words) == 3 and words[0] != nudges.THIS_PROCESS:
            room = self.rooms.get(UUID(words[1]))
            if room is not None:
                people = [person for person in words[2].split(",") if person]
                room.presence.heard(words[0], people, clock.ticks())
                self._see_who_is_here(room)

    def _bus_is_back(self) -> None:
        self._send_out(self._look())

    async def _read_on(self, room: LiveRoom) -> None:
        known = await self.run(newest, room.id)
        if known is not None:
            self._moved(known)

    async def _look(self) -> None:
        """Whether a room moved on without anybody telling."""
        if not self.rooms:
            return
        for room_id, number in (await self.run(rooms.heads, list(self.rooms))).items():
            room = self.rooms.get(room_id)
            if room is not None and number > room.known.number:
                await self._read_on(room)

    async def _tick(self) -> None:
        """Time passes: how late a session runs changes without anything happening."""
        for room in list(self.rooms.values()):
            if room.is_timed:
                room.refresh()
                await asyncio.sleep(0)

    async def _sweep(self) -> None:
        """Who may no longer be here is cut off, and the seats follow the set."""
        for room in self.rooms.values():
            _keep_hidden(room)
            self._see_who_is_here(room)
        live = list(self.rooms.values())
        sessions = {onlooker.session for room in live for onlooker in room.onlookers}
        if not sessions:
            return
        waiting = {room.id for room in live if room.known.state.phase is Phase.WAITING}
        sets = {room.known.learning_set for room in live}
        roll = await self.run(rooms.roll, sessions, sets, waiting)
        for room in live:
            roles = roll.roles[room.known.learning_set]
            room.coach_for(roll.coached[room.known.learning_set])
            for onlooker in set(room.onlookers):
                if onlooker.session in sessions:
                    _judge(onlooker, roll, roles.keys())
            if _has_other_seats(room, roles) or _others_are_away(room, roll):
                await self.run(rooms.reseat, room.id)

    async def _watch_holders(self) -> None:
        """Hold the clock for an issue holder who has lost the line, and let it go when they are back."""
        _ask_for(self._holders.look(self.rooms.values(), clock.ticks()))

    async def _move_on(self) -> None:
        """Leave the stages that end by themselves when their time is over."""
        _ask_for(moving_on.due(self.rooms.values(), clock.now_ms()))

    async def _stay_signed_in(self) -> None:
        here = [one.session for room in self.rooms.values() for one in room.onlookers if one.is_here]
        if here:
            await self.run(rooms.stay_signed_in, set(here))

    def _see_who_is_here(self, room: LiveRoom) -> None:
        now = clock.ticks()
        if room.presence.everybody(now) != room.moment.present:
            room.refresh()
        own = room.presence.own(now)
        if listening.has_bus() and own != self._own_told.get(room.id):
            self._own_told[room.id] = own
            self._send_out(self._tell([nudges.present(room.id, own)]))

    async def _tell_all(self) -> None:
        now = clock.ticks()
        await self._tell([nudges.present(room.id, room.presence.own(now)) for room in self.rooms.values()])

    async def _tell(self, messages: list[str]) -> None:
        if messages and listening.has_bus():
            await self.run(nudges.notify, messages)
            await self.run(nudges.publish, messages)

    def _send_out(self, errand: Awaitable[None]) -> None:
        """Something to be done meanwhile. What goes wrong there is logged."""
        if self._loop is None:
            return
        task = self._loop.create_task(quietly(errand))
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)


def _keep_hidden(room: LiveRoom) -> None:
    """Whose page lies in the background is here, though browsers let it say so only once a minute."""
    now = clock.ticks()
    for one in room.onlookers:
        if one.is_here and one.is_hidden and now - one.heard_at < HIDDEN_SECONDS:
            room.presence.here(one.person, now)


def _ask_for(wishes: Iterable[Wanted]) -> None:
    """Something that the room itself asks for; the answer is seen in the room."""
    for wanted in wishes:
        call = Call(THE_ROOM, str(wanted.id), wanted.command)
        writer.submit(wanted.room, call, command_id=wanted.id)


def _judge(onlooker: Onlooker, roll: rooms.Roll, members: Iterable[str]) -> None:
    if roll.signed_in.get(onlooker.session) != onlooker.person:
        onlooker.close(SIGNED_OUT, "signed_out")
    elif onlooker.person not in members:
        onlooker.close(TAKEN_AWAY, "not_in_set")


def _has_other_seats(room: LiveRoom, roles: Mapping[str, str]) -> bool:
    state = room.known.state
    return state.phase is not Phase.CLOSED and {s.person: s.role.value for s in state.seats} != roles


def _others_are_away(room: LiveRoom, roll: rooms.Roll) -> bool:
    away = room.known.state.setup.away
    return room.known.state.phase is Phase.WAITING and roll.away.get(room.id, away) != away


hub = Hub()
