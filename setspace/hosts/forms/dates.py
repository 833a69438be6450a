"""Other dates: the whole series from another day, or one meeting of one set."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from setspace.hosts.forms.planning import LATEST_YEAR, FirstDateForm
from setspace.hosts.models import ProgrammeDate
from setspace.lib.forms import ClockInput, DayInput, PlainForm

START_TIME = {"required": "Enter a start time", "invalid": "Enter a start time, like 09:30"}


class AnewForm(FirstDateForm):
    """The first date and the time of day; everything else stays."""

    at = forms.TimeField(label="Start time", widget=ClockInput(), error_messages=START_TIME)

    field_order = ("first_on", "at")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["name"]

    @property
    def mark(self) -> str:
        return f"{self.cleaned_data['first_on']} {self.cleaned_data['at']:%H:%M}"


class CopyForm(FirstDateForm):
    """The next cohort."""

    @property
    def mark(self) -> str:
        return str(self.cleaned_data["first_on"])


class OneDateForm(PlainForm):
    on = forms.DateField(
        label="Day",
        widget=DayInput(),
        error_messages={"required": "Enter a day", "invalid": "Enter a day, like 27 4 2027"},
    )
    at = forms.TimeField(label="Start time", widget=ClockInput(), error_messages=START_TIME)
    and_following = forms.BooleanField(label="Move all that follow by as many days", required=False)

    def __init__(
        self, one: ProgrammeDate, zone: ZoneInfo, now: datetime, data: Any = None, **kwargs: Any
    ) -> None:
        self.zone, self.now = zone, now
        super().__init__(data, initial={"on": one.on, "at": one.at}, **kwargs)

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on.year >= LATEST_YEAR:
            raise forms.ValidationError(f"Enter a day before {LATEST_YEAR}")
        return on

    def clean(self) -> None:
        on, at = self.cleaned_data.get("on"), self.cleaned_data.get("at")
        if on and at and datetime.combine(on, at) <= self.now.astimezone(self.zone).replace(tzinfo=None):
            self.add_error("on", "Enter a day and time that lie ahead")

    def refuse(self, wrong: ValueError) -> None:
        self.add_error("on", str(wrong).removesuffix("."))

    @property
    def mark(self) -> str:
        said = self.cleaned_data
        return f"{said['on']} {said['at']:%H:%M} {said['and_following']}"
