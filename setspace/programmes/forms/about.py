"""What a set is called, how it meets, and who facilitates."""

import re

from django import forms

from setspace.lib.forms import PlainForm
from setspace.lib.zones import known_zones
from setspace.programmes.changes import Invitee
from setspace.programmes.forms.fields import EMAIL_EXAMPLE, LANGUAGES, OneLine, checked_email
from setspace.programmes.forms.plans import Choices, usual_choices

_ADDRESS = re.compile(r"[^\s<>(),;:\"']+@[^\s<>(),;:\"']+")
_LISTED = re.compile(r"^(?P<name>.*?)[\s,;]*<?(?P<email>[^\s<>,;]+@[^\s<>,;]+)>?$")


class AboutForm(PlainForm):
    """What the set is called, how it meets, and who facilitates."""

    name = OneLine(
        label="What is the set called?",
        max_length=80,
        help_text="A name that people recognise in their mail, like Tuesday set. It is not confidential.",
        error_messages={"required": "Enter a name for the set"},
    )
    leads = forms.ChoiceField(
        label="Who facilitates?",
        choices=[
            ("me", "I do"),
            ("turns", "We take turns: at each session one of us leads"),
            ("other", "Somebody else"),
        ],
        widget=forms.RadioSelect,
        initial="me",
        error_messages={"required": "Select who facilitates", "invalid_choice": "Select who facilitates"},
    )
    facilitator_name = OneLine(label="Facilitator’s name", required=False, max_length=120)
    facilitator_email = forms.CharField(
        label="Facilitator’s email address",
        required=False,
        max_length=254,
        help_text="We ask the facilitator first. The others are invited once the facilitator says yes.",
        widget=forms.EmailInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )
    plan = forms.ChoiceField(
        label="How do you usually meet?",
        choices=usual_choices,
        widget=forms.RadioSelect,
        initial="tpas-session",
        error_messages={
            "required": "Select how you usually meet",
            "invalid_choice": "Select how you usually meet",
        },
    )
    pasted = forms.CharField(
        label="Paste a list instead",
        required=False,
        max_length=4000,
        help_text="One person on each line, like Mei Tan, mei@example.org.uk",
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocapitalize": "words"}),
    )
    language = forms.ChoiceField(
        label="Language you speak together",
        choices=LANGUAGES,
        initial="en-gb",
        error_messages={"required": "Select the language you speak together"},
        help_text="So that screen readers say your words well. The pages themselves are in English.",
    )
    zone = forms.CharField(
        label="Time zone",
        initial="Europe/London",
        max_length=64,
        help_text="Sessions keep their local time when the clocks change.",
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter a time zone, like Europe/London"},
    )

    def offer(self, own: Choices) -> None:
        """Session plans that the person made, beside ours."""
        choice = self.fields["plan"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = usual_choices(own)

    def clean_zone(self) -> str:
        zone = str(self.cleaned_data["zone"]).strip()
        if zone not in known_zones():
            raise forms.ValidationError("Enter a time zone, like Europe/London")
        return zone

    def clean_pasted(self) -> list[Invitee]:
        lines = [line.strip() for line in str(self.cleaned_data["pasted"]).replace(";", "\n").splitlines()]
        return [_listed(line) for line in lines if line]

    def clean(self) -> None:
        if self.cleaned_data.get("leads") == "other":
            self._check_facilitator()

    def _check_facilitator(self) -> None:
        if not self.cleaned_data.get("facilitator_name"):
            self.add_error("facilitator_name", "Enter the facilitator’s name")
        email = str(self.cleaned_data.get("facilitator_email", "")).strip().lower()
        try:
            checked_email(email)
        except forms.ValidationError:
            words = EMAIL_EXAMPLE if email else "Enter the facilitator’s email address"
            self.add_error("facilitator_email", words)
        self.cleaned_data["facilitator_email"] = email

    @property
    def takes_turns(self) -> bool:
        return self.cleaned_data.get("leads") == "turns"

    @property
    def facilitator(self) -> Invitee | None:
        if self.cleaned_data.get("leads") != "other":
            return None
        name, email = self.cleaned_data.get("facilitator_name"), self.cleaned_data.get("facilitator_email")
        return Invitee(name or "", email or "")

    @property
    def invitees(self) -> list[Invitee]:
        return list(self.cleaned_data.get("pasted") or [])


def _listed(line: str) -> Invitee:
    """Mei Tan, mei@example.org.uk, or Mei Tan <mei@example.org.uk>, or an address alone."""
    if len({address.lower() for address in _ADDRESS.findall(line)}) > 1:
        raise forms.ValidationError(f"Write one person on each line, not several as on “{line}”")
    match = _LISTED.match(line)
    if match is None:
        raise forms.ValidationError(f"Write a name and an email address on the line “{line}”")
    email = match["email"].lower()
    try:
        checked_email(email)
    except forms.ValidationError:
        raise forms.ValidationError(f"Check the email address on the line “{line}”") from None
    name = " ".join(match["name"].split()).strip("\"' ,;")
    name = "" if name.lower() == email else name
    return Invitee(name or email.partition("@")[0].replace(".", " ").title(), email)
