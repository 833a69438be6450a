"""What a facilitator answers when a set is to change; and which two sets an organiser would join."""

from collections.abc import Sequence
from typing import Any

from django import forms

from setspace.hosts.forms.applying import NO, YES
from setspace.lib.forms import PlainForm

LONGEST_WORDS = 1000


class ConfirmingForm(PlainForm):
    answer = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={"required": "Select yes or no", "invalid_choice": "Select yes or no"},
    )
    words = forms.CharField(
        label="A word for the organiser, if you like",
        required=False,
        max_length=LONGEST_WORDS,
        help_text="Only the organisers read it. Nothing of what is said in the set belongs here.",
        widget=forms.Textarea(attrs={"rows": 3, "class": "voice"}),
        error_messages={"max_length": "Use at most 1,000 characters"},
    )

    def __init__(self, label: str, yes: str, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["answer"]
        assert isinstance(field, forms.ChoiceField)
        field.label, field.choices = label, [(YES, yes), (NO, "No, leave it as it is")]

    @property
    def agrees(self) -> bool:
        return bool(self.cleaned_data["answer"] == YES)


class JoiningForm(PlainForm):
    """One of the ways in which two sets could go on as one: who leaves, and where to."""

    way = forms.ChoiceField(
        label="Which set joins which?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose two sets", "invalid_choice": "These have changed. Choose again"},
    )

    def __init__(self, ways: Sequence[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["way"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(ways)
