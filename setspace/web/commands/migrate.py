"""`setspace migrate`: bring both databases to this version."""

from argparse import ArgumentParser, Namespace

from setspace.lib import words
from setspace.web import readiness, schema
from setspace.web.commands.ground import Told


def arguments(parser: ArgumentParser) -> None:
    """There is nothing to choose."""


def run(args: Namespace) -> int:
    if wrong := readiness.database_trouble() or schema.newer():
        raise Told(wrong)
    n_ran = schema.migrate()
    print(f"{words.counted(n_ran, 'step', 'steps').capitalize()} taken." if n_ran else "Nothing to do.")
    return 0
