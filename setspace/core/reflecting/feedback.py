"""Feedback that was asked for: three kinds of it, and what to practise. A hint warns and never holds back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Sort:
    key: str
    title: str
    hint: str


@dataclass(frozen=True, slots=True)
class Practice:
    title: str
    words: str


SORTS = (
    Sort("appreciated", "What I appreciated", "Something they did, and what it made possible for you."),
    Sort("noticed", "What I noticed", "What you saw or heard, without a verdict."),
    Sort("more", "What I would like more of", "From where you sit. They are free to leave it."),
)
KEYS = tuple(sort.key for sort in SORTS)

PRACTICE = (
    Practice("Your own words", "Begin with I. Speak for yourself, and not for the set."),
    Practice("One moment", "When was it? One moment can be used; “always” can only be argued with."),
    Practice("What was done", "What could be seen and heard, and not what somebody is like."),
)

_NOT_A_TRAIT = "(?!there|here|able|about|not|in|on|at|with|the|all|both|asked|said|sitting|\\w+ing\\b)"
_HINTS = (
    (
        r"\b(always|never|every time|all the time|constantly)\b",
        "“{0}” takes in every time. Which one moment do you have in mind?",
    ),
    (
        r"\b(you should|you must|you need to|you ought to|you have to|why don[’']t you)\b",
        "“{0}” is advice. What would you like more of, from where you sit?",
    ),
    (
        r"\b(everybody|everyone|nobody|we all|people say|the others)\b",
        "“{0}” speaks for others. What did you notice yourself?",
    ),
    (
        rf"\b(you(?:[’']re| are| were) (?:so |very |really |too |such )?(?:an? )?{_NOT_A_TRAIT}[\w-]+)",
        "“{0}” says what somebody is. What did they do that you saw or heard?",
    ),
)
_READ = tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in _HINTS)


def hint_for(text: str) -> str:
    """One thing to look at again in what somebody has written, or nothing."""
    said = " ".join(text.split())
    for pattern, words in _READ:
        if found := pattern.search(said):
            return words.format(found.group(1))
    if said and len(said.split()) < FEWEST_WORDS:
        return "When was it? A sentence about the moment makes it easier to use."
    return ""


def hints_for(words: Mapping[str, str]) -> dict[str, str]:
    return {key: hint_for(words.get(key, "")) for key in KEYS}


def has_words(words: Mapping[str, str]) -> bool:
    return any(words.get(key, "").strip() for key in KEYS)
