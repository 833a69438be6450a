"""Whether somebody can come to a session, and who came."""

from collections.abc import Sequence
from uuid import UUID

from django import forms

from setspace.lib.forms import PlainForm
from setspace.people.models import Person
from setspace.programmes.models import Said
from setspace.programmes.queries import Place

SAY_WHICH = "Select whether you can come"


class AttendanceForm(PlainForm):
    """Coming or not; and, for a member, who holds an issue in their place."""

    said = forms.ChoiceField(
        label="Can you come?",
        choices=[(Said.COMING.value, "Yes, I’m coming"), (Said.APOLOGY.value, "I can’t make it")],
        widget=forms.RadioSelect,
        error_messages={"required": SAY_WHICH, "invalid_choice": SAY_WHICH},
    )
    instead = forms.ChoiceField(
        label="If you can’t make it: who holds an issue in your place?",
        required=False,
        error_messages={"invalid_choice": "Select a member who can come, or nobody in particular"},
    )

    def __init__(self, others: Sequence[Person], *args: object, **kwargs: object) -> None:
        self.others = others
        super().__init__(*args, **kwargs)
        choice = self.fields["instead"]
        assert isinstance(choice, forms.ChoiceField)
        named = [(str(one.pk), one.name or one.first_name) for one in others]
        choice.choices = [("", "Nobody in particular"), *named]
        if not others:
            del self.fields["instead"]

    @property
    def is_apology(self) -> bool:
        return bool(self.cleaned_data["said"] == Said.APOLOGY)

    @property
    def in_their_place(self) -> Person | None:
        chosen = self.cleaned_data.get("instead")
        return next((one for one in self.others if str(one.pk) == chosen), None)


class PresenceForm(PlainForm):
    """Who was there: a tick for each."""

    came = forms.MultipleChoiceField(
        label="Who was there?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Select people of this set"},
    )

    def __init__(self, places: Sequence[Place], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["came"]
        assert isinstance(choice, forms.MultipleChoiceField)
        choice.choices = [(str(one.person.pk), one.person.name or one.person.first_name) for one in places]

    @property
    def people(self) -> set[UUID]:
        return {UUID(person) for person in self.cleaned_data["came"]}
