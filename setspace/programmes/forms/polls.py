"""Offering dates to a set, and answering."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django import forms

from setspace.core.schedule.poll import Answer
from setspace.lib import clock, dates
from setspace.lib.forms import ClockInput, DayInput, PlainForm
from setspace.programmes.changes import FEWEST_DATES, MOST_DATES, Offer
from setspace.programmes.models import Meeting, PollDate, utc_of
from setspace.programmes.queries.attendance import LEAST

DAY = timedelta(days=1)
USUAL_DAYS = 7  # to answer


class OfferForm(PlainForm):
    """Two to five dates. An empty row is no date."""

    quorum = forms.IntegerField(
        label="How many members have to be sure that they can come?",
        min_value=1,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
        error_messages={
            "required": "Enter how many members have to be sure",
            "invalid": "Enter how many members have to be sure, in figures",
            "min_value": "Enter at least 1",
        },
    )
    closes_on = forms.DateField(
        label="Last day to answer",
        widget=DayInput(),
        help_text="It closes sooner when everybody has answered.",
        error_messages={
            "required": "Enter the last day to answer",
            "invalid": "Enter a day, like 27 4 2027",
        },
    )

    def __init__(
        self, meeting: Meeting, n_members: int, now: datetime, *args: object, **kwargs: object
    ) -> None:
        self.meeting, self.n_members, self.now = meeting, n_members, now
        super().__init__(*args, **kwargs)

    @staticmethod
    def usual(meeting: Meeting, n_members: int, now: datetime) -> dict[str, object]:
        today = now.astimezone(meeting.learning_set.tz).date()
        return {
            "quorum": min(n_members, max(LEAST, n_members - 1)) or 1,
            "closes_on": min(today + USUAL_DAYS * DAY, meeting.on),
        }

    def clean_quorum(self) -> int:
        quorum = int(self.cleaned_data["quorum"])
        if quorum > self.n_members:
            raise forms.ValidationError(f"There are {self.n_members} members. Enter as many or fewer")
        return quorum

    def clean_closes_on(self) -> date:
        last: date = self.cleaned_data["closes_on"]
        if last < self.now.astimezone(self.meeting.learning_set.tz).date():
            raise forms.ValidationError("Enter a day that has not passed")
        return last

    @property
    def closes_at(self) -> datetime:
        """The end of the last day."""
        last: date = self.cleaned_data["closes_on"]
        return utc_of(last + DAY, time(), self.meeting.learning_set.tz)


class OfferedForm(PlainForm):
    """One date on offer."""

    on = forms.DateField(
        label="Day",
        required=False,
        widget=DayInput(),
        error_messages={"invalid": "Enter a day, like 27 4 2027"},
    )
    at = forms.TimeField(
        label="Start time",
        required=False,
        widget=ClockInput(),
        error_messages={"invalid": "Enter a start time, like 09:30"},
    )

    def check(self, meeting: Meeting, now: datetime) -> None:
        on, at, zone = self.cleaned_data.get("on"), self.cleaned_data.get("at"), meeting.learning_set.tz
        if not on or self.errors:
            return
        if not at:
            self.add_error("at", f"Enter the time you start on {dates.day(on)}")
        elif utc_of(on, at, zone) <= now:
            self.add_error("on", "Enter a day and time that lie ahead")
        elif not dates.exists(on, at, zone):
            self.add_error("at", "The clocks skip this time on that day. Enter another time")

    @property
    def date(self) -> tuple[date, time] | None:
        on, at = self.cleaned_data.get("on"), self.cleaned_data.get("at")
        return (on, at) if on and at else None


class OfferForms:
    """The whole page of an offer: its dates, and how it closes."""

    def __init__(
        self,
        meeting: Meeting,
        n_members: int,
        now: datetime,
        data: object = None,
        suggested: Sequence[date] = (),
    ) -> None:
        self.meeting, self.now = meeting, now
        usual = OfferForm.usual(meeting, n_members, now)
        self.about = OfferForm(meeting, n_members, now, data, initial=usual)
        self.dates = [
            OfferedForm(data, prefix=f"date-{place}", initial={"on": on, "at": meeting.at})
            for place, on in enumerate((*suggested, *[None] * MOST_DATES)[:MOST_DATES], start=1)
        ]

    def is_valid(self) -> bool:
        are_well = [form.is_valid() for form in (self.about, *self.dates)]
        if all(are_well):
            for form in self.dates:
                form.check(self.meeting, self.now)
            if not any(form.errors for form in self.dates) and len(set(self.offered)) < FEWEST_DATES:
                place = len(self.offered)
                self.dates[place].add_error("on", f"Offer at least {FEWEST_DATES} different dates")
        return not any(form.errors for form in (self.about, *self.dates))

    @property
    def offered(self) -> list[tuple[date, time]]:
        return [form.date for form in self.dates if form.date]

    @property
    def offer(self) -> Offer:
        return Offer(sorted(set(self.offered)), self.about.cleaned_data["quorum"], self.about.closes_at)

    @property
    def has_errors(self) -> bool:
        return any(form.is_bound and form.errors for form in (self.about, *self.dates))


class AnswerForm(PlainForm):
    """Yes, if need be, or no to each date."""

    def __init__(self, offered: Sequence[PollDate], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for one in offered:
            wrong = f"Select whether you can come on {dates.day(one.on)}"
            self.fields[str(one.pk)] = forms.ChoiceField(
                label=one.when(clock.now().date()),
                choices=[
                    (Answer.YES.value, "Yes"),
                    (Answer.MAYBE.value, "If need be"),
                    (Answer.NO.value, "No"),
                ],
                widget=forms.RadioSelect,
                error_messages={"required": wrong, "invalid_choice": wrong},
            )

    @property
    def answers(self) -> dict[UUID, Answer]:
        return dict(self._said())

    def _said(self) -> Iterator[tuple[UUID, Answer]]:
        for name, answer in self.cleaned_data.items():
            yield UUID(name), Answer(answer)
