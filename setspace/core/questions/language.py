"""What a language must bring so that its questions can be read: phrases, words, and what is said."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What may be noticed about a question, the weightiest first."""

    ADVICE = "advice"
    LEADING = "leading"
    STACKED = "stacked"
    WHY_BLAME = "why_blame"
    CLOSED = "closed"
    STATEMENT = "statement"


class Place(StrEnum):
    """Where in a text a phrase is looked for."""

    OPENING = "opening"  # where a clause begins, asked or not
    IMPERATIVE = "imperative"  # where a sentence begins that asks nothing
    STATED = "stated"  # where a clause begins that asks nothing
    ASKED = "asked"  # anywhere in a sentence that asks


class Stems(NamedTuple):
    """Two ways to open a question: one near its words, one wide. ``{person}`` carries somebody over."""

    near: str
    wide: str


class Family(NamedTuple):
    """Phrases that belong together: they mean the same kind, stand in the same place, open the same way.

    ``phrases`` has one phrase a line, in the notation of `phrases.py`. ``name`` is for reviewers and tests.
    """

    name: str
    kind: Kind
    place: Place
    stems: Stems
    phrases: str


class Language(NamedTuple):
    """All that is known of one language.

    ``kinds_of_word`` are what phrases name in capitals, ``spelling`` how what people type is read. The
    language is known by ``common`` words and the absence of ``foreign`` ones. ``grammar`` has blocks of
    phrases, one a line. ``carrying`` puts a person into a stem; ``letters`` are the first and the last of the
    script.
    """

    code: str
    kinds_of_word: dict[str, frozenset[str]]
    spelling: dict[str, tuple[str, ...]]
    common: frozenset[str]
    foreign: frozenset[str]
    families: tuple[Family, ...]
    grammar: dict[str, str]
    carrying: str
    letters: tuple[str, str]
    says: dict[Kind, str]
    stems: dict[str, Stems]

    def writes(self, letter: str) -> bool:
        """Whether the language is written with this letter; digits and marks are everybody's."""
        return not letter.isalpha() or self.letters[0] <= letter <= self.letters[1]
