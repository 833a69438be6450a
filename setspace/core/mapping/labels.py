"""How large somebody is drawn: a box with a name in it, shorter words on a crowded map, or a number."""

from dataclasses import dataclass
from typing import NamedTuple

from setspace.core.mapping.model import Node

MANY = 16  # from here on boxes hold one short line
LETTERS, FEW_LETTERS, SUB_LETTERS = 22, 15, 26
DISC = 28  # a number's width and height
LARGE, SMALL, SUB = 15.0, 13.0, 13.5  # sizes of type
AIR, LINE = 14, 19

_NARROW, _WIDE = frozenset("iljtfrI1.,:;'’()[]| -"), frozenset("mwMWQO@%&—")


class Size(NamedTuple):
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Label:
    lines: tuple[str, ...]
    sub: str
    size: Size


def label(node: Node, n_nodes: int) -> Label:
    """What stands in the box of somebody on a map of so many."""
    if n_nodes > MANY:
        line = cut(node.name, FEW_LETTERS)
        return Label((line,), "", Size(round(width(line, SMALL) + AIR + 4), 28))
    lines = _wrapped(node.name)
    sub = cut(node.few_words, SUB_LETTERS)
    widest = max(*(width(line, LARGE) for line in lines), width(sub, SUB))
    height = 36 + LINE * (len(lines) - 1) + (16 if sub else 0)
    return Label(lines, sub, Size(round(widest + 2 * AIR), height))


def width(text: str, size: float) -> float:
    """About as wide as this is set; a little more rather than less."""
    return sum(_letter(letter) for letter in text) * size


def cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    head = text[: most - 1]
    at = head.rfind(" ")
    return (head[:at] if at > most // 2 else head).rstrip(" ,;:.-") + "…"


def _wrapped(name: str) -> tuple[str, ...]:
    """In one line, or in two at a space."""
    if len(name) <= LETTERS:
        return (name,)
    at = name.rfind(" ", 0, LETTERS + 1)
    if at <= 0:
        return (cut(name, LETTERS),)
    return (name[:at], cut(name[at + 1 :], LETTERS))


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE:
        return 0.9
    return 0.68 if letter.isupper() else 0.6
