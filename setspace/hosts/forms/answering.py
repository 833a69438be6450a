"""An applicant’s answers to dates and to a place."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from setspace.hosts.forms.applying import NO, YES
from setspace.hosts.queries.offered_sets import OfferedDate
from setspace.lib.forms import PlainForm

LONGEST_NOTE = 1000
CAN = [(YES, "I can come"), (NO, "I can’t")]


class DatesForm(PlainForm):
    """One question for each date. A date without an answer stays open."""

    def __init__(self, dates: Sequence[OfferedDate], answered: dict[UUID, bool], data: Any = None) -> None:
        initial = {str(pk): YES if can else NO for pk, can in answered.items()}
        super().__init__(data, initial=initial)
        for one in dates:
            self.fields[str(one.id)] = forms.ChoiceField(
                label=one.says, required=False, choices=CAN, widget=forms.RadioSelect
            )

    @property
    def can_come(self) -> dict[UUID, bool]:
        return {UUID(name): value == YES for name, value in self.cleaned_data.items() if value}


class PlaceForm(PlainForm):
    answer = forms.ChoiceField(
        label="Does this set suit you?",
        choices=[(YES, "Yes, I’ll take this place"), (NO, "No, thank you")],
        widget=forms.RadioSelect,
        help_text="You need not say why. If it is no, the organiser looks for another set with you.",
        error_messages={"required": "Select yes or no", "invalid_choice": "Select yes or no"},
    )
    note = forms.CharField(
        label="I have a conflict of interest",
        required=False,
        max_length=LONGEST_NOTE,
        error_messages={
            "required": "Write what the facilitator should know",
            "max_length": "Use at most 1,000 characters",
        },
        widget=forms.Textarea(attrs={"rows": 2, "class": "voice"}),
    )

    def __init__(self, *, may_tell: bool, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.tells = may_tell and data is not None and "tell" in data
        self.fields["answer"].required = not self.tells
        self.fields["note"].required = self.tells
        if not may_tell:
            del self.fields["note"]

    @property
    def agrees(self) -> bool:
        return bool(self.cleaned_data["answer"] == YES)

    @property
    def told(self) -> str:
        return str(self.cleaned_data.get("note", ""))
