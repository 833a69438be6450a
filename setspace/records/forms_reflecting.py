"""What people write when they look back. Nothing in it must be filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from setspace.core.reflecting import feedback
from setspace.core.reflecting.feedback import SORTS, has_words
from setspace.core.reflecting.loops import KEYS, STATIONS, TRIED
from setspace.core.reflecting.prompts import REVIEW
from setspace.lib.forms import PlainForm
from setspace.people.models import Person
from setspace.programmes.models import LearningSet
from setspace.records.forms import LINE, PAGES

EVERYBODY = "everybody"
TOO_LONG = {"max_length": f"Use {PAGES:,} characters or fewer"}


def voice_field(label: str, hint: str = "", rows: int = 3) -> forms.CharField:
    """Room for somebody's own words, never required."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=PAGES,
        required=False,
        error_messages=TOO_LONG,
        widget=forms.Textarea(attrs={"rows": rows, "class": "textarea voice"}),
    )


class ReviewForm(PlainForm):
    """The five parts, each under its heading."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in REVIEW:
            self.fields[part.key] = voice_field(part.title, part.hint)

    @property
    def parts(self) -> Mapping[str, str]:
        return {part.key: self.cleaned_data.get(part.key, "") for part in REVIEW}


class LoopForm(PlainForm):
    """The stations of a double loop, and what came of the belief that was tried."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for station in (*STATIONS, TRIED):
            self.fields[station.key] = voice_field(station.title, station.hint)

    @property
    def stations(self) -> list[forms.BoundField]:
        return [self[station.key] for station in STATIONS]

    @property
    def words(self) -> Mapping[str, str]:
        return {key: self.cleaned_data.get(key, "") for key in KEYS}


class AssumptionForm(PlainForm):
    text = forms.CharField(
        label="An assumption of mine",
        max_length=LINE,
        error_messages={
            "required": "Write the assumption in a line, or leave it",
            "max_length": f"Use {LINE} characters or fewer",
        },
    )


class FeedbackForm(PlainForm):
    """Three kinds of feedback, each of them optional."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for sort in SORTS:
            self.fields[sort.key] = voice_field(sort.title, sort.hint)

    @property
    def words(self) -> Mapping[str, str]:
        return {key: self.cleaned_data.get(key, "") for key in feedback.KEYS}

    def is_ready(self) -> bool:
        """Whether there is something to send; if not, that is said."""
        if self.is_valid() and not has_words(self.words):
            self.add_error(SORTS[0].key, "Write under one of the three, or set it aside")
        return self.is_valid()


class AskingForm(PlainForm):
    """Whom to ask for feedback, and about what."""

    people = forms.MultipleChoiceField(
        label="Whom would you like to ask?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Select one person at least",
            "invalid_choice": "Select people of your set",
        },
    )
    about = forms.CharField(
        label="What would you like to hear about?",
        help_text="If you like: how you listened, what you did with a silence. Those you ask read it.",
        max_length=LINE,
        required=False,
        error_messages={"max_length": f"Use {LINE} characters or fewer"},
        widget=forms.Textarea(attrs={"rows": 2, "class": "voice"}),
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = people
        field = self.fields["people"]
        assert isinstance(field, forms.MultipleChoiceField)
        everybody = [(EVERYBODY, "Everybody in the set")] if len(people) > 1 else []
        field.choices = [*((str(one.pk), one.first_name) for one in people), *everybody]

    def chosen(self) -> list[Person]:
        ticked = self.cleaned_data["people"]
        return [one for one in self.others if EVERYBODY in ticked or str(one.pk) in ticked]


class SharingForm(PlainForm):
    """The piece as the set will read it, and which set."""

    text = forms.CharField(
        label="What your set will read",
        help_text=(
            "It begins as what you wrote. Take out what should stay yours, or leave one sentence. "
            "Your own entry stays as it is."
        ),
        max_length=PAGES,
        widget=forms.Textarea(attrs={"rows": 6, "class": "voice"}),
        error_messages={"required": "Leave the words that you want to share, or go back", **TOO_LONG},
    )
    learning_set = forms.ChoiceField(
        label="With which set?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select the set that you want to share it with",
            "invalid_choice": "Select one of your sets",
        },
    )

    def __init__(self, *args: Any, sets: Sequence[LearningSet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["learning_set"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), one.name) for one in sets]
        if len(sets) == 1:
            field.widget = forms.HiddenInput()
            field.initial = str(sets[0].pk)


class SearchForm(PlainForm):
    words = forms.CharField(
        label="Look in your own words",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"max_length": "Use 100 characters or fewer"},
    )
