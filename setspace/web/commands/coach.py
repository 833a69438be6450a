"""`setspace coach`: what the question coach makes of many questions, as data in and data out.

Each line in is `{"id", "text", "stage"?}`; each line out has the form, the three flags, the spans and the
stems. Where a stage is given, what the coach keeps to itself there has no span and no stems.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from setspace.core.questions.reading import read
from setspace.core.questions.stages import hushed
from setspace.web.commands.ground import Told

WELL, SOME_LINES_WRONG = 0, 1


class Wrong(Exception):
    """A line that cannot be read, and the sentence that says why."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help='questions as JSON lines, {"id", "text", "stage"}; the stage may be left out. '
        "Without a file, what comes on standard input",
    )


def run(args: Namespace) -> int:
    code = WELL
    with _opened(args.file) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                print(json.dumps(answer(*asked(line))))
            except Wrong as wrong:
                print(f"Line {number} is left out: {wrong}", file=sys.stderr)
                code = SOME_LINES_WRONG
    return code


def asked(line: bytes) -> tuple[str | int, str, str]:
    """The id, the text and the stage of a line; the stage is empty where none is given."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise Wrong("it is not JSON in UTF-8.") from None
    if not isinstance(given, dict):
        raise Wrong('it must be an object, such as {"id": "1", "text": "What matters most?"}.')
    key, text, stage = given.get("id"), given.get("text"), given.get("stage")
    if isinstance(key, bool) or not isinstance(key, str | int):
        raise Wrong('its "id" must be a text or a whole number.')
    if not isinstance(text, str):
        raise Wrong('its "text" must be the question, as text.')
    if not isinstance(stage, str | None):
        raise Wrong('its "stage" must be the key of a stage, such as "facts".')
    return key, text, stage or ""


def answer(key: str | int, text: str, stage: str) -> dict[str, Any]:
    """What the coach makes of one question, as plain values."""
    reading = read(text, stage)
    quiet = hushed(stage)
    return {
        "id": key,
        "form": reading.form.value,
        "leading": bool(reading.leading),
        "advice": bool(reading.advice),
        "why_blame": bool(reading.why_blame),
        "spans": [
            {"start": span.start, "end": span.end, "type": span.kind.value}
            for span in reading.spans
            if span.kind not in quiet
        ],
        "stems": list(reading.stems),
    }


@contextmanager
def _opened(file: str | None) -> Iterator[Iterable[bytes]]:
    if file is None:
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as opened:
            yield opened
    except OSError as wrong:
        raise Told(f"{file} cannot be read: {wrong.strerror}.") from None
