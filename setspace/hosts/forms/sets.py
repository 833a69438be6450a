"""The sets of a programme as they are planned: their names, their facilitators, what they offer."""

from collections.abc import Mapping

from django import forms

from setspace.hosts.changes.sets import SetWords
from setspace.hosts.models import ProgrammeSet
from setspace.programmes.forms.fields import LANGUAGES, OneLine, PersonForm


class SetForm(PersonForm):
    """One set. Nobody facilitates it yet where name and address are empty."""

    label = OneLine(
        label="Name of the set", max_length=80, error_messages={"required": "Enter a name for the set"}
    )
    language = forms.ChoiceField(
        label="Language",
        choices=LANGUAGES,
        error_messages={"required": "Select a language", "invalid_choice": "Select a language"},
    )
    offers = OneLine(
        label="What it offers",
        required=False,
        max_length=120,
        help_text="With commas, like captions, step-free room.",
    )

    field_order = ("label", "name", "email", "language", "offers")

    def __init__(self, planned: ProgrammeSet, data: Mapping[str, str] | None = None) -> None:
        self.planned = planned
        facilitator = planned.facilitator
        initial = {
            "label": planned.label,
            "language": planned.language,
            "offers": planned.offers,
            "name": facilitator.name if facilitator else "",
            "email": facilitator.email if facilitator else "",
        }
        super().__init__(data, prefix=f"set-{planned.number}", initial=initial)
        self.fields["name"].label = "Facilitator’s name"
        self.fields["email"].label = "Facilitator’s email address"
        if planned.learning_set_id:
            del self.fields["name"], self.fields["email"]

    @property
    def words(self) -> SetWords:
        said = self.cleaned_data
        offers = ", ".join(part.strip() for part in said["offers"].split(",") if part.strip())
        return SetWords(said["label"], said["language"], offers, self.invitee)
