"""Finding words in a text as people look for them: whatever the case, and with or without accents."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

AROUND = 60  # characters before and after what is found


class Piece(NamedTuple):
    text: str
    is_hit: bool


def terms(query: str) -> tuple[str, ...]:
    """The words that are looked for, each once."""
    return tuple(dict.fromkeys(term for word in query.split() if (term := _folded(word)[0])))


def is_found(text: str, wanted: tuple[str, ...]) -> bool:
    """Whether every word that is looked for stands somewhere in the text."""
    folded, _ = _folded(text)
    return bool(wanted) and all(term in folded for term in wanted)


def pieces(text: str, wanted: tuple[str, ...]) -> tuple[Piece, ...]:
    """The text, cut where something is found. Put together again it is the text, letter for letter."""
    return tuple(_cut(text, _hits(text, wanted)))


def excerpt(text: str, wanted: tuple[str, ...], around: int = AROUND) -> tuple[Piece, ...]:
    """The neighbourhood of what is found first."""
    hits = _hits(text, wanted)
    first, last = hits[0] if hits else (0, 0)
    start, end = _word_start(text, max(0, first - around)), min(len(text), last + around)
    shown = pieces(text[start:end].strip(), wanted)
    before = (Piece("… ", is_hit=False),) if start > 0 else ()
    after = (Piece(" …", is_hit=False),) if end < len(text) else ()
    return (*before, *shown, *after)


def _hits(text: str, wanted: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where something is found, in order and without overlap."""
    folded, came_from = _folded(text)
    found = sorted(
        (came_from[at], came_from[at + len(term) - 1] + 1) for term in wanted for at in _places(folded, term)
    )
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _places(folded: str, term: str) -> Iterator[int]:
    at = folded.find(term)
    while term and at >= 0:
        yield at
        at = folded.find(term, at + 1)


def _cut(text: str, hits: list[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for start, end in hits:
        if start > at:
            yield Piece(text[at:start], is_hit=False)
        yield Piece(text[start:end], is_hit=True)
        at = end
    if at < len(text):
        yield Piece(text[at:], is_hit=False)


def _word_start(text: str, at: int) -> int:
    """The beginning of the next word, where that is near."""
    gap = text.find(" ", at, at + 15) if at else -1
    return gap + 1 if gap >= 0 else at


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without case and accents, and for each of its letters where it came from."""
    letters: list[str] = []
    came_from: list[int] = []
    for place, character in enumerate(text):
        bare = [
            one
            for one in unicodedata.normalize("NFD", character.casefold())
            if not unicodedata.combining(one)
        ]
        letters += bare
        came_from += [place] * len(bare)
    return "".join(letters), came_from
