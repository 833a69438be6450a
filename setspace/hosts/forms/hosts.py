"""What a host is called, how it is reached, and how its programmes are laid out."""

from django import forms

from setspace.core.schedule.public_holidays import public_holidays
from setspace.hosts.changes import NewHost
from setspace.lib.forms import PlainForm
from setspace.lib.zones import known_zones
from setspace.programmes.forms.fields import LANGUAGES, OneLine, checked_email

AS_TYPED = {"autocomplete": "off", "autocorrect": "off", "autocapitalize": "none", "spellcheck": "false"}
REGIONS = ("GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS", "IE", "DE", "FR", "NL", "ES", "IT", "PL", "PT", "ZA", "US")
KNOWN_YEAR = 2027


class NewHostForm(PlainForm):
    """The few things without which no programme can be planned."""

    name = OneLine(
        label="What is your organisation called?",
        max_length=120,
        help_text="As it stands on your programmes’ pages.",
        error_messages={"required": "Enter the name of your organisation"},
    )
    contact = forms.CharField(
        label="Whom may people ask?",
        max_length=200,
        help_text="A name, and how to reach them: your pages need it, and show it just as you write it.",
        widget=forms.TextInput(attrs=AS_TYPED),
        error_messages={"required": "Enter whom people may ask"},
    )
    contact_email = forms.CharField(
        label="Email address for questions",
        required=False,
        max_length=254,
        help_text="If you give one, your pages link to it.",
        widget=forms.EmailInput(attrs=AS_TYPED),
    )
    zone = forms.CharField(
        label="Time zone",
        initial="Europe/London",
        max_length=64,
        help_text="Sessions keep their local time when the clocks change.",
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter a time zone, like Europe/London"},
    )
    region = forms.CharField(
        label="Whose public holidays?",
        required=False,
        max_length=12,
        initial="GB-ENG",
        help_text="A country or a part of it, like GB-ENG; two with a comma. No date is laid on them.",
        widget=forms.TextInput(attrs={"list": "regions", **AS_TYPED}),
    )
    language = forms.ChoiceField(
        label="Language of your programmes",
        choices=LANGUAGES,
        initial="en-gb",
        error_messages={"required": "Select a language", "invalid_choice": "Select a language"},
    )

    def clean_contact_email(self) -> str:
        email = str(self.cleaned_data["contact_email"]).strip()
        if email:
            checked_email(email)
        return email

    def clean_zone(self) -> str:
        zone = str(self.cleaned_data["zone"]).strip()
        if zone not in known_zones():
            raise forms.ValidationError("Enter a time zone, like Europe/London")
        return zone

    def clean_region(self) -> str:
        parts = [part.strip().upper() for part in str(self.cleaned_data["region"]).split(",")]
        named = [part for part in parts if part]
        for part in named:
            try:
                public_holidays(part, [KNOWN_YEAR])
            except ValueError as wrong:
                raise forms.ValidationError(str(wrong).removesuffix(".")) from None
        return ",".join(named)

    @property
    def new_host(self) -> NewHost:
        return NewHost(**self.cleaned_data)
