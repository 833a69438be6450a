"""`setspace worker`: the work by the clock, alone."""

import signal
from argparse import ArgumentParser, Namespace
from types import FrameType

from setspace.web import readiness, serving
from setspace.web.commands.ground import Told
from setspace.web.worker import Worker

FAILED = 1


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="take every step once, then end")


def run(args: Namespace) -> int:
    if wrong := readiness.trouble():
        raise Told(wrong)
    worker = Worker()
    with serving.marked_as_serving():
        if args.once:
            done = worker.take_steps()
            print("\n".join(f"{name}: {count}" for name, count in done.items()))
            return 0
        _end_on_signals(worker)
        print("Working by the clock. Ctrl+C ends it.", flush=True)
        worker.run()
    return 0


def _end_on_signals(worker: Worker) -> None:
    def end(_number: int, _frame: FrameType | None) -> None:
        worker.stop()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
