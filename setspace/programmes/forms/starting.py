"""The page that starts a set: a few questions, rows of people, rows of dates, ground rules."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from setspace.lib.forms import PlainForm
from setspace.people.models import Person
from setspace.programmes.changes import Invitee, NewSet, PlannedDate
from setspace.programmes.forms.about import AboutForm
from setspace.programmes.forms.fields import (
    LANGUAGES,
    DateForm,
    GroundRulesForm,
    PersonForm,
    VideoLinkForm,
)
from setspace.programmes.models import OWN
from setspace.programmes.queries.formats import plan_choices

_Form = TypeVar("_Form", bound=PlainForm)

LEAST_PEOPLE, MOST_PEOPLE = 3, 8  # members; a facilitator is not one of them
FIRST_ROWS = 4
MOST_DATES = 12


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
        self._offer_own()

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
        self._check_plans()
        self._check_dates(ZoneInfo(self.about.cleaned_data.get("zone", "Europe/London")), now)
        return not self.errors

    def new_set(self) -> NewSet:
        about = self.about.cleaned_data
        return NewSet(
            name=about["name"],
            plan=about["plan"],
            people=self._invitees(),
            rules=self.rules.rules,
            summary_mode=self.rules.summary_mode,
            facilitator=self.about.facilitator,
            takes_turns=self.about.takes_turns,
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
        more._offer_own()
        return more

    def _offer_own(self) -> None:
        own = plan_choices(self.starter)
        self.about.offer(own)
        for form in self.dates:
            form.offer(own)

    def _check_plans(self) -> None:
        """Somebody's own plan is for the sets that they facilitate."""
        for form in (self.about, *self.dates):
            if self.about.facilitator and str(form.cleaned_data.get("plan", "")).startswith(OWN):
                form.add_error("plan", "Your own plan is for sets that you facilitate. Select one of ours")

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
                who = "is you" if self.about.takes_turns else "is the facilitator"
                form.add_error(field, f"{one.email} {who}. Name the other members only")
            elif one.email in seen:
                form.add_error(field, f"{one.email} is on your list twice, for {seen[one.email]} too")
            seen.setdefault(one.email, one.name)
        self._check_number()

    def _check_number(self) -> None:
        """Who starts a set that takes turns is one of its members."""
        filled = [form for form in self.people if form["name"].data or form["email"].data]
        n_people = len(filled) + len(self.about.invitees)
        mine = int(self.about.takes_turns)
        beside = "you" if mine else "the facilitator"
        least, most = LEAST_PEOPLE - mine, MOST_PEOPLE - mine
        if n_people < least and "pasted" not in self.about.errors:
            empty = next((form for form in self.people if form not in filled), self.people[-1])
            empty.add_error("name", f"Enter at least {least} people besides {beside}")
        if n_people > most:
            self.about.add_error(
                "pasted", f"A set has at most {most} people besides {beside}. This is {n_people}"
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
