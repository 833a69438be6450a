"""Small words: lists of names, and numbers as people say them."""

from collections.abc import Sequence

_TO_SIX = ("none", "one", "two", "three", "four", "five", "six")
NUMBERS = (*_TO_SIX, "seven", "eight", "nine", "ten", "eleven", "twelve")


def listed(names: Sequence[object]) -> str:
    """Amara, Joe and Tom."""
    words = [str(name) for name in names]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def number(n: int) -> str:
    """one, two, … twelve, and figures from there on."""
    return NUMBERS[n] if 0 <= n < len(NUMBERS) else str(n)


def counted(n: int, one: str, many: str) -> str:
    """one question, two questions."""
    return f"{number(n)} {one if n == 1 else many}"
