"""`setspace serve`: pages, live rooms and the worker, in one process."""

from argparse import ArgumentParser, Namespace

from django.conf import settings

from setspace.lib import env
from setspace.web import readiness, schema, serving
from setspace.web.commands.ground import Told
from setspace.web.worker import Worker

FAILED = 1


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", metavar="N", help="where to listen on 127.0.0.1 (default: PORT, or 8000)")
    parser.add_argument(
        "--no-worker", action="store_true", help="leave the work by the clock to `setspace worker`"
    )


def run(args: Namespace) -> int:
    port = port_of(args.port)
    _prepare()
    if not serving.is_free(port):
        raise Told(f"Something else listens on port {port}. Choose another one, such as PORT={port + 1000}.")
    worker = Worker(() if args.no_worker else None)
    with serving.marked_as_serving():
        began = serving.serve(port, lambda: _begun(port, worker), worker.stop)
    return 0 if began else FAILED


def port_of(given: str | None) -> int:
    words = given or env.text("PORT", "8000")
    if not words.isdecimal() or not words.isascii() or not 0 < int(words) < 65_536:
        raise Told("The port must be a whole number from 1 to 65535, such as 8000.")
    return int(words)


def _prepare() -> None:
    """Databases, keys and static files, or the sentence that says what is missing."""
    if wrong := readiness.database_trouble() or readiness.development_keys() or schema.newer():
        raise Told(wrong)
    if schema.is_behind():
        print(f"Preparing the databases: {schema.migrate()} steps", flush=True)
    if wrong := readiness.trouble() or readiness.static_trouble():
        raise Told(wrong)
    readiness.collect_static()


def _begun(port: int, worker: Worker) -> None:
    worker.start()
    print(f"Setspace serves on http://127.0.0.1:{port}", flush=True)
    if settings.MAIL_URL == "mailbox:":
        print(
            f"No mail server is set. Letters, and codes to sign in, are files in {settings.MAILBOX_DIR}",
            flush=True,
        )
