"""The page that starts a set: a few questions, rows of people, rows of dates, ground rules."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo, available_timezones

from django import forms

from setspace.lib.forms import PlainForm
from setspace.people.models import Person
from setspace.programmes.changes import Invitee, NewSet, PlannedDate
from setspace.programmes.forms.fields import (
    EMAIL_EXAMPLE,
    LANGUAGES,
    DateForm,
    GroundRulesForm,
    OneLine,
    PersonForm,
    VideoLinkForm,
    checked_email,
    usual_choices,
)

_Form = TypeVar("_Form", bound=PlainForm)

LEAST_PEOPLE, MOST_PEOPLE = 3, 8
FIRST_ROWS = 4
MOST_DATES = 12

_ADDRESS = re.compile(r"[^\s<>(),;:\"']+@[^\s<>(),;:\"']+")
_LISTED = re.compile(r"^(?P<name>.*?)[\s,;]*<?(?P<email>[^\s<>,;]+@[^\s<>,;]+)>?$")


class AboutForm(PlainForm):
    """What the set is called, how it meets, and who facilitates."""

    name = OneLine(
        label="What is the set called?",
        max_length=80,
        help_text="A name that people recognise in their mail, like Tuesday set. It is not confidential.",
        error_messages={"required": "Enter a name for the set"},
    )
    leads = forms.ChoiceField(
        label="Who facilitates?",
        choices=[("me", "I do"), ("other", "Somebody else")],
        widget=forms.RadioSelect,
        initial="me",
        error_messages={"required": "Select who facilitates", "invalid_choice": "Select who facilitates"},
    )
    facilitator_name = OneLine(label="Facilitator’s name", required=False, max_length=120)
    facilitator_email = forms.CharField(
        label="Facilitator’s email address",
        required=False,
        max_length=254,
        help_text="We ask the facilitator first. The others are invited once the facilitator says yes.",
        widget=forms.EmailInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )
    plan = forms.ChoiceField(
        label="How do you usually meet?",
        choices=usual_choices,
        widget=forms.RadioSelect,
        initial="tpas-session",
        error_messages={
            "required": "Select how you usually meet",
            "invalid_choice": "Select how you usually meet",
        },
    )
    pasted = forms.CharField(
        label="Paste a list instead",
        required=False,
        max_length=4000,
        help_text="One person on each line, like Mei Tan, mei@example.org.uk",
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocapitalize": "words"}),
    )
    language = forms.ChoiceField(
        label="Language you speak together",
        choices=LANGUAGES,
        initial="en-gb",
        error_messages={"required": "Select the language you speak together"},
        help_text="So that screen readers say your words well. The pages themselves are in English.",
    )
    zone = forms.CharField(
        label="Time zone",
        initial="Europe/London",
        max_length=64,
        help_text="Sessions keep their local time when the clocks change.",
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter a time zone, like Europe/London"},
    )

    def clean_zone(self) -> str:
        zone = str(self.cleaned_data["zone"]).strip()
        if zone not in available_timezones():
            raise forms.ValidationError("Enter a time zone, like Europe/London")
        return zone

    def clean_pasted(self) -> list[Invitee]:
        lines = [line.strip() for line in str(self.cleaned_data["pasted"]).replace(";", "\n").splitlines()]
        return [_listed(line) for line in lines if line]

    def clean(self) -> None:
        if self.cleaned_data.get("leads") == "other":
            self._check_facilitator()

    def _check_facilitator(self) -> None:
        if not self.cleaned_data.get("facilitator_name"):
            self.add_error("facilitator_name", "Enter the facilitator’s name")
        email = str(self.cleaned_data.get("facilitator_email", "")).strip().lower()
        try:
            checked_email(email)
        except forms.ValidationError:
            words = EMAIL_EXAMPLE if email else "Enter the facilitator’s email address"
            self.add_error("facilitator_email", words)
        self.cleaned_data["facilitator_email"] = email

    @property
    def facilitator(self) -> Invitee | None:
        if self.cleaned_data.get("leads") != "other":
            return None
        name, email = self.cleaned_data.get("facilitator_name"), self.cleaned_data.get("facilitator_email")
        return Invitee(name or "", email or "")

    @property
    def invitees(self) -> list[Invitee]:
        return list(self.cleaned_data.get("pasted") or [])


class StartForms:
    """All the forms of the page together: they are valid together, and their errors are listed together."""

    def __init__(self, starter: Person, data: Mapping[str, str] | None = None) -> None:
        self.starter = starter
        self.about = AboutForm(data, initial={"zone": starter.zone or "Europe/London"})
        self.rules = GroundRulesForm(data)
        self.video = VideoLinkForm(data)
        self.people = [
            PersonForm(data, prefix=f"person-{n}")
            for n in range(_rows(data, "people", FIRST_ROWS, MOST_PEOPLE))
        ]
        self.dates = [DateForm(data, prefix=f"date-{n}") for n in range(_rows(data, "dates", 1, MOST_DATES))]

    @property
    def forms(self) -> Sequence[PlainForm]:
        """In the order of the page."""
        return [self.about, *self.people, *self.dates, self.video, self.rules]

    @property
    def errors(self) -> bool:
        return any(form.is_bound and form.errors for form in self.forms)

    @property
    def language_name(self) -> str:
        return dict(LANGUAGES).get(str(self.about["language"].value()), "English (UK)")

    @property
    def may_have_more_people(self) -> bool:
        return len(self.people) < MOST_PEOPLE

    @property
    def may_have_more_dates(self) -> bool:
        return len(self.dates) < MOST_DATES

    def are_valid(self, now: datetime) -> bool:
        """Every form is asked, and then all of them together, so that all that is wrong is said at once."""
        for form in self.forms:
            form.full_clean()
        self._check_people()
        self._check_dates(ZoneInfo(self.about.cleaned_data.get("zone", "Europe/London")), now)
        return not self.errors

    def new_set(self) -> NewSet:
        about = self.about.cleaned_data
        return NewSet(
            name=about["name"],
            plan=about["plan"],
            people=self._invitees(),
            rules=self.rules.rules,
            facilitator=self.about.facilitator,
            dates=self._planned(),
            video_link=self.video.cleaned_data["video_link"],
            language=about["language"],
            zone=about["zone"],
        )

    def with_more(self, which: str) -> "StartForms":
        """The same page with one more row, and nothing said about what is not filled in yet."""
        more = StartForms(self.starter)
        more.about = _as_typed(self.about)
        more.rules = _as_typed(self.rules)
        more.video = _as_typed(self.video)
        more.people = [_as_typed(form) for form in self.people]
        more.dates = [_as_typed(form) for form in self.dates]
        if which == "people" and self.may_have_more_people:
            more.people.append(PersonForm(prefix=f"person-{len(self.people)}"))
        if which == "dates" and self.may_have_more_dates:
            more.dates.append(DateForm(prefix=f"date-{len(self.dates)}"))
        return more

    def _invitees(self) -> list[Invitee]:
        typed = [form.invitee for form in self.people]
        return [one for one in typed if one] + self.about.invitees

    def _planned(self) -> list[PlannedDate]:
        planned = [form.planned(self.about.cleaned_data["plan"]) for form in self.dates]
        return [one for one in planned if one]

    def _check_people(self) -> None:
        facilitator = self.about.facilitator
        leads = facilitator.email if facilitator else self.starter.email
        seen: dict[str, str] = {}
        for form, field, one in self._written():
            if one.email == leads:
                form.add_error(field, f"{one.email} is the facilitator. Name the other members only")
            elif one.email in seen:
                form.add_error(field, f"{one.email} is on your list twice, for {seen[one.email]} too")
            seen.setdefault(one.email, one.name)
        self._check_number()

    def _check_number(self) -> None:
        filled = [form for form in self.people if form["name"].data or form["email"].data]
        n_people = len(filled) + len(self.about.invitees)
        if n_people < LEAST_PEOPLE and "pasted" not in self.about.errors:
            empty = next((form for form in self.people if form not in filled), self.people[-1])
            empty.add_error("name", "Enter at least 3 people besides the facilitator")
        if n_people > MOST_PEOPLE:
            self.about.add_error(
                "pasted", f"A set has at most 8 people besides the facilitator. This is {n_people}"
            )

    def _written(self) -> Iterator[tuple[PlainForm, str, Invitee]]:
        for form in self.people:
            if form.invitee:
                yield form, "email", form.invitee
        for one in self.about.invitees:
            yield self.about, "pasted", one

    def _check_dates(self, zone: ZoneInfo, now: datetime) -> None:
        seen = set()
        for form in self.dates:
            form.check(zone, now)
            moment = (form.cleaned_data.get("on"), form.cleaned_data.get("at"))
            if all(moment) and moment in seen:
                form.add_error("on", "You have this day and time twice")
            seen.add(moment)


def _rows(data: Mapping[str, str] | None, name: str, least: int, most: int) -> int:
    """How many rows the page had, as it says itself."""
    said = (data or {}).get(name, "")
    return max(least, min(most, int(said))) if said.isdecimal() and len(said) < 4 else least


def _as_typed(form: _Form) -> _Form:
    """A form that shows what was typed, and does not yet say what is wrong with it."""
    typed = {name: form[name].data for name in form.fields}
    return type(form)(prefix=form.prefix, initial=typed)


def _listed(line: str) -> Invitee:
    """Mei Tan, mei@example.org.uk, or Mei Tan <mei@example.org.uk>, or an address alone."""
    if len({address.lower() for address in _ADDRESS.findall(line)}) > 1:
        raise forms.ValidationError(f"Write one person on each line, not several as on “{line}”")
    match = _LISTED.match(line)
    if match is None:
        raise forms.ValidationError(f"Write a name and an email address on the line “{line}”")
    email = match["email"].lower()
    try:
        checked_email(email)
    except forms.ValidationError:
        raise forms.ValidationError(f"Check the email address on the line “{line}”") from None
    name = " ".join(match["name"].split()).strip("\"' ,;")
    name = "" if name.lower() == email else name
    return Invitee(name or email.partition("@")[0].replace(".", " ").title(), email)
