"""A letter in a host's own words, and which reminders its sets get."""

from typing import Any

from django import forms

from setspace.hosts.mails.defaults import DEFAULTS
from setspace.hosts.mails.words import has_loose_brace, text_of, wrong_names
from setspace.hosts.models import Host
from setspace.lib import words
from setspace.lib.forms import PlainForm

MOST_OF_A_BODY = 4000


class WordsForm(PlainForm):
    """The names in braces are checked: one that the letter does not know would stand there as it is."""

    subject = forms.CharField(
        label="Subject",
        max_length=120,
        error_messages={"required": "Enter a subject", "max_length": "Use 120 letters at most"},
    )
    body = forms.CharField(
        label="Text",
        help_text="Leave an empty line between paragraphs.",
        max_length=MOST_OF_A_BODY,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={
            "required": "Enter what the letter says",
            "max_length": f"Use {MOST_OF_A_BODY} letters at most",
        },
    )

    def __init__(self, *args: Any, purpose: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.purpose = purpose

    @classmethod
    def about(cls, host: Host, purpose: str) -> "WordsForm":
        subject, body = text_of(host, purpose)
        return cls(initial={"subject": subject, "body": body}, purpose=purpose)

    def clean_subject(self) -> str:
        return self._checked("subject")

    def clean_body(self) -> str:
        return self._checked("body")

    def _checked(self, field: str) -> str:
        text: str = self.cleaned_data[field]
        wrong = wrong_names(text, self.purpose)
        if wrong:
            known = words.listed([f"{{{one}}}" for one in DEFAULTS[self.purpose].all_names])
            told = words.listed([f"{{{one}}}" for one in wrong])
            raise forms.ValidationError(f"This letter does not know {told}. It knows {known}")
        if has_loose_brace(text):
            raise forms.ValidationError(
                "A brace stands alone. Write a name as {programme}, or leave the brace out"
            )
        return text


class HostRemindersForm(PlainForm):
    week = forms.BooleanField(label="A week before", required=False)
    day = forms.BooleanField(label="A day before", required=False)
    hour = forms.BooleanField(label="An hour before", required=False)

    @classmethod
    def about(cls, host: Host) -> "HostRemindersForm":
        return cls(
            initial={
                "week": host.reminds_week_before,
                "day": host.reminds_day_before,
                "hour": host.reminds_hour_before,
            }
        )
