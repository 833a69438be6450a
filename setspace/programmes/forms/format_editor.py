"""A whole format in its editor: what was typed, and what does not add up in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.datastructures import MultiValueDict

from setspace.core.process.faults import Fault, Place, format_faults, plan_faults
from setspace.core.process.files import Malformed, format_from_plain, plan_from_plain, to_plain
from setspace.core.process.formats import Floor, Format, Plan
from setspace.core.process.labels import label
from setspace.core.process.reading import MOST_PARTS
from setspace.lib import words
from setspace.programmes.forms.format_moves import Data, n_lists, n_parts
from setspace.programmes.forms.formats import (
    BlockForm,
    FieldsForm,
    PeopleForm,
    StageForm,
    WholeForm,
    WholePlanForm,
)
from setspace.programmes.queries.strips import Strip, look, strip_of


@dataclass(frozen=True, slots=True)
class Row:
    """One stage or part with its place, from which minute to which, and what is wrong with it."""

    form: FieldsForm
    name: str  # 0-3 is the fourth of the first list
    number: int
    is_last: bool
    begins: int
    ends: int
    said: Sequence[str]

    @property
    def speaks(self) -> str:
        """Who has the floor in it, unless it is a turn, whose round says so."""
        floor = self.form["floor"].value()
        return next((label(one) for one in Floor if one == floor), "") if not self.is_turn else ""

    @property
    def title(self) -> str:
        return str(self.form["title"].value() or "").strip() or "No name yet"

    @property
    def is_turn(self) -> bool:
        return "kind" in self.form.fields and self.form["kind"].value() == "turn"


@dataclass(frozen=True, slots=True)
class RowList:
    """The parts of a format, or of a variant for so many people."""

    number: int
    rows: Sequence[Row]
    strip: Strip
    people: PeopleForm | None
    said: Sequence[str]


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence, and where on the page it leads."""

    words: str
    anchor: str


