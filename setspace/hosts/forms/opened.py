"""What a page was opened with: of a page that has become old, only what was changed on it counts."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

FIELD = "opened"
ENOUGH = 16  # characters of a digest: it tells two answers apart, and hides nothing from anybody


def as_opened(answers: Mapping[str, Any], names: Iterable[str]) -> str:
    """One word for each answer, without its words: it goes into the page, and comes back with it."""
    return " ".join(f"{name}:{_digest(answers.get(name))}" for name in names)


def changed(opened: str, answers: Mapping[str, Any], names: Iterable[str]) -> set[str]:
    """The names of answers that are not as they were. Of a page that does not say, all are taken."""
    before = dict(word.split(":", 1) for word in opened.split() if ":" in word)
    return {name for name in names if before.get(name) != _digest(answers.get(name))}


def _digest(answer: Any) -> str:
    several = answer if isinstance(answer, list | tuple) else [answer]
    plain = sorted("\n".join(str(one).split("\r\n")).strip() for one in several if one not in (None, ""))
    return sha256("\0".join(one for one in plain if one).encode()).hexdigest()[:ENOUGH]
