"""Questions to begin a reflection with, and the five parts of a review. None of them wants an answer."""

from dataclasses import dataclass

SHOWN = 3
LEAST_SHIFT = 2


@dataclass(frozen=True, slots=True)
class Prompt:
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class ReviewPart:
    key: str
    title: str
    hint: str


PROMPTS = (
    Prompt("stays", "What stays with you?"),
    Prompt("moved", "Which question moved you, and what did it touch?"),
    Prompt("unsaid", "What did you nearly say?"),
    Prompt("listening", "When did you listen best, and when did you stop?"),
    Prompt("surprised", "What surprised you?"),
    Prompt("body", "Where did you feel easy, and where did you tighten?"),
    Prompt("same", "What in somebody else’s issue is yours as well?"),
    Prompt("differently", "What will you do differently tomorrow, if only a little?"),
    Prompt("set", "What did the set make possible that you could not have done alone?"),
)
STANDING = PROMPTS[0]

REVIEW = (
    ReviewPart(
        "learned", "Three things I learned about my issue", "Facts, feelings, or something you had not seen."
    ),
    ReviewPart("steps", "My action steps", "What you will do, and what is small enough to begin with."),
    ReviewPart(
        "others",
        "Most interesting about the others’ issues",
        "Use roles or initials, and leave out what is theirs.",
    ),
    ReviewPart(
        "stood_out", "What stood out in the set", "How you worked together: a silence, a question, a turn."
    ),
    ReviewPart("myself", "One thing about myself", "Something you noticed in how you were today."),
)
PARTS = tuple(part.key for part in REVIEW)


def prompts_after(number: int) -> tuple[Prompt, ...]:
    """Three questions after the session of this number: the standing one, and two that change."""
    others = PROMPTS[1:]
    first = (number * LEAST_SHIFT) % len(others)
    return (STANDING, others[first], others[(first + 1) % len(others)])


def prompt_of(key: str) -> Prompt | None:
    return next((prompt for prompt in PROMPTS if prompt.key == key), None)
