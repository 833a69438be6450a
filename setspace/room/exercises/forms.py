"""What somebody answers in an exercise."""

from typing import Any

from django import forms

from setspace.core.questions.exercises import Drill, Exercise
from setspace.core.questions.language import Kind
from setspace.lib.forms import PlainForm

MOST_LETTERS = 300
NOTHING = "nothing"
NOTICED = (
    (Kind.ADVICE.value, "It carries an idea of the asker’s"),
    (Kind.LEADING.value, "It leans towards one answer"),
    (Kind.STACKED.value, "It is more than one question"),
    (Kind.WHY_BLAME.value, "It may sound like blame"),
    (Kind.CLOSED.value, "It can be answered in a word"),
    (Kind.STATEMENT.value, "It does not ask anything yet"),
    (NOTHING, "Nothing: it leaves room for any answer"),
)


class QuestionForm(PlainForm):
    answer = forms.CharField(
        label="How could you ask instead?",
        help_text="There are many ways. Ask so that the answer can be anything.",
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 2, "class": "voice"}),
        error_messages={
            "required": "Write a question",
            "max_length": f"Use {MOST_LETTERS} letters at most",
        },
    )


class NoticingForm(PlainForm):
    answer = forms.ChoiceField(
        label="What do you notice about it?",
        choices=NOTICED,
        widget=forms.RadioSelect,
        error_messages={"required": "Select what you notice", "invalid_choice": "Select one of the list"},
    )


def form_for(exercise: Exercise, posted: Any = None) -> QuestionForm | NoticingForm:
    return NoticingForm(posted) if exercise.drill is Drill.FIND else QuestionForm(posted)
