"""A log says what kind of thing went wrong, and where. It never says a value: a value may be confidential."""

import logging
import traceback
from datetime import UTC, datetime

# Loggers whose own messages are known to hold no values.
OURS = ("setspace", "uvicorn")
FRAMES = 6


class PlaceFormatter(logging.Formatter):
    """Time, level, logger, message; for an exception its type and the places it came through."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        line = f"{at} {record.levelname} {record.name} {_one_line(_message(record))}"
        if record.exc_info and record.exc_info[1] is not None:
            line += f" {_exception(record.exc_info[1])}"
        return line


def _message(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if request is not None:
        match = getattr(request, "resolver_match", None)
        route = match.route if match is not None else "(no such page)"
        return f"{getattr(request, 'method', '?')} {route} {getattr(record, 'status_code', '')}".strip()
    if record.name.split(".")[0] in OURS:
        return record.getMessage()
    # Elsewhere the values stand in the arguments, or somebody has put them into the message already.
    return str(record.msg) if record.args else f"(in {record.module}:{record.lineno})"


def _exception(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    places = " < ".join(f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    chain = error.__cause__ or error.__context__
    behind = f" (after {type(chain).__qualname__})" if chain is not None else ""
    return f"{type(error).__module__}.{type(error).__qualname__}{behind} at {places}"


def _short(filename: str) -> str:
    return "/".join(filename.replace("\\", "/").split("/")[-2:])


def _one_line(words: str) -> str:
    return "".join(character if character.isprintable() else " " for character in words)
