"""Programs of .venv, run quietly and ended with all that they started."""

import os
import signal
import subprocess
import tempfile
from pathlib import Path

BIN = Path(__file__).resolve().parent.parent / ".venv" / "bin"
MOST_SECONDS = 1200  # no step takes half as long on two cores; one that hangs says so within CI's time


class Failed(Exception):
    """A step failed; its message is what to print."""


def command(program: str, *arguments: str, place: dict[str, str] | None = None) -> None:
    """Runs it and says nothing unless it fails or hangs; ``place`` is added to its environment.

    What it prints goes to a file: a pipe would be waited for as long as any process that it left behind
    holds the other end.
    """
    with tempfile.TemporaryFile() as printed:
        started = subprocess.Popen(
            [str(BIN / program), *arguments],
            env={**os.environ, **(place or {})},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        ending = _ending(started)
        if ending:
            printed.seek(0)
            said = printed.read().decode(errors="replace")
            raise Failed(f"$ {program} {' '.join(arguments)}\n{said}\n{ending}")


def _ending(started: "subprocess.Popen[bytes]") -> str:
    """Why it ended otherwise than well; nothing, when it did well."""
    try:
        code = started.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return f"It did not end within {MOST_SECONDS} seconds, and was ended."
    finally:
        _end_group(started.pid)
        started.wait()
    return f"It ended with {code}." if code else ""


def _end_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return