class FormatEditor:
    """The forms of a format. ``body`` is what they say, sound or not, if they can be understood."""

    def __init__(self, key: str, formats: Mapping[str, Format], data: Data, *, is_plan: bool) -> None:
        self.key, self.formats, self.is_plan = key, formats, is_plan
        self.name = "blocks" if is_plan else "stages"
        self.whole = WholePlanForm(data) if is_plan else WholeForm(data)
        numbers = range(n_lists(data) if is_plan else 1)
        self.parts = [
            [self._form(data, number, place) for place in range(n_parts(data, number))] for number in numbers
        ]
        self.people = [PeopleForm(data, prefix=f"list-{number}") for number in numbers]
        self.body, self.faults = self._read()
        self._mark()

    @classmethod
    def of(cls, body: Format | Plan, formats: Mapping[str, Format]) -> "FormatEditor":
        """The editor as it begins."""
        plain, is_plan = to_plain(body), isinstance(body, Plan)
        data: dict[str, list[str]] = _typed("", WholePlanForm if is_plan else WholeForm, plain)
        variants = plain.get("variants", [])
        lists = [plain["blocks" if is_plan else "stages"], *(variant["blocks"] for variant in variants)]
        data["lists"] = [str(len(lists))]
        for number, parts in enumerate(lists):
            data[f"list-{number}-parts"] = [str(len(parts))]
            for place, part in enumerate(parts):
                data |= _typed(f"part-{number}-{place}-", BlockForm if is_plan else StageForm, part)
        for number, variant in enumerate(variants, 1):
            data[f"list-{number}-people"] = [str(variant["people"])]
        return cls(body.key, formats, MultiValueDict(data), is_plan=is_plan)

    @property
    def is_sound(self) -> bool:
        return self.body is not None and not self.faults

    @property
    def is_understood(self) -> bool:
        return self.body is not None

    @property
    def problems(self) -> list[Problem]:
        return [Problem(str(fault), self._anchor(fault.place)) for fault in self.faults]

    @property
    def standing(self) -> str:
        """One line about all of it."""
        if not self.faults:
            return "It adds up"
        if self.body is None:
            return f"{words.counted(len(self.faults), 'thing', 'things').capitalize()} to put right"
        return f"{words.counted(len(self.faults), 'thing does', 'things do').capitalize()} not add up yet"

    @property
    def said_of_whole(self) -> list[str]:
        return [_short(fault, 0) for fault in self.faults if _list_of(fault.place) is None]

    @property
    def may_have_more(self) -> bool:
        return sum(len(parts) for parts in self.parts) < MOST_PARTS[self.name]

    @property
    def may_have_variants(self) -> bool:
        has_room = sum(len(parts) for parts in self.parts) + len(self.parts[0]) <= MOST_PARTS["blocks"]
        return self.is_plan and has_room and len(self.parts) <= MOST_PARTS["variants"]

    @property
    def lists(self) -> list[RowList]:
        return [self._list(number) for number in range(len(self.parts))]

    def _form(self, data: Data, number: int, place: int) -> FieldsForm:
        prefix = f"part-{number}-{place}"
        if not self.is_plan:
            return StageForm(data, prefix=prefix)
        form = BlockForm(data, prefix=prefix)
        form.offer((key, f"{one.title}, {one.minutes} min") for key, one in self.formats.items())
        return form

    def _plain(self) -> dict[str, Any]:
        plain = {"key": self.key, **self.whole.plain()}
        lists = [[form.plain() for form in parts] for parts in self.parts]
        if not self.is_plan:
            return {**plain, "stages": lists[0]}
        variants = [
            {**people.plain(), "blocks": parts} for people, parts in zip(self.people, lists, strict=True)
        ]
        return {**plain, "blocks": lists[0], "variants": variants[1:]}

    def _read(self) -> tuple[Format | Plan | None, tuple[Fault, ...]]:
        plain = self._plain()
        try:
            if self.is_plan:
                plan = plan_from_plain(plain)
                return plan, plan_faults(plan, self.formats)
            format_ = format_from_plain(plain)
            return format_, format_faults(format_)
        except Malformed as malformed:
            return None, malformed.faults

    def _list(self, number: int) -> RowList:
        typed = [_number(form["minutes"].value()) for form in self.parts[number]]
        looks = [
            look(form["kind"].value() if self.is_plan else "", form["floor"].value())
            for form in self.parts[number]
        ]
        titles = [str(form["title"].value() or "") for form in self.parts[number]]
        declared = _number(self.whole["minutes"].value()) or sum(typed)
        strip = strip_of(zip(titles, typed, looks, strict=True), declared)
        here: Place = ("variants", number - 1) if number else ()
        rows = [
            Row(
                form=form,
                name=f"{number}-{place}",
                number=place + 1,
                is_last=place == len(self.parts[number]) - 1,
                begins=strip.segments[place].begins,
                ends=strip.segments[place].ends,
                said=self._said((*here, self.name, place)),
            )
            for place, form in enumerate(self.parts[number])
        ]
        people = self.people[number] if number else None
        said = [
            _short(fault, 2)
            for fault in self.faults
            if number and _list_of(fault.place) == number and _part_of(fault.place) is None
        ]
        return RowList(number, rows, strip, people, said)

    def _said(self, here: Place) -> list[str]:
        n = len(here)
        return [_short(fault, n) for fault in self.faults if fault.place[:n] == here]

    def _anchor(self, place: Place) -> str:
        """The id of what mends it: an input, a part, a list."""
        number, part = _list_of(place), _part_of(place)
        if number is None:
            return f"id_{place[0]}" if place and place[0] in self.whole.fields else "list-0"
        return f"list-{number}" if part is None else f"part-{number}-{part}"

    def _mark(self) -> None:
        """Inputs that cannot be understood say so, and lead to the sentence about them."""
        for fault in self.faults if self.body is None else ():
            number, part = _list_of(fault.place), _part_of(fault.place)
            form: FieldsForm
            if number is None:
                form, name, about = self.whole, "_".join(map(str, fault.place[:1])), "said-whole"
            elif part is None:
                form, name, about = self.people[number], "people", f"said-list-{number}"
            else:
                form, about = self.parts[number][part], f"said-{number}-{part}"
                name = "_".join(str(step) for step in fault.place[4 if number else 2 :][:2])
            if name in form.fields:
                marks = {"aria-invalid": "true", "aria-describedby": about}
                form.fields[name].widget.attrs.update(marks)

    @property
    def invalid(self) -> dict[str, str]:
        """The ids of inputs that cannot be understood, each with that of the sentence about it."""
        return dict(self._invalid())

    def _invalid(self) -> Iterator[tuple[str, str]]:
        for form in (self.whole, *self.people, *(form for parts in self.parts for form in parts)):
            for name, one in form.fields.items():
                if "aria-invalid" in one.widget.attrs:
                    yield str(form[name].auto_id), str(one.widget.attrs["aria-describedby"])


def _typed(prefix: str, form: type[FieldsForm], plain: Mapping[str, Any]) -> dict[str, list[str]]:
    """Values as a browser would send them."""
    values = form.initial_from(plain)
    sent: dict[str, list[str]] = {}
    for name in form.base_fields:
        value = values[name]
        if isinstance(value, list):
            sent[prefix + name] = value
        elif isinstance(value, bool):
            sent |= {prefix + name: ["on"]} if value else {}
        else:
            sent[prefix + name] = ["" if value is None else str(value)]
    return sent


def _number(value: object) -> int:
    text = str(value or "").strip()
    return min(int(text), 999) if text.isdecimal() and text.isascii() and len(text) < 7 else 0


def _short(fault: Fault, n: int) -> str:
    """The sentence for somebody who sees the place already."""
    return str(Fault(fault.place[n:], fault.words, fault.names_itself))


def _list_of(place: Place) -> int | None:
    if place[:1] == ("variants",) and len(place) > 1:
        return int(place[1]) + 1
    return 0 if place[:1] in (("stages",), ("blocks",)) and len(place) > 1 else None


def _part_of(place: Place) -> int | None:
    inner = place[2:] if place[:1] == ("variants",) else place
    return int(inner[1]) if len(inner) > 1 and inner[0] in ("stages", "blocks") else None
