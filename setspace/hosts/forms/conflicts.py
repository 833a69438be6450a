"""What a facilitator answers to a conflict of interest."""

from collections.abc import Sequence
from typing import Any

from django import forms

from setspace.hosts.models import Application, Verdict
from setspace.lib.forms import PlainForm


class ConflictForm(PlainForm):
    verdict = forms.ChoiceField(
        label="Does it matter for this set?",
        choices=Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select one of the two", "invalid_choice": "Select one of the two"},
    )
    apart = forms.MultipleChoiceField(
        label="Who is not to share a set with them?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="If you tick nobody, the organiser hears only that the set is to be formed again.",
        error_messages={"invalid_choice": "The set has changed. Choose from the people who are in it now"},
    )

    def __init__(self, company: Sequence[Application], data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self._company = {str(one.pk): one for one in company}
        field = self.fields["apart"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(pk, f"{one.person.name}, {one.organisation}") for pk, one in self._company.items()]

    @property
    def chosen(self) -> list[Application]:
        return [self._company[pk] for pk in self.cleaned_data["apart"]]
