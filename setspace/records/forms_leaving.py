"""What somebody puts into the record that they take along, beside what they brought to their set."""

from __future__ import annotations

from django import forms

from setspace.lib.forms import PlainForm
from setspace.records.queries.leaving import FEEDBACK, LOOPS, MAPS, NOTES, REFLECTIONS


class RecordForm(PlainForm):
    """Nothing of what is for the person alone is in it until they say so."""

    also = forms.MultipleChoiceField(
        label="Put in as well",
        help_text="These are for you alone, so they are left out until you choose them.",
        choices=(
            (REFLECTIONS, "Reflections, and reviews of sessions"),
            (LOOPS, "Double loops"),
            (NOTES, "Notes that you made in sessions"),
            (MAPS, "Maps, as they are drawn now"),
            (FEEDBACK, "Feedback that you asked for and have read"),
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose from the list"},
    )

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(self.cleaned_data["also"]) if self.is_valid() else frozenset()
