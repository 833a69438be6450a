"""The `setspace` command. Each subcommand is a module in `commands`, brought in only when it is asked for."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from typing import NoReturn

from setspace import __version__
from setspace.web.commands import ground
from setspace.web.commands.ground import Ground, Told

WELL, WRONG = 0, 2
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Entry:
    says: str
    ground: Ground = Ground.INSTALLATION


ENTRIES = {
    "formats": Entry("List the rounds and session plans, with their minutes", Ground.NONE),
    "plan": Entry("Print a session's timetable", Ground.NONE),
    "schedule": Entry("Lay out the dates of a programme, and say what clashes", Ground.NONE),
    "form": Entry("Form sets from people and rules, as good as can be proven, and say why", Ground.NONE),
    "coach": Entry("Say of questions whether they are open, lead, advise or blame", Ground.NONE),
    "rehearse": Entry("Play a whole session with simulated people, and say what happened", Ground.REHEARSAL),
    "demo": Entry("Open a demo with an invented set in the middle of a session", Ground.DEMO),
    "serve": Entry("Serve the site, with the worker inside"),
    "worker": Entry("Do what is due by the clock: mail, reminders, forgotten rooms"),
    "migrate": Entry("Bring both databases to this version"),
    "backup": Entry("Back up the content and the keys, apart"),
    "restore": Entry("Bring back a backup"),
    "health": Entry("Say whether everything is well"),
}


class Parser(ArgumentParser):
    """Says what is wrong in one sentence, without the usage around it."""

    def error(self, message: str) -> NoReturn:
        raise Told(f"{message[:1].upper()}{message[1:]}. {self.prog} --help says what there is.")


def main(arguments: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(words)
    except Told as told:
        print(told, file=sys.stderr)
        return told.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read this has gone, as `head` does. Python would complain once more while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL


def _run(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        print(_overview())
        return WELL if words else WRONG
    if words[0] in ("-V", "--version"):
        print(f"setspace {__version__}")
        return WELL
    name, *rest = words
    entry = ENTRIES.get(name)
    if entry is None:
        raise Told(_unknown(name))
    ground.prepare(entry.ground, rest)
    command = import_module(f"setspace.web.commands.{name}")
    parser = Parser(prog=f"setspace {name}", description=f"{entry.says}.")
    command.arguments(parser)
    code: int = command.run(parser.parse_args(rest))
    return code


def _overview() -> str:
    lines = [f"  {name:<10}{entry.says}" for name, entry in ENTRIES.items()]
    return "\n".join(
        ["setspace: a space for action learning sets", "", *lines, "", "setspace COMMAND --help says more."]
    )


def _unknown(name: str) -> str:
    near = get_close_matches(name, ENTRIES, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Choose one of: {', '.join(ENTRIES)}."
    return f"There is no command called {name}. {hint}"


if __name__ == "__main__":
    sys.exit(main())
