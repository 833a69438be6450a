"""What is answered to a text that somebody is typing. It is read in memory, and neither logged nor kept."""

import logging
import re
from collections.abc import Mapping
from typing import Any

from setspace.core.questions.language import Kind
from setspace.core.questions.reading import Form, Reading, read
from setspace.core.questions.stages import EXPLORING
from setspace.core.questions.starts import start_of

MOST_LETTERS = 10_000
LETTERS_AT_ONCE = 1_000  # a longer text uses up as much of the allowance as several
ENDINGS = ("?", ".", "!", "…")
# While a sentence is half typed these two may only seem so.
EARLY = frozenset({Kind.CLOSED, Kind.STATEMENT})
HALVES = re.compile("[\ud800-\udfff]")  # of a surrogate pair: no socket takes one alone

logger = logging.getLogger("setspace.room")


def reply(message: Mapping[str, Any], stage: str) -> dict[str, Any]:
    """The answer to {"t": "read", "n", "text"}: ``n`` comes back, with the cue for this stage or none.

    ``stage`` is empty where the coach is off; then nothing is read. Spans count code points. ``is_early``
    marks a cue that may only seem so while the sentence is half typed. Whatever the message holds, there is
    an answer.
    """
    n, text = message.get("n"), message.get("text")
    answer = {"t": "reading", "n": n if type(n) is int and abs(n) < 2**53 else 0}
    if not stage or not isinstance(text, str) or not text.strip() or len(text) > MOST_LETTERS:
        return {**answer, "cue": None, "stems": [], "is_open": False}
    return {**answer, **_told(HALVES.sub("\ufffd", text), stage)}


def weight(message: Mapping[str, Any]) -> int:
    """How much of the allowance a message uses up."""
    text = message.get("text")
    return 1 + (len(text) // LETTERS_AT_ONCE if isinstance(text, str) else 0)


def _told(text: str, stage: str) -> dict[str, Any]:
    try:
        found = read(text, stage)
    except Exception as error:  # noqa: BLE001  nobody may lose the room over a text
        logger.error("The question coach fell over a text (%s)", type(error).__name__)
        return {"cue": None, "stems": [], "is_open": False}
    has_ended = text.rstrip().endswith(ENDINGS)
    cue = found.cue and {**found.cue._asdict(), "is_early": found.cue.kind in EARLY and not has_ended}
    stems = [{"words": stem, "start": start_of(stem)} for stem in found.stems]
    return {"cue": cue, "stems": stems, "is_open": has_ended and _is_open(found, stage)}


def _is_open(found: Reading, stage: str) -> bool:
    """Whether it is worth saying that a whole question is open: it is, and open ones are wanted now."""
    return found.form is Form.OPEN and not found.spans and stage in EXPLORING
