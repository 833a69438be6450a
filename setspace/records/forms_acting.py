"""What people write about an action: its words, and what makes it hard."""

from __future__ import annotations

from django import forms

from setspace.lib.forms import PlainForm
from setspace.records.forms import LINE, PAGES, TEXT
from setspace.records.models import ActionWords

SURE = [("", "Not said"), *((str(number), str(number)) for number in range(1, 11))]


def _words(label: str, hint: str = "", most: int = LINE, rows: int = 2) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "class": "textarea voice"})
    errors = {"max_length": f"Use {most:,} characters or fewer"}
    return forms.CharField(
        label=label, help_text=hint, max_length=most, required=False, error_messages=errors, widget=widget
    )


class ActionForm(PlainForm):
    """Only the first needs words."""

    what = forms.CharField(
        label="What you will do",
        max_length=LINE,
        widget=forms.Textarea(attrs={"rows": 2, "class": "textarea voice"}),
        error_messages={"required": "Say what you will do", "max_length": f"Use {LINE} characters or fewer"},
    )
    why = _words("Why you want to", "What will be different when it is done?", TEXT)
    by_when = forms.CharField(
        label="By when",
        help_text="A day, like 7 May, or your own words.",
        max_length=LINE,
        required=False,
        error_messages={"max_length": f"Use {LINE} characters or fewer"},
    )
    first_step = _words("The first small step")
    support = _words("Who or what could help", "Use roles or initials for other people.", TEXT)
    confidence = forms.TypedChoiceField(
        label="How sure are you, 1 to 10?",
        choices=SURE,
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs={"class": "select select--short"}),
        error_messages={"invalid_choice": "Select a number from 1 to 10, or leave it open"},
    )

    @property
    def words(self) -> ActionWords:
        names = ("what", "by_when", "first_step", "why", "support")
        return ActionWords(**{name: self.cleaned_data[name] for name in names})

    @property
    def confidence_said(self) -> int | None:
        said: int | None = self.cleaned_data["confidence"]
        return said


class StuckForm(PlainForm):
    text = _words("What makes it hard?", "A line or many, or nothing. Nobody else reads it.", PAGES, rows=5)
