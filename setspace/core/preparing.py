"""What somebody prepares to bring to their set: a few questions, none of which has to be answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the sheet. ``short`` is how it is called where it stands beside others."""

    key: str
    asks: str
    hint: str = ""
    short: str = ""
    rows: int = 3


ISSUE = Asked(
    "issue", "Your issue, in one sentence", "As you would say it to a friend.", "your issue", rows=2
)
# The three that come first; the others are there for whoever would like to go on.
FIRST = (
    Asked("happening", "What is happening?", short="what is happening"),
    Asked("matters", "Why does it matter to you?", short="why it matters"),
    Asked("different", "What would you like to be different?", short="what would be different"),
)
FURTHER = (
    Asked("now", "Why now?", rows=2),
    Asked("others", "Who else cares about it?", rows=2),
    Asked("helps", "Who or what helps?", rows=2),
    Asked("hinders", "Who or what is in the way?", rows=2),
    Asked("steps", "Which first steps come to mind?", rows=2),
    Asked("success", "What would success look like?", rows=2),
    Asked("challenge", "Where would you be willing to be challenged?", rows=2),
)
ASKED = (ISSUE, *FIRST, *FURTHER)


class Wish(StrEnum):
    """Whether somebody would like to bring it this time. They may change it at any moment."""

    OPEN = ""
    BRING = "bring"
    NOT_NOW = "not_now"


# What makes an issue one for a set: three things to ask oneself, and nobody else.
TESTS = {
    "important": "It is important to me",
    "changeable": "It can change",
    "mine": "It is mine to act on",
}
ALIVE = range(1, 6)


@dataclass(frozen=True, slots=True)
class Sheet:
    """``words`` by the key of their question; ``alive`` from 1 to 5, or 0 where nothing was said."""

    words: Mapping[str, str] = field(default_factory=dict)
    tests: frozenset[str] = frozenset()
    alive: int = 0
    wish: Wish = Wish.OPEN

    @property
    def issue(self) -> str:
        return self.words.get(ISSUE.key, "")

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was said."""
        return not (any(self.words.values()) or self.tests or self.alive or self.wish)

    @property
    def said(self) -> Iterator[tuple[Asked, str]]:
        """What was written, in the order of the questions."""
        return ((asked, self.words[asked.key]) for asked in ASKED if self.words.get(asked.key))
