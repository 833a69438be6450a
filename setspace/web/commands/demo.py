"""`setspace demo`: an invented set, one session of it going on, and links to sit in it."""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings

from setspace.lib import clock
from setspace.web import readiness, schema, serving
from setspace.web.commands.ground import Told
from setspace.web.commands.serve import port_of
from setspace.web.demo.living import Living
from setspace.web.demo.seeding import Demo, hasty, seeded
from setspace.web.demo.views import entry_link
from setspace.web.worker import Worker

MARK = "this-is-a-demo"
DATABASES = ("setspace.sqlite3", "keys.sqlite3")
FAILED = 1


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--fresh", action="store_true", help="begin anew, as the demo always does")


def run(args: Namespace) -> int:
    port = port_of(None)
    if not serving.is_free(port):
        raise Told(f"Something else listens on port {port}. Choose another one, such as PORT={port + 1000}.")
    if wrong := readiness.static_trouble():
        raise Told(wrong)
    _empty(Path(settings.DATA))
    with serving.marked_as_serving():
        return _run()


def _run() -> int:
    port = port_of(None)
    with hasty():
        _tell("Preparing the databases")
        schema.migrate()
        _tell("Playing two sets up to today, one of them in the middle of a session")
        demo = seeded(clock.now)
    readiness.collect_static()
    worker, living = Worker(), Living(demo)

    def begun() -> None:
        worker.start()
        living.start()
        print(_links(demo), flush=True)

    def ending() -> None:
        living.stop()
        worker.stop()

    return 0 if serving.serve(port, begun, ending) else FAILED


def _empty(folder: Path) -> None:
    """Make room for a new demo. Nothing that was not a demo is ever removed."""
    mark = folder / MARK
    if not mark.exists() and any((folder / name).exists() for name in DATABASES):
        raise Told(f"There is something in {folder} that is not a demo. Set SETSPACE_DATA to another folder.")
    if serving.is_serving():
        raise Told("This demo runs already. End it first, or set SETSPACE_DATA to another folder.")
    for name in DATABASES:
        for path in folder.glob(f"{name}*"):
            path.unlink()
    shutil.rmtree(folder / "mailbox", ignore_errors=True)
    mark.touch()


def _links(demo: Demo) -> str:
    facilitator, member = demo.founded.facilitator, demo.member
    running, recruiting = demo.organisers
    rows = [
        ("Facilitate", f"{facilitator.name}, in the live session", entry_link(facilitator)),
        ("Take part", f"{member.name}, in the live session", entry_link(member)),
        ("Organise", f"{running.name}, of a programme with two sets", entry_link(running)),
        ("Recruit", f"{recruiting.name}, of a programme that people apply to", entry_link(recruiting)),
        ("Read the mail", "of everybody", f"{settings.ORIGIN}/mailbox/"),
    ]
    lines = [f"{what}: {who}\n    {link}\n" for what, who, link in rows]
    return "\n".join(
        [
            "",
            "Setspace, the demo. Everybody here is invented; open a link to be one of them.",
            "",
            *lines,
            "Open each in a browser of its own, or in a private window. Ctrl+C ends the demo.",
        ]
    )


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
