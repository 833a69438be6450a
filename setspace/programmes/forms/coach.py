"""Whether a set has the question coach."""

from django import forms

from setspace.lib.forms import PlainForm


class CoachForm(PlainForm):
    reads = forms.ChoiceField(
        label="Does the question coach read along in this set?",
        choices=[("yes", "Yes, for each author alone"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select whether the coach reads along",
            "invalid_choice": "Select whether the coach reads along",
        },
    )

    @property
    def has_coach(self) -> bool:
        return bool(self.cleaned_data["reads"] == "yes")
