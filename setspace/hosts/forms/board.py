"""What the board sends: whom, where to, whether pinned, and the number of the board that was seen."""

from django import forms

from setspace.lib.forms import PlainForm


class SeenForm(PlainForm):
    number = forms.IntegerField(min_value=0)


class MoveForm(SeenForm):
    application = forms.UUIDField()
    to = forms.UUIDField(required=False)  # empty is: not placed
    pinned = forms.BooleanField(required=False)


class NewcomerForm(PlainForm):
    application = forms.UUIDField(error_messages={"required": "Choose a person"})


class OrganisationForm(PlainForm):
    organisation = forms.CharField(required=False, max_length=120)
