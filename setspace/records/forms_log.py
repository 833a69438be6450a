"""What somebody who leads writes into their own log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from setspace.lib.forms import PlainForm
from setspace.records.forms import PAGES


class LogEntryForm(PlainForm):
    text = forms.CharField(
        label="What would you like to think about?",
        help_text=(
            "What you noticed, what it did to you, what you would do otherwise. "
            "Leave out names and what people’s issues were."
        ),
        max_length=PAGES,
        widget=forms.Textarea(attrs={"rows": 6, "class": "voice"}),
        error_messages={
            "required": "Write a few words, or go back",
            "max_length": f"Use {PAGES:,} characters or fewer",
        },
    )


class LogForm(LogEntryForm):
    """A new entry, about one of the sessions that the writer has led, or about none."""

    session = forms.ChoiceField(
        label="Which session is it about?",
        required=False,
        error_messages={"invalid_choice": "Select one of the sessions in the list"},
    )
    field_order = ("session", "text")

    def __init__(self, *args: Any, sessions: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["session"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Not about one session"), *sessions]
