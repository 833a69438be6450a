"""All that a host says about itself, and how it writes to people."""

from django import forms

from setspace.hosts.forms.hosts import NewHostForm
from setspace.hosts.models import Colour, Host
from setspace.programmes.forms.fields import OneLine


class AboutForm(NewHostForm):
    word_for_facilitator = OneLine(
        label="Your word for a facilitator",
        max_length=40,
        help_text="It is used on your programmes’ pages, like set adviser.",
        error_messages={"required": "Enter your word for a facilitator"},
    )
    word_for_holder = OneLine(
        label="Your word for an issue holder",
        max_length=40,
        help_text="Who holds the issue in a round, like presenter.",
        error_messages={"required": "Enter your word for an issue holder"},
    )
    colour = forms.ChoiceField(
        label="Colour of your public pages",
        choices=Colour.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select a colour", "invalid_choice": "Select a colour"},
    )

    @classmethod
    def initial_from(cls, host: Host) -> dict[str, object]:
        return {name: getattr(host, name) for name in cls.base_fields}
