"""The labelled questions, invented for these tests; no session, person or organisation is behind them.

A third is held apart, by a sum of its letters: nobody looks at its questions one by one while phrases are
written.
"""

import json
import zlib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).with_name("labelled.jsonl")
PARTS = 3


class Labelled(NamedTuple):
    """A question with its labels; ``forms`` and ``leading_ok`` are all that count as right."""

    id: str
    text: str
    form: str
    forms: tuple[str, ...]
    leading: bool
    leading_ok: tuple[bool, ...]
    advice: bool
    why_blame: bool
    cues: tuple[dict[str, Any], ...]
    kind: str

    @property
    def is_clean(self) -> bool:
        """Whether it is an open question about which there is nothing to say."""
        return self.form == "open" and not (self.leading or self.advice or self.why_blame)


@cache
def everything() -> tuple[Labelled, ...]:
    with FILE.open(encoding="utf-8") as lines:
        return tuple(_labelled(json.loads(line)) for line in lines)


def seen() -> tuple[Labelled, ...]:
    return tuple(one for one in everything() if not _is_held_apart(one))


def unseen() -> tuple[Labelled, ...]:
    return tuple(one for one in everything() if _is_held_apart(one))


def _is_held_apart(one: Labelled) -> bool:
    return zlib.crc32(one.text.encode()) % PARTS == 0


def _labelled(row: dict[str, Any]) -> Labelled:
    return Labelled(
        row["id"],
        row["text"],
        row["form"],
        tuple(row["form_ok"]),
        row["leading"],
        tuple(row["leading_ok"]),
        row["advice"],
        row["why_blame"],
        tuple(row["cues"]),
        row["kind"],
    )
