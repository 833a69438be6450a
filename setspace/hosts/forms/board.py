"""What the board sends: whom, where to, whether pinned, and the number of the board that was seen."""

from uuid import UUID

from django import forms

from setspace.lib.forms import PlainForm


class SeenForm(PlainForm):
    number = forms.IntegerField(min_value=0)


class MoveForm(SeenForm):
    application = forms.UUIDField()
    to = forms.UUIDField(required=False)  # empty is: not placed
    pinned = forms.BooleanField(required=False)


class SwapForm(SeenForm):
    """Several people at once: for each the application, a colon, and the set."""

    steps = forms.CharField(max_length=400)

    def clean_steps(self) -> list[tuple[UUID, UUID]]:
        try:
            pairs = [one.split(":") for one in self.cleaned_data["steps"].split()]
            return [(UUID(who), UUID(to)) for who, to in pairs]
        except ValueError:
            raise forms.ValidationError("Choose people and sets") from None


class SuggestForm(SeenForm):
    unlike = forms.BooleanField(required=False)  # the suggestions that are there


class NewcomerForm(PlainForm):
    application = forms.UUIDField(error_messages={"required": "Choose a person"})


class OrganisationForm(PlainForm):
    organisation = forms.CharField(required=False, max_length=120)
