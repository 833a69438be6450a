"""Extra time in somebody's turns, as the facilitator types it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from setspace.lib.forms import PlainForm
from setspace.people.models import Person
from setspace.records.changes.airtime import MOST_EXTRA

WRONG = f"Enter whole minutes from 0 to {MOST_EXTRA}"


class ExtraTimeForm(PlainForm):
    """One field for each member: by how many minutes their turns are longer."""

    def __init__(self, *args: Any, members: Sequence[Person], now: Mapping[UUID, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {_field(member): _minutes(member, now[member.pk]) for member in members}

    def minutes_of(self, member: Person) -> int:
        return int(self.cleaned_data[_field(member)] or 0)


def _field(member: Person) -> str:
    return f"extra-{member.pk}"


def _minutes(member: Person, now: int) -> forms.IntegerField:
    errors = dict.fromkeys(("invalid", "min_value", "max_value"), f"{WRONG} for {member.first_name}")
    return forms.IntegerField(
        label=member.name,
        initial=now or None,
        required=False,
        min_value=0,
        max_value=MOST_EXTRA,
        error_messages=errors,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input input--short"}),
    )
