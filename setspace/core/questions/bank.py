"""Beginnings of good questions, by what they are for. "…" is where the words of whoever asks go on."""

from typing import NamedTuple


class Shelf(NamedTuple):
    """Stems of one kind. ``job`` is what such a question does for the issue holder."""

    key: str
    kind: str
    job: str
    stems: tuple[str, ...]


BANK = (
    Shelf(
        "clarify",
        "To understand",
        "See what the issue holder sees.",
        ("What do you mean by …?", "What does that look like?", "Who decides this?"),
    ),
    Shelf(
        "matters",
        "What matters",
        "Come to what it is about.",
        ("What matters most to you here?", "What is at stake?", "What makes that the hard part?"),
    ),
    Shelf(
        "feelings",
        "Feelings",
        "Make room for them.",
        ("What is that like for you?", "What comes up as you say that?", "Where do you feel it?"),
    ),
    Shelf(
        "words",
        "Their own words",
        "Give a word back, and wait.",
        ("You said “…”. What does that look like?", "What is behind the word …?"),
    ),
    Shelf(
        "assumptions",
        "What is taken for granted",
        "Turn a certainty into a question.",
        ("What are you taking for granted?", "How do you know?", "What would change your mind?"),
    ),
    Shelf(
        "eyes",
        "Other eyes",
        "Look from somewhere else.",
        ("How would … tell this story?", "Who else is touched by it?", "Whose voice is missing?"),
    ),
    Shelf(
        "part",
        "One’s own part",
        "Come back to what is theirs.",
        (
            "What part do you play in it?",
            "How do you help to keep this going?",
            "What is yours to do, and what is not?",
        ),
    ),
    Shelf(
        "possibilities",
        "What could be",
        "Open what seems shut.",
        (
            "What options do you see?",
            "If the obstacle were gone, what then?",
            "What have you not let yourself consider?",
            "If it were solved in a year, what would you see first?",
        ),
    ),
    Shelf(
        "strengths",
        "What has helped before",
        "Find what is there already.",
        ("When has it gone better?", "What have you learned from what you did so far?"),
    ),
    Shelf(
        "scale",
        "A scale",
        "Give a size to what has none.",
        ("Where are you from 0 to 10?", "What makes it not lower?", "What would be one step higher?"),
    ),
    Shelf(
        "consequences",
        "What follows",
        "Think it to its end.",
        ("What happens if nothing changes?", "What would you gain?", "What would you lose?"),
    ),
    Shelf(
        "commitment",
        "Towards acting",
        "Make it small and real.",
        (
            "What will you do, and by when?",
            "What is the smallest step?",
            "What could stop you?",
            "How will you know?",
        ),
    ),
    Shelf(
        "learning",
        "Learning",
        "Keep what was found.",
        ("What are you taking away?", "What did you notice about yourself?"),
    ),
)
STEMS = frozenset(stem for shelf in BANK for stem in shelf.stems)


def opening(stem: str) -> str:
    """What a stem puts into the box: a whole question, or its words up to where somebody goes on."""
    before, dots, _rest = stem.partition("…")
    return before if dots else stem
