"""What people may type into the record. Errors say what to do, in the words of the question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django import forms

from setspace.core.reflecting.prompts import Prompt
from setspace.lib.forms import PlainForm
from setspace.records.models import PartAction, PartWords, Status

LINE = 300
TEXT = 2_000
PAGES = 20_000
MOST_ACTIONS = 15
LEAVE_OUT = "Leave it empty to keep it out of the summary."


def _too_long(most: int) -> dict[str, str]:
    return {"max_length": f"Use {most:,} characters or fewer"}


def _text(label: str, most: int = TEXT, rows: int = 3, hint: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "class": "voice"})
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        required=False,
        error_messages=_too_long(most),
        widget=widget,
    )


def _line(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=LINE, required=False, error_messages=_too_long(LINE)
    )


class ReportForm(PlainForm):
    """How one action is going."""

    status = forms.ChoiceField(
        label="How is it going?",
        choices=Status.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select how it is going",
            "invalid_choice": "Select not yet, under way, done or letting it go",
        },
    )
    did = _text("What happened?", rows=2)
    learned = _text("What did you learn?", rows=2)


class PartForm(PlainForm):
    """A holder's own words for their part of the summary."""

    issue = _text("Your issue", hint=f"{LEAVE_OUT} Use roles or initials for other people.")
    question = _text("Your key question", hint=LEAVE_OUT)


class PartActionForm(PlainForm):
    """One action in a holder's part."""

    key = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    what = _text("What you will do", rows=2, most=LINE)
    by_when = _line("By when")
    first_step = _line("The first small step")
    is_kept_back = forms.BooleanField(label="Keep this one out of the email", required=False)


PartActions = forms.formset_factory(
    PartActionForm, extra=1, max_num=MOST_ACTIONS, absolute_max=MOST_ACTIONS + 5, validate_max=True
)


class OwnPart:
    """The form of one's own part and the forms of its actions, as one."""

    def __init__(self, words: PartWords, sure: Mapping[str, int], data: Any = None) -> None:
        rows = [{**asdict(one), "sure": sure.get(one.key)} for one in words.actions]
        self.form = PartForm(data, initial={"issue": words.issue, "question": words.question})
        self.actions = PartActions(data, initial=rows, prefix="actions")

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.actions.is_valid()])

    @property
    def has_errors(self) -> bool:
        return not self.is_valid() and self.form.is_bound

    @property
    def words(self) -> PartWords:
        rows = [form.cleaned_data for form in self.actions.forms if form.cleaned_data.get("what")]
        actions = tuple(
            PartAction(row["what"], row["by_when"], row["key"], row["is_kept_back"], row["first_step"])
            for row in rows
        )
        return PartWords(self.form.cleaned_data["issue"], self.form.cleaned_data["question"], actions)


class GreetingForm(PlainForm):
    greeting = _text(
        "Your opening words",
        rows=3,
        hint="Everyone reads them first. Leave this empty to use the words above.",
    )


class SendForm(PlainForm):
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)


class NoteForm(PlainForm):
    text = _text("Your notes", most=PAGES, rows=5)


class ReflectionForm(PlainForm):
    text = forms.CharField(
        label="What stays with you?",
        help_text="Something about your own part, about how the set worked, or one thing about yourself.",
        max_length=PAGES,
        widget=forms.Textarea(attrs={"rows": 6, "class": "voice"}),
        error_messages={"required": "Write a few words, or go back", **_too_long(PAGES)},
    )
    session = forms.UUIDField(required=False, widget=forms.HiddenInput)
    prompt = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def ask(self, prompt: Prompt | None) -> None:
        """Put a question to begin with in the place of the usual one."""
        if prompt is not None:
            self.fields["text"].label = prompt.words
