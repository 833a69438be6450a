"""Sets are formed in a process of their own, so that no live room waits: an instance in, an answer out.

`python -m setspace.hosts.solver` reads als-forming/1 with a number of seconds, and writes the best answer.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from setspace.core.forming.model import Answer, FormedSet, Instance
from setspace.core.forming.plain import plain, plain_instance
from setspace.core.forming.reading import instance_of
from setspace.lib.clock import ticks

FOR_STARTING = 20.0  # seconds in which a slow machine has brought in what solves


class TookTooLong(Exception):
    """Nothing came in time."""


def solved(instance: Instance, seconds: float) -> Answer:
    """The best answer that another process found within so many seconds of work."""
    given = json.dumps({"instance": plain_instance(instance), "seconds": seconds})
    try:
        done = subprocess.run(
            [sys.executable, "-m", "setspace.hosts.solver"],
            input=given,
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
    found = json.loads(done.stdout)
    sets = [
        FormedSet(one["id"], one["slot"], one["facilitator"], one["language"], tuple(one["members"]))
        for one in found["sets"]
    ]
    return Answer(tuple(sets), tuple(found["waiting"]))


def main() -> None:
    from setspace.core.forming.solving import formed  # noqa: PLC0415  slow to bring in, and only here

    given = json.load(sys.stdin)
    best = formed(instance_of(given["instance"]), 0, given["seconds"], ticks, lambda _better: None)
    json.dump(plain(best.answer), sys.stdout)


if __name__ == "__main__":
    main()
