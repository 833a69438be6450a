"""The fields of a format as its editor shows them. What is wrong with them is said by core.process.files."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from django import forms

from setspace.core.process.files import MOST_BYTES, Course, Malformed, from_file
from setspace.core.process.formats import (
    Advice,
    Artefact,
    Block,
    BlockKind,
    Ends,
    Floor,
    Format,
    HolderState,
    TurnRule,
)
from setspace.core.process.labels import label
from setspace.core.process.reading import NUMBERS
from setspace.lib.forms import PlainForm
from setspace.lib.words import number

MOST_SAID = 5
ROLES = ("holder", "members", "facilitator")
GIVES = (
    ("", "It gives no time"),
    ("6", "6: it gives first"),
    ("5", "5"),
    ("4", "4"),
    ("3", "3"),
    ("2", "2"),
    ("1", "1: it gives last"),
)


class Number(forms.CharField):
    """A number as it was typed; where it is none, the words go on as they are."""

    def __init__(self, label: str, **more: Any) -> None:
        look = forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input--minutes"}
        )
        super().__init__(label=label, required=False, widget=look, **more)

    def clean(self, value: object) -> int | str:
        text = str(value or "").strip()
        return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text, re.ASCII) else text


class Choice(forms.ChoiceField):
    """One of a list. Anything else goes on as it is."""

    def validate(self, value: object) -> None:
        pass


class Ticks(forms.MultipleChoiceField):
    def validate(self, value: object) -> None:
        pass


def words(label: str, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, **more)


def one_of(label: str, values: Iterable[StrEnum], initial: str) -> Choice:
    return Choice(label=label, required=False, choices=choices(values), initial=initial)


def choices(values: Iterable[StrEnum]) -> list[tuple[str, str]]:
    return [(value.value, label(value)) for value in values]


def written() -> Ticks:
    return Ticks(
        label="What is written down in it",
        required=False,
        choices=choices(Artefact),
        widget=forms.CheckboxSelectMultiple,
    )


class FormatFileForm(PlainForm):
    """A format in a file, from here or from another place."""

    file = forms.FileField(
        label="A file that was downloaded here or elsewhere",
        help_text=f"JSON, {MOST_BYTES // 1000} kB at most.",
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={
            "required": "Choose a file with a format",
            "invalid": "Choose a file with a format",
            "missing": "Choose a file with a format",
            "empty": "This file is empty. Choose a file with a format",
        },
    )
    thing: Format | Course | None = None

    def clean_file(self) -> object:
        """Whatever is wrong is said, the first few things of it."""
        file = self.cleaned_data["file"]
        try:
            self.thing = from_file(file.read(MOST_BYTES + 1))
        except Malformed as malformed:
            said = [str(fault) for fault in malformed.faults]
            raise forms.ValidationError(_first_few(said)) from None
        return file


def _first_few(said: list[str]) -> list[str]:
    n_more = len(said) - MOST_SAID
    if n_more <= 0:
        return said
    more = "is one more thing" if n_more == 1 else f"are {number(n_more)} more things"
    return [*said[:MOST_SAID], f"There {more} like this."]


class FieldsForm(PlainForm):
    """A form whose fields are those of one dataclass of the core, prompts in a row."""

    def plain(self) -> dict[str, Any]:
        """JSON-able values, as a file would have them."""
        self.full_clean()
        return {name: self.cleaned_data.get(name) for name in self.fields if not name.startswith("prompts_")}

    @classmethod
    def initial_from(cls, plain: Mapping[str, Any]) -> dict[str, Any]:
        prompts = {f"prompts_{role}": text for role, text in plain.get("prompts", {}).items()}
        return {**plain, **prompts}

    def _prompts(self) -> dict[str, Any]:
        return {role: self.cleaned_data.get(f"prompts_{role}", "") for role in ROLES}


class WholeForm(FieldsForm):
    """A round as a whole."""

    title = words("What is it called?")
    source = words(
        "Where does it come from?", help_text="So that others know whom to thank. You may leave it empty."
    )
    minutes = Number("How long is it, in minutes?")
    least_people = Number("From how many people")
    most_people = Number("To how many people")


class WholePlanForm(WholeForm):
    """A session plan as a whole."""

    white_space = Number("White space after it, in minutes", help_text="Optional and unrecorded. 0 for none.")

    def plain(self) -> dict[str, Any]:
        plain = super().plain()
        return {**plain, "white_space": 0 if plain["white_space"] == "" else plain["white_space"]}


class StageForm(FieldsForm):
    key = forms.CharField(required=False, widget=forms.HiddenInput)
    title = words("Stage")
    minutes = Number("Minutes", initial="5")
    least = Number("Least", initial="2")
    most = Number("Most", initial="10")
    floor = one_of("Who has the floor", Floor, Floor.ALL)
    rule = one_of("How they take turns", TurnRule, TurnRule.FREE)
    advice = one_of("Advice", Advice, Advice.NEVER)
    holder = one_of("The issue holder is", HolderState, HolderState.PRESENT)
    ends = one_of("When its time is over", Ends, Ends.SOFT)
    is_elastic = forms.BooleanField(
        label="Takes up what earlier stages left or overran, so that the turn keeps its length",
        required=False,
    )
    is_on_request = forms.BooleanField(
        label="Takes place only if the issue holder asks for it", required=False
    )
    is_coached = forms.BooleanField(
        label="The question coach reads along, for each author alone", required=False, initial=True
    )
    writes = written()
    prompts_holder = words("The issue holder reads")
    prompts_members = words("Members read")
    prompts_facilitator = words("The facilitator reads")

    def plain(self) -> dict[str, Any]:
        return {**super().plain(), "prompts": self._prompts()}


class BlockForm(FieldsForm):
    key = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = one_of("What kind of part", BlockKind, BlockKind.TALK)
    title = words("Part")
    minutes = Number("Minutes", initial="10")
    format = Choice(label="The round it follows", required=False)
    least = Number("Least", initial="10")
    gives = Choice(
        label="When the session runs late",
        required=False,
        choices=GIVES,
    )
    floor = one_of("Who has the floor", Floor, Floor.ALL)
    rule = one_of("How they take turns", TurnRule, TurnRule.FREE)
    writes = written()
    prompts_holder = words("The issue holder reads")
    prompts_members = words("Members read")
    prompts_facilitator = words("The facilitator reads")

    def offer(self, rounds: Iterable[tuple[str, str]]) -> None:
        """The rounds that a turn may follow. One that is not there any more can still be seen to be named."""
        choice, named = self.fields["format"], str(self["format"].value() or "")
        assert isinstance(choice, forms.ChoiceField)
        known = dict(rounds)
        gone = {} if not named or named in known else {named: "A round that is not there any more"}
        choice.choices = [("", "Choose a round"), *known.items(), *gone.items()]

    def plain(self) -> dict[str, Any]:
        """What gives no time, as a turn never does, has no other least; only a turn follows a round."""
        plain = {**super().plain(), "prompts": self._prompts()}
        is_turn, gives = plain["kind"] == BlockKind.TURN, plain["gives"]
        plain["format"] = plain["format"] if is_turn else ""
        if is_turn or not gives:
            return {**plain, "least": _if_understood(plain["minutes"]), "gives": None}
        return {**plain, "gives": int(gives) if gives in dict(GIVES) else gives}


def _if_understood(minutes: int | str) -> int | str:
    """The same minutes; some that will do where these are a fault already, so that it is said once."""
    least, most = NUMBERS[Block, "minutes"]
    return minutes if isinstance(minutes, int) and least <= minutes <= most else least


class PeopleForm(FieldsForm):
    """For which number of people a session plan has other parts."""

    people = Number("Number of people", initial="3")
