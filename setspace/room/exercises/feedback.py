"""What is said to an answer: in words, and never as a mark."""

from dataclasses import dataclass

from setspace.core.questions.exercises import Drill, Exercise
from setspace.core.questions.reading import Form, Reading, read
from setspace.room.exercises.forms import NOTHING

STAGE = "open"  # all exercises are read as in the open questions
OPEN = "This is open. The answer can be anything."
WELCOME = "This can be answered in a word, and it is welcome all the same."
FOREIGN = "The coach reads English only, so it has nothing to say to this."
NOT_ASKED = "This does not ask anything yet."
TOO = "The coach notices the same."
OTHER = "The coach notices something else."
LEFT_ALONE = "The coach leaves this one alone: the answer can be anything."


@dataclass(frozen=True, slots=True)
class Feedback:
    """``before``, ``marked`` and ``after`` are the question with the words that do it; empty without any."""

    said: tuple[str, ...]
    before: str = ""
    marked: str = ""
    after: str = ""
    stems: tuple[str, ...] = ()
    instead: str = ""


def feedback(exercise: Exercise, answer: str) -> Feedback:
    if exercise.drill is Drill.FIND:
        found = read(exercise.text, STAGE)
        is_same = answer == (found.cue.kind.value if found.cue else NOTHING)
        beginning = (
            (TOO if is_same else OTHER,) if found.cue else (TOO, LEFT_ALONE) if is_same else (LEFT_ALONE,)
        )
        return _about(exercise.text, found, beginning, exercise.instead)
    found = read(answer, STAGE)
    return _about(answer, found, () if found.cue else (_without_cue(found),), exercise.instead)


def _about(text: str, found: Reading, said: tuple[str, ...], instead: str) -> Feedback:
    cue = found.cue
    if cue is None:
        return Feedback(said, instead=instead)
    before, marked, after = text[: cue.start], text[cue.start : cue.end], text[cue.end :]
    return Feedback((*said, cue.words), before, marked, after, found.stems, instead)


def _without_cue(found: Reading) -> str:
    if not found.is_understood:
        return FOREIGN
    return {Form.OPEN: OPEN, Form.CLOSED: WELCOME}.get(found.form, NOT_ASKED)
