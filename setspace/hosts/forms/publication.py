"""When people may apply, and by when they have an answer."""

from datetime import date
from typing import Any

from django import forms

from setspace.hosts.models import Programme
from setspace.lib import dates
from setspace.lib.forms import DayInput, PlainForm


def _day(label: str, help_text: str) -> forms.DateField:
    said = {"invalid": "Enter a day, like 11 1 2027"}
    return forms.DateField(
        label=label, required=False, help_text=help_text, widget=DayInput(), error_messages=said
    )


class PublicationForm(PlainForm):
    opens_on = _day("Applications open on", "Leave this empty to open them when you publish.")
    closes_on = _day("Last day to apply", "Leave this empty to let people apply until the first date.")
    replies_on = _day(
        "Everybody has an answer by", "It is shown on the page. Leave it empty to promise none."
    )

    def __init__(self, programme: Programme, today: date, *args: Any, **kwargs: Any) -> None:
        self.programme, self.today = programme, today
        names = ("opens_on", "closes_on", "replies_on")
        kwargs.setdefault("initial", {name: getattr(programme, name) for name in names})
        super().__init__(*args, **kwargs)

    def clean(self) -> None:
        opens, closes, replies = (
            self.cleaned_data.get(name) for name in ("opens_on", "closes_on", "replies_on")
        )
        first = self.programme.first_on
        if opens and closes and closes < opens:
            self.add_error("closes_on", "Enter a last day that is not before the day they open")
        elif opens and opens > first:
            self.add_error("opens_on", f"Enter a day before the first date, {dates.day_and_year(first)}")
        if closes and closes > first:
            self.add_error("closes_on", f"Enter a day before the first date, {dates.day_and_year(first)}")
        elif closes and closes < self.today and not self.programme.is_published:
            self.add_error("closes_on", "Enter a last day that lies ahead")
        if replies and closes and replies < closes:
            self.add_error("replies_on", "Enter a day that is not before the last day to apply")
        elif replies and replies > first:
            self.add_error("replies_on", f"Enter a day before the first date, {dates.day_and_year(first)}")
