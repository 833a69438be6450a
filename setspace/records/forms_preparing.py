"""The sheet on which somebody prepares their issue. Nothing on it has to be answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from setspace.core.preparing import ALIVE, ASKED, FIRST, FURTHER, ISSUE, TESTS, Asked, Sheet, Wish
from setspace.lib.forms import PlainForm
from setspace.records.forms import TEXT

WISHES = [(Wish.BRING, "I’d like to bring it"), (Wish.NOT_NOW, "Not this time"), (Wish.OPEN, "I’ll see")]
ALIVE_CHOICES = [*((str(n), str(n)) for n in ALIVE), ("0", "Not said")]


class SheetForm(PlainForm):
    """Whatever comes is kept as far as it can be understood: it is saved while it is typed."""

    tests = forms.MultipleChoiceField(
        label="Three things to ask yourself",
        help_text="Your set will not see what you tick.",
        choices=[*TESTS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    alive = forms.ChoiceField(
        label="How alive is it, from 1 to 5?", choices=ALIVE_CHOICES, required=False, widget=forms.RadioSelect
    )
    wish = forms.ChoiceField(label="This time", choices=WISHES, required=False, widget=forms.RadioSelect)

    def __init__(self, sheet: Sheet, data: Any = None) -> None:
        chosen = {"tests": list(sheet.tests), "alive": str(sheet.alive), "wish": sheet.wish}
        super().__init__(data, initial={**sheet.words, **chosen})
        for asked in ASKED:
            self.fields[asked.key] = _answer(asked)

    @property
    def issue(self) -> forms.BoundField:
        return self[ISSUE.key]

    @property
    def first(self) -> Sequence[forms.BoundField]:
        return [self[asked.key] for asked in FIRST]

    @property
    def further(self) -> Sequence[forms.BoundField]:
        return [self[asked.key] for asked in FURTHER]

    @property
    def has_further(self) -> bool:
        """Whether one of those that lie folded has something in it."""
        return any(field.value() or field.errors for field in self.further)

    @property
    def sheet(self) -> Sheet:
        said = self.cleaned_data
        words = {asked.key: said[asked.key] for asked in ASKED if said[asked.key]}
        return Sheet(words, frozenset(said["tests"]), int(said["alive"] or 0), Wish(said["wish"]))


def _answer(asked: Asked) -> forms.CharField:
    too_long = {"max_length": f"Use {TEXT:,} characters or fewer"}
    attrs = {"rows": asked.rows, "class": "textarea voice"}
    return forms.CharField(
        label=asked.asks,
        help_text=asked.hint,
        max_length=TEXT,
        required=False,
        error_messages=too_long,
        widget=forms.Textarea(attrs=attrs),
    )
