"""What a facilitator would like to rehearse."""

from __future__ import annotations

from typing import Any

from django import forms

from setspace.core.process import catalogue
from setspace.core.process.files import Course, course_of
from setspace.core.process.formats import Block, BlockKind, Format, Plan
from setspace.lib import dates
from setspace.lib.forms import PlainForm
from setspace.people.models import Person
from setspace.programmes.queries.formats import formats_for, usable_plans
from setspace.room.rehearsal.difficult import Difficulty

MOST_PEOPLE = 8
SPEEDS = (("1", "As in life"), ("5", "Five times as fast"), ("20", "Twenty times as fast"))
HARD = (
    (Difficulty.ADVICE.value, "Somebody gives advice"),
    (Difficulty.RAMBLING.value, "Somebody rambles and keeps the floor"),
    (Difficulty.SILENCE.value, "Somebody stays silent"),
    (Difficulty.LATE.value, "Somebody comes late"),
    (Difficulty.DROPPING.value, "Somebody loses the line"),
)
ROUND = "round:"


class RehearsalForm(PlainForm):
    """Any plan or round that this person may use, with so many people, at a speed, as hard as they like."""

    what = forms.ChoiceField(
        label="What would you like to hold?",
        error_messages={
            "required": "Select a session plan or a round",
            "invalid_choice": "Select one of the list",
        },
    )
    people = forms.IntegerField(
        label="How many members?",
        min_value=2,
        max_value=MOST_PEOPLE,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), f"Enter a number from 2 to {MOST_PEOPLE}"
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--short"}),
    )
    speed = forms.ChoiceField(
        label="How fast?",
        choices=SPEEDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Select how fast", "invalid_choice": "Select how fast"},
    )
    hard = forms.MultipleChoiceField(
        label="What shall be difficult?",
        help_text="As many as you like, or none. Each is one member.",
        choices=HARD,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Select difficulties from the list"},
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._own = dict(usable_plans(person))
        self._formats = formats_for(person)
        what = self.fields["what"]
        assert isinstance(what, forms.ChoiceField)
        what.choices = self._choices()

    @property
    def course(self) -> Course:
        """The session to hold, with the rounds of its turns."""
        what = str(self.cleaned_data["what"])
        if what.startswith(ROUND):
            format_ = self._formats[what.removeprefix(ROUND)]
            return Course(of_one_round(format_), (format_,))
        if what in self._own:
            return self._own[what]
        return course_of(catalogue.plans()[what], catalogue.formats())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        people, hard = cleaned.get("people"), cleaned.get("hard", ())
        if people is not None and len(hard) > people:
            self.add_error("hard", f"Each is one member. With {people}, select at most {people}")
        if "what" in cleaned and "people" in cleaned:
            plan = self.course.plan
            if not plan.least_people <= cleaned["people"] <= plan.most_people:
                self.add_error(
                    "people", f"{plan.title} is for {plan.least_people} to {plan.most_people} people"
                )
        return cleaned

    def _choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        plans = [(key, _named(plan.title, plan.minutes)) for key, plan in catalogue.plans().items()]
        own = [(key, _named(course.plan.title, course.plan.minutes)) for key, course in self._own.items()]
        rounds = [(ROUND + key, _named(one.title, one.minutes)) for key, one in self._formats.items()]
        groups = [("Session plans", plans), ("Your own session plans", own), ("One round", rounds)]
        return [group for group in groups if group[1]]


def of_one_round(format_: Format) -> Plan:
    """A session of this round alone."""
    turn = Block("turn-1", "Turn 1", BlockKind.TURN, format_.minutes, format_.minutes, format=format_.key)
    return Plan(
        f"one-{format_.key}",
        format_.title,
        format_.source,
        format_.minutes,
        format_.least_people,
        format_.most_people,
        (turn,),
    )


def _named(title: str, minutes: int) -> str:
    return f"{title}, {dates.length(minutes)}"
