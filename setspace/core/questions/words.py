"""A text as words in sentences, each word with its place in the text."""

import re
from collections.abc import Mapping
from typing import NamedTuple

Spelling = Mapping[str, tuple[str, ...]]

# One pass from left to right: no part of it can match the same letters in two ways.
_PIECES = re.compile(r"[^\W_]+(?:['’ʼ`´‘-][^\W_]+)*|[?？!.…\n]+|[,;:()–—-]")
_APOSTROPHES = str.maketrans("’ʼ`´‘", "'''''")
_TAILS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "s": "'s", "d": "'d"}
_ENDS = frozenset("?？!.…\n")
_SHORTENED = frozenset({"dr", "mr", "mrs", "ms", "st", "eg", "ie", "etc", "vs", "prof", "approx"})


class Sentence(NamedTuple):
    """Words as they are read, with where each begins and ends in the text; marks like commas are words.

    ``end`` is how it ended: "?", "!", "." or "" where nothing was typed.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    end: str

    @property
    def is_asked(self) -> bool:
        return self.end == "?"


def sentences(text: str, spelling: Spelling) -> list[Sentence]:
    """The sentences of a text, in order. Takes any text; the work grows as its length does."""
    found: list[Sentence] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in _PIECES.finditer(text):
        typed = piece[0]
        if typed[0] not in _ENDS:
            for word, begins, stops in _read(typed, piece.start(), spelling):
                words.append(word)
                starts.append(begins)
                ends.append(stops)
        elif words and _is_end(typed, words[-1], text, piece.end()):
            found.append(Sentence(words, starts, ends, _end(typed)))
            words, starts, ends = [], [], []
    if words:
        found.append(Sentence(words, starts, ends, ""))
    return found


def split(word: str, spelling: Spelling) -> list[str]:
    """The words that one typed word is read as: "don't" is two."""
    return [part for part, _, _ in _read(word, 0, spelling)]


def _read(typed: str, start: int, spelling: Spelling) -> list[tuple[str, int, int]]:
    word = typed.lower()
    stop = start + len(typed)
    if word not in spelling and word.isascii() and word.isalpha():
        return [(word, start, stop)]
    word = word.translate(_APOSTROPHES)
    if "-" in word:
        head, _, last = word.rpartition("-")
        if head and last.startswith(head):
            return _read(typed[len(head) + 1 :], start + len(head) + 1, spelling)
    known = spelling.get(word)
    if known is not None:
        if len(known) == 2 and word.startswith(known[0]):
            middle = start + len(known[0])
            return [(known[0], start, middle), (known[1], middle, stop)]
        return [(part, start, stop) for part in known]
    if "'" in word:
        base, _, tail = word.rpartition("'")
        if tail in _TAILS and base:
            middle = min(start + len(base), stop)
            read = spelling.get(base, (base,))[0]
            return [(read, start, middle), (_TAILS[tail], middle, stop)]
    return [(word, start, stop)]


def _is_end(typed: str, before: str, text: str, stop: int) -> bool:
    """Whether a sentence ends here; not in "3.5", "Dr. Shah" or a domain name."""
    if typed != ".":
        return True
    follows = text[stop : stop + 1]
    return not (follows.isalnum() or before in _SHORTENED or (len(before) == 1 and before not in "aiur"))


def _end(typed: str) -> str:
    if "?" in typed or "？" in typed:
        return "?"
    return "!" if "!" in typed else "" if typed[0] == "\n" else "."
