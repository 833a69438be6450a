"""How many questions of each kind people asked in a session, counted from its state when it closes."""

from collections.abc import Collection

from setspace.core.process.state import State
from setspace.core.questions.counting import Asked, Counts, counted

LEAST = 5  # questions: fewer say nothing


def counts_of(state: State, people: Collection[str]) -> dict[str, Counts]:
    """The counts of each of these people who asked enough. Nobody else's questions are read.

    What was asked in a stage without the coach is not counted.
    """
    asked = [
        one for part in state.parts.values() for one in part.asked if one.by in people and one.coached_as
    ]
    found = {
        person: counted(Asked(one.text, one.coached_as) for one in asked if one.by == person)
        for person in sorted({one.by for one in asked})
    }
    return {person: counts for person, counts in found.items() if sum(counts.values()) >= LEAST}
