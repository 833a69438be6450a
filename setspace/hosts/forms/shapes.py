"""What may be typed about a shape of programme: its name, its meetings, or a file that has them."""

from collections.abc import Mapping
from typing import Any

from django import forms

from setspace.core.process import catalogue
from setspace.core.schedule.files import MOST_APART, Malformed, shape_from_text
from setspace.core.schedule.shapes import LONGEST, SHORTEST, Kind, Shape
from setspace.lib import dates
from setspace.lib.forms import ClockInput, PlainForm
from setspace.programmes.forms.fields import OneLine

MOST_BYTES = 100_000
NO_FILE = "Choose a file that was downloaded from a programme"
NUMBER = {"inputmode": "numeric", "autocomplete": "off", "class": "input--minutes"}
KINDS = [(kind.value, kind.value.capitalize()) for kind in Kind]
EVERY = [("weeks", "weeks"), ("months", "months"), ("monthly", "months, same weekday of the month")]


def _number(label: str, least: int, most: int, initial: int) -> forms.IntegerField:
    said = dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"), f"Enter a number from {least} to {most}"
    )
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        initial=initial,
        widget=forms.TextInput(attrs=NUMBER),
        error_messages=said,
    )


def plans() -> list[tuple[str, str]]:
    ours = [(key, f"{plan.title}, {dates.length(plan.minutes)}") for key, plan in catalogue.plans().items()]
    return [("", "The facilitator chooses"), *ours]


class MeetingForm(PlainForm):
    """One meeting. The first has nothing before it, so its gap is not asked for."""

    kind = forms.ChoiceField(label="What it is", choices=KINDS, initial=Kind.SESSION.value)
    minutes = _number("Minutes", SHORTEST, LONGEST, 180)
    white_space = _number("White space after it", 0, 240, 0)
    number = _number("How long after the one before", 1, MOST_APART, 4)
    every = forms.ChoiceField(label="Counted in", choices=EVERY, initial="weeks")
    sooner = _number("May be sooner by, in weeks", 0, 12, 1)
    later = _number("May be later by, in weeks", 0, 12, 1)
    plan = forms.ChoiceField(label="Session plan", choices=plans, required=False)

    def __init__(self, data: Mapping[str, str] | None, place: int) -> None:
        self.place = place
        super().__init__(data, prefix=f"meeting-{place}")
        if not place:
            for name in ("number", "every", "sooner", "later"):
                del self.fields[name]

    def clean(self) -> None:
        key, minutes = self.cleaned_data.get("plan"), self.cleaned_data.get("minutes")
        if key and minutes and catalogue.plans()[key].minutes != minutes:
            lasts = catalogue.plans()[key].minutes
            self.add_error("plan", f"This plan lasts {lasts} minutes. Enter {lasts}, or choose another plan")

    def plain(self) -> dict[str, Any]:
        said = self.cleaned_data
        gap = {name: said[name] for name in ("every", "number", "sooner", "later")} if self.place else None
        return {
            "kind": said["kind"],
            "plan": said["plan"] or None,
            "minutes": said["minutes"],
            "white_space": said["white_space"],
            "month": None,
            "gap": gap,
        }


class TitleForm(PlainForm):
    title = OneLine(
        label="What is this shape called?",
        max_length=120,
        error_messages={"required": "Enter a name for the shape"},
    )
    at = forms.TimeField(
        label="Usual start time",
        widget=ClockInput(),
        error_messages={"required": "Enter a start time", "invalid": "Enter a start time, like 09:30"},
    )


class ShapeFileForm(PlainForm):
    file = forms.FileField(
        label="A shape as a file",
        help_text="One that was downloaded from a programme here or elsewhere.",
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={"required": NO_FILE, "empty": NO_FILE},
    )
    shape: Shape | None = None

    def clean_file(self) -> Shape:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(NO_FILE)
        try:
            self.shape = shape_from_text(file.read().decode("utf-8"))
        except UnicodeDecodeError:
            raise forms.ValidationError(NO_FILE) from None
        except Malformed as wrong:
            raise forms.ValidationError(str(wrong).removesuffix(".")) from None
        return self.shape
