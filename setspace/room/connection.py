"""What goes out to one browser: a slow reader gets the newest, never a queue of the old."""

import asyncio
import json
from collections import deque
from typing import Any

from asgiref.typing import ASGISendCallable, WebSocketCloseEvent, WebSocketSendEvent

from setspace.core.process.sight import Region
from setspace.lib import clock
from setspace.room.answers import Ack, Answer, Refusal
from setspace.room.live import LiveRoom, Moment
from setspace.room.screens import CLOCK, shown_on

MOST_WAITING = 256
SLOW, TAKEN_AWAY, SIGNED_OUT, RESTART = 4408, 4403, 4401, 1012
FAREWELL_SECONDS = 2.0
COMMANDS_A_SECOND = 20.0


class Allowance:
    """Twenty a second: more than anybody's hands can do."""

    def __init__(self) -> None:
        self._left, self._filled_at = COMMANDS_A_SECOND, clock.ticks()

    def take(self, weight: int = 1) -> bool:
        now = clock.ticks()
        filled = self._left + (now - self._filled_at) * COMMANDS_A_SECOND
        self._left, self._filled_at = min(COMMANDS_A_SECOND, filled), now
        if self._left < weight:
            return False
        self._left -= weight
        return True


class Connection:
    def __init__(
        self, person: str, session: str, room: LiveRoom, send: ASGISendCallable, page: str = ""
    ) -> None:
        self.person = person
        self.session = session
        self.room = room
        self.page = page
        self.is_here = self.counts
        self.is_hidden = False  # the page lies in the background
        self.heard_at = clock.ticks()
        self.ending = asyncio.Event()
        self._send = send
        self._wake = asyncio.Event()
        self._waiting: deque[str] = deque()
        self._moment: Moment | None = None
        self._shown: dict[str, Region] = {}
        self._number = 0
        self._end = (1000, "")
        self.asks, self.signs, self.reads = Allowance(), Allowance(), Allowance()

    @property
    def counts(self) -> bool:
        """Whether somebody is in the room by having this page open; a big clock runs by itself."""
        return self.page != CLOCK

    def show(self, moment: Moment) -> None:
        """There is something newer to see. What was not sent yet is never sent."""
        self._moment = moment
        self._wake.set()

    def answer(self, command_id: str, answer: Answer) -> None:
        if isinstance(answer, Ack):
            self.say({"t": "ack", "id": command_id, "number": answer.number})
        else:
            self.refuse(command_id, answer)

    def refuse(self, command_id: str, refusal: Refusal) -> None:
        self.say({"t": "refused", "id": command_id, "reason": refusal.reason, "words": refusal.words})

    def say(self, message: dict[str, Any]) -> None:
        if len(self._waiting) >= MOST_WAITING:
            self.close(SLOW, "slow")
            return
        self._waiting.append(_text(message))
        self._wake.set()

    def close(self, code: int, why: str) -> None:
        """Say why, and close. What was answered goes out before, except to a reader who takes nothing."""
        if code == SLOW:
            self._waiting.clear()
        if not self.ending.is_set():
            self._end = (code, why)
            self.ending.set()
            self._wake.set()

    async def pump(self) -> None:
        """Send what there is, until the end."""
        while not self.ending.is_set():
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                await self._say_now(self._waiting.popleft())
            if not self.ending.is_set() and (view := self._news()):
                await self._say_now(view)
        code, why = self._end
        await self._say_now(_text({"t": "gone", "why": why}))
        await self._send(WebSocketCloseEvent(type="websocket.close", code=code, reason=None))

    def _news(self) -> str:
        """The regions that differ from what this browser was sent. A new number is told even without any."""
        moment, self._moment = self._moment, None
        if moment is None:
            return ""
        view = shown_on(self.page, moment.view(self.person))
        changed = {name: value for name, value in view.items() if self._shown.get(name) != value}
        if not changed and moment.known.number == self._number:
            return ""
        self._shown, self._number = view, moment.known.number
        return _text(
            {
                "t": "view",
                "number": moment.known.number,
                "now": self.room.pace.now_ms(),
                "rate": self.room.pace.rate,
                "regions": self.room.drawn(changed),
            }
        )

    async def _say_now(self, text: str) -> None:
        await self._send(WebSocketSendEvent(type="websocket.send", bytes=None, text=text))


def _text(message: dict[str, Any]) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))
