"""Days on which a host's sets do not meet: typed as a list, or from a calendar file."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from setspace.core.schedule.blocked import Read, read
from setspace.core.schedule.obstacles import Obstacle
from setspace.hosts.changes.days import MOST_DAYS, NewDays
from setspace.lib.forms import PlainForm

MOST_BYTES = 2_000_000
MOST_FAULTS = 3
YEARS_AHEAD = 4


class DaysForm(PlainForm):
    listed = forms.CharField(
        label="Days, one on each line",
        required=False,
        max_length=20_000,
        help_text="Like 2027-02-15 to 2027-02-19 Half-term",
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label="Or a calendar file",
        required=False,
        help_text="An .ics file, for example of your schools. An entry of some hours counts as a day.",
        widget=forms.FileInput(attrs={"accept": ".ics,.txt,text/calendar,text/plain"}),
    )
    strictness = forms.ChoiceField(
        label="How strictly?",
        choices=[
            ("soft", "Better not: used only where another date costs more"),
            ("hard", "Never: used only where no other week within reach is free"),
        ],
        initial="soft",
        widget=forms.RadioSelect,
        error_messages={"required": "Select how strictly", "invalid_choice": "Select how strictly"},
    )

    def __init__(self, zone: ZoneInfo, today: date, *args: Any, **kwargs: Any) -> None:
        self.zone, self.today = zone, today
        super().__init__(*args, **kwargs)

    def clean_listed(self) -> tuple[Obstacle, ...]:
        return self._read(str(self.cleaned_data["listed"]))

    def clean_file(self) -> tuple[Obstacle, ...]:
        file = self.cleaned_data["file"]
        if file is None:
            return ()
        if file.size > MOST_BYTES:
            raise forms.ValidationError("This file has more than 2 MB. Export a shorter time")
        return self._read(file.read().decode("utf-8", "replace"))

    def clean(self) -> None:
        if self.errors:
            return
        if not self.cleaned_data["listed"] and not self.cleaned_data["file"]:
            self.add_error("listed", "Enter at least one day, or choose a file that has some from now on")
        elif len(self.new_days) > MOST_DAYS:
            self.add_error("file", f"This is more than {MOST_DAYS} days off. Export a shorter time")

    @property
    def new_days(self) -> list[NewDays]:
        is_soft = self.cleaned_data["strictness"] == "soft"
        found = (*self.cleaned_data["listed"], *self.cleaned_data["file"])
        return [NewDays(one.name, one.first, one.last, is_soft) for one in found]

    def _read(self, text: str) -> tuple[Obstacle, ...]:
        last = date(self.today.year + YEARS_AHEAD, 12, 31)
        found: Read = read(text, self.zone, self.today, last)
        if found.faults:
            said = " ".join(str(fault) for fault in found.faults[:MOST_FAULTS])
            raise forms.ValidationError(said.removesuffix("."))
        return found.obstacles
