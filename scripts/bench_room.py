"""`make bench-room`: how much one process of live rooms carries, in this machine's own words.

Two things are measured in one run. The write path: commands a second through the group-committing writer, and
the same commands committed one by one, so that the ratio says what grouping is worth. The whole room: people
connected over real sockets, each with one command on its way, and what reaches them.
"""

import argparse
import asyncio
import json
import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

if TYPE_CHECKING:
    from setspace.core.process.commands import Call
    from tests.room.world import Tuesday

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
BREATH = 0.06  # seconds: fewer than the twenty commands a second that a line may ask
PEOPLE = ("ade", "mei", "tom", "ines", "sam")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--rooms", type=int, default=20)
    asked.add_argument("--commands", type=int, default=2_000, help="in the write path")
    asked.add_argument("--seconds", type=float, default=8.0, help="over the sockets")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="setspace-bench-", dir=ROOT / "build") as folder:
        _set_up(Path(folder))
        rooms = _made(given.rooms)
        figures = _write_path(rooms, given.commands) | _sockets(rooms, given.seconds)
    print(json.dumps(figures, indent=2) if given.json else _told(figures))


def _set_up(folder: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SETSPACE_")}
    os.environ.clear()
    os.environ.update(kept, SETSPACE_DATA=str(folder), SETSPACE_LOG="ERROR")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.room.settings"
    os.environ["SETSPACE_URL"] = "http://localhost:8000"
    import django  # noqa: PLC0415  the environment comes first

    django.setup()
    logging.disable(logging.INFO)
    from django.core.management import call_command  # noqa: PLC0415  the same

    for database in ("default", "keys"):
        call_command("migrate", database=database, verbosity=0)


def _made(n_rooms: int) -> "list[Tuesday]":
    from tests.room.world import new_tuesday  # noqa: PLC0415  needs the settings

    return [new_tuesday(name=f"Set {number}").started() for number in range(n_rooms)]


def _write_path(rooms: "list[Tuesday]", n_commands: int) -> dict[str, float]:
    """Everything is asked at once; the writer groups what waits. Then the same, one transaction each."""
    from setspace.room import batch  # noqa: PLC0415  needs the settings
    from setspace.room.answers import Ack, Ask  # noqa: PLC0415  the same
    from setspace.room.writer import writer  # noqa: PLC0415  the same

    def asks(count: int) -> list[Ask]:
        calls = [_check_in(rooms[number % len(rooms)], number) for number in range(count)]
        return [Ask(room, call, UUID(call.id)) for room, call in calls]

    began = time.perf_counter()
    futures = [writer.submit(ask.room, ask.call) for ask in asks(n_commands)]
    assert all(isinstance(future.result(120), Ack) for future in futures)
    grouped = n_commands / (time.perf_counter() - began)
    commits = writer.figures()
    writer.stop()
    few = asks(max(100, n_commands // 10))
    began = time.perf_counter()
    for ask in few:
        batch.commit([ask])
    single = len(few) / (time.perf_counter() - began)
    return {
        "grouped_commands_per_second": round(grouped),
        "single_commands_per_second": round(single),
        "ratio": round(grouped / single, 1),
        "commit_p50_ms": commits.percentile(0.5),
        "commit_p99_ms": commits.percentile(0.99),
    }


def _check_in(tuesday: "Tuesday", number: int) -> "tuple[UUID, Call]":
    from setspace.core.process.commands import Call, CheckIn  # noqa: PLC0415  needs the settings

    person = getattr(tuesday, PEOPLE[number % len(PEOPLE)])
    return tuesday.room, Call(str(person.pk), str(uuid4()), CheckIn(f"word {number}"))


def _sockets(rooms: "list[Tuesday]", seconds: float) -> dict[str, float]:
    from tests.room.serving import Server  # noqa: PLC0415  needs the settings
    from tests.room.world import session_of, signed_in  # noqa: PLC0415  the same

    server = Server().start()
    lines = [
        (tuesday.room, session_of(signed_in(getattr(tuesday, name)))) for tuesday in rooms for name in PEOPLE
    ]
    result: list[dict[str, float]] = []
    crowd = threading.Thread(
        target=lambda: result.append(asyncio.run(_crowd(server.port, lines, seconds))), daemon=True
    )
    crowd.start()
    crowd.join()
    server.stop()
    return result[0]


async def _crowd(port: int, lines: list[tuple[UUID, str]], seconds: float) -> dict[str, float]:
    waits: list[float] = []
    views = [0]
    everybody = asyncio.Barrier(len(lines))
    members = [_member(port, line, seconds, everybody, waits, views) for line in lines]
    await asyncio.gather(*members)
    took = seconds
    cuts = quantiles(waits, n=100)
    return {
        "people": len(lines),
        "commands_per_second": round(len(waits) / took),
        "deliveries_per_second": round(views[0] / took),
        "answer_p50_ms": round(median(waits) * 1000, 1),
        "answer_p95_ms": round(cuts[94] * 1000, 1),
        "answer_p99_ms": round(cuts[98] * 1000, 1),
    }


async def _member(
    port: int,
    whose: tuple[UUID, str],
    seconds: float,
    everybody: asyncio.Barrier,
    waits: list[float],
    views: list[int],
) -> None:
    """Somebody who says a word, waits for the answer, breathes, and says another."""
    from websockets.asyncio.client import connect  # noqa: PLC0415  beside the other late imports
    from websockets.typing import Origin  # noqa: PLC0415  the same

    address = f"ws://127.0.0.1:{port}/sessions/{whose[0]}/room/stream"
    cookie = {"Cookie": f"setspace={whose[1]}"}
    origin = Origin("http://localhost:8000")
    async with connect(address, origin=origin, additional_headers=cookie, compression=None) as line:
        await _heard(line.recv, "", views)
        await everybody.wait()
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            await asyncio.sleep(BREATH)
            named, asked_at = str(uuid4()), time.perf_counter()
            await line.send(json.dumps({"id": named, "command": {"kind": "check_in", "words": named[:8]}}))
            await _heard(line.recv, named, views)
            waits.append(time.perf_counter() - asked_at)


async def _heard(recv: Callable[[], Awaitable[str | bytes]], named: str, views: list[int]) -> None:
    while True:
        message = json.loads(await recv())
        views[0] += message["t"] == "view"
        if message.get("id", "") == named:
            return


def _told(figures: dict[str, float]) -> str:
    wide = max(map(len, figures))
    return "\n".join(f"{name.replace('_', ' '):{wide}}  {value:>10}" for name, value in figures.items())


if __name__ == "__main__":
    (ROOT / "build").mkdir(exist_ok=True)
    main()
