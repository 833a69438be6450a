"""A new programme: its name, its first date, how many sets on which weekdays, and their size."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from setspace.core.schedule.days import WEEKDAYS
from setspace.core.schedule.shapes import Shape
from setspace.core.schedule.zones import zone_named
from setspace.hosts.changes import NewProgramme
from setspace.lib.forms import ClockInput, DayInput, PlainForm
from setspace.programmes.forms.fields import LANGUAGES, OneLine

MOST_SETS = 24
MOST_PEOPLE = 12
LATEST_YEAR = 2100
NUMBER = {"inputmode": "numeric", "autocomplete": "off"}


class Count(forms.IntegerField):
    """A small number; an empty field is none."""

    def __init__(self, label: str, most: int, said: str, **kwargs: Any) -> None:
        errors = dict.fromkeys(("invalid", "min_value", "max_value", "required"), said)
        widget = forms.TextInput(attrs={**NUMBER, "class": "input--minutes"})
        kwargs.setdefault("min_value", 0)
        super().__init__(label=label, max_value=most, widget=widget, error_messages=errors, **kwargs)


class FirstDateForm(PlainForm):
    """What a programme is called, and when it begins."""

    name = OneLine(
        label="What is the programme called?",
        max_length=120,
        help_text="With its cohort, like Housing, Spring 2027.",
        error_messages={"required": "Enter a name for the programme"},
    )
    first_on = forms.DateField(
        label="First date",
        widget=DayInput(),
        help_text="Of the set that meets first.",
        error_messages={"required": "Enter the first date", "invalid": "Enter a day, like 2 2 2027"},
    )

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)

    def clean_first_on(self) -> date:
        first: date = self.cleaned_data["first_on"]
        if first <= self.today:
            raise forms.ValidationError("Enter a first date that lies ahead")
        if first.year >= LATEST_YEAR:
            raise forms.ValidationError(f"Enter a first date before {LATEST_YEAR}")
        return first

    def refuse(self, wrong: ValueError) -> None:
        """The dates cannot be laid out from here: the sentence says why."""
        self.add_error("first_on", str(wrong).removesuffix("."))


class PlanningForm(FirstDateForm):
    at = forms.TimeField(
        label="Start time",
        widget=ClockInput(),
        error_messages={"required": "Enter a start time", "invalid": "Enter a start time, like 09:30"},
    )
    zone = forms.CharField(
        label="Time zone",
        max_length=64,
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter a time zone, like Europe/London"},
    )
    language = forms.ChoiceField(
        label="Language",
        choices=LANGUAGES,
        error_messages={"required": "Select a language", "invalid_choice": "Select a language"},
    )
    least_people = Count("At least", MOST_PEOPLE, f"Enter a number from 2 to {MOST_PEOPLE}", min_value=2)
    most_people = Count("At most", MOST_PEOPLE, f"Enter a number from 2 to {MOST_PEOPLE}", min_value=2)
    sets_0 = Count("Monday", MOST_SETS, "Enter how many sets meet on Mondays", required=False)
    sets_1 = Count("Tuesday", MOST_SETS, "Enter how many sets meet on Tuesdays", required=False)
    sets_2 = Count("Wednesday", MOST_SETS, "Enter how many sets meet on Wednesdays", required=False)
    sets_3 = Count("Thursday", MOST_SETS, "Enter how many sets meet on Thursdays", required=False)
    sets_4 = Count("Friday", MOST_SETS, "Enter how many sets meet on Fridays", required=False)
    sets_5 = Count("Saturday", MOST_SETS, "Enter how many sets meet on Saturdays", required=False)
    sets_6 = Count("Sunday", MOST_SETS, "Enter how many sets meet on Sundays", required=False)

    @property
    def weekday_fields(self) -> list[forms.BoundField]:
        return [self[f"sets_{number}"] for number in range(7)]

    def clean_zone(self) -> str:
        try:
            return zone_named(str(self.cleaned_data["zone"]).strip()).key
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong).removesuffix(".")) from None

    def clean(self) -> None:
        least, most = self.cleaned_data.get("least_people"), self.cleaned_data.get("most_people")
        if least and most and most < least:
            self.add_error("most_people", "Enter a number that is not under the least")
        if len(self.weekdays) > MOST_SETS:
            first = next(field for field in self.weekday_fields if field.data)
            self.add_error(first.name, f"A programme has at most {MOST_SETS} sets")
        first_on = self.cleaned_data.get("first_on")
        if first_on and self.weekdays and first_on.weekday() != self.weekdays[0]:
            self.add_error("first_on", _another_day(first_on, self.weekdays))

    @property
    def weekdays(self) -> tuple[int, ...]:
        """One for each set, from Monday on; where none is given, one set on the weekday of the first date."""
        counted = [self.cleaned_data.get(f"sets_{number}") or 0 for number in range(7)]
        found = tuple(number for number, n_sets in enumerate(counted) for _ in range(n_sets))
        first: date | None = self.cleaned_data.get("first_on")
        return found or ((first.weekday(),) if first else ())

    def new_programme(self, shape: Shape) -> NewProgramme:
        said = self.cleaned_data
        return NewProgramme(
            name=said["name"],
            shape=shape,
            first_on=said["first_on"],
            weekdays=self.weekdays,
            at=said["at"],
            zone=said["zone"],
            language=said["language"],
            least_people=said["least_people"],
            most_people=said["most_people"],
        )

    @property
    def zone_info(self) -> ZoneInfo:
        return ZoneInfo(self.cleaned_data["zone"])

    def mark(self, shape: str) -> str:
        """What the dates depend on, in short: with it a page knows whether it showed these dates."""
        said = self.cleaned_data
        parts = (shape, said["first_on"], self.weekdays, said["at"], said["zone"])
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def with_start(data: Mapping[str, str], press: str) -> dict[str, str]:
    """What was typed, with the first date that a button offers: ``start-2027-02-02``."""
    return {**{name: data[name] for name in data}, "first_on": press.removeprefix("start-")}


def _another_day(first: date, weekdays: tuple[int, ...]) -> str:
    day, meets = WEEKDAYS[first.weekday()], WEEKDAYS[weekdays[0]]
    if first.weekday() in weekdays:
        return f"This is a {day}, and a set meets on {meets}s. Enter the {meets} of that week"
    return f"This is a {day}, and no set meets on {day}s. Enter a {meets}, or another weekday below"
