"""Sets are formed in a process of their own, so that no live room waits: an instance in, an answer out.

`python -m setspace.hosts.solver` reads als-forming/1 with a number of seconds, and writes the best answer.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from setspace.core.forming.explaining import bound_in_words
from setspace.core.forming.impossible import clash_in
from setspace.core.forming.model import Answer, FormedSet, Instance
from setspace.core.forming.plain import plain, plain_instance
from setspace.core.forming.reading import instance_of
from setspace.lib.clock import ticks

FOR_STARTING = 20.0  # seconds in which a slow machine has brought in what solves


class TookTooLong(Exception):
    """Nothing came in time."""


@dataclass(frozen=True, slots=True)
class Solved:
    """The best answer, and how good it is; or in words what clashes, where no set can be formed."""

    answer: Answer
    told: str
    clash: tuple[str, ...] = ()


def solved(instance: Instance, seconds: float) -> Answer:
    """The best answer that another process found within so many seconds of work."""
    return solved_and_told(instance, seconds).answer


def solved_and_told(instance: Instance, seconds: float) -> Solved:
    found = _apart({"instance": plain_instance(instance), "seconds": seconds}, seconds)
    sets = [
        FormedSet(one["id"], one["slot"], one["facilitator"], one["language"], tuple(one["members"]))
        for one in found["sets"]
    ]
    return Solved(Answer(tuple(sets), tuple(found["waiting"])), found["told"])


def clash_of(instance: Instance) -> tuple[str, ...]:
    """Why no set can be formed, and what would help most. People are called as the instance calls them."""
    return tuple(_apart({"instance": plain_instance(instance)}, 0.0)["clash"])


def _apart(given: dict[str, Any], seconds: float) -> dict[str, Any]:
    """What the other process says."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "setspace.hosts.solver"],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds + FOR_STARTING,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise TookTooLong from None  # what it was given stays out of every log
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    given = json.load(sys.stdin)
    instance = instance_of(given["instance"])
    found = _solved(instance, given["seconds"]) if "seconds" in given else {"clash": clash_in(instance)}
    json.dump(found, sys.stdout)


def _solved(instance: Instance, seconds: float) -> dict[str, Any]:
    from setspace.core.forming.solving import formed  # noqa: PLC0415  slow to bring in, and only here

    best = formed(instance, 0, seconds, ticks, lambda _better: None)
    return {**plain(best.answer), "told": bound_in_words(best.objective, best.bound)}


if __name__ == "__main__":
    main()
