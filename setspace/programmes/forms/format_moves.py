"""What the buttons of a format's editor do to what was typed: move, take out and add parts."""

import re
from typing import Any

from django.utils.datastructures import MultiValueDict

from setspace.core.process.reading import MOST_PARTS
from setspace.programmes.forms.formats import BlockForm, StageForm

Data = MultiValueDict[str, str]
Part = dict[str, list[str]]

_PRESS = re.compile(r"(up|down|out|add|more|fewer)(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?", re.ASCII)


def moved(data: Data, press: str, *, is_plan: bool) -> Data:
    """The same answers with the parts in another order or number; as they are where a press makes no sense.

    ``up-0-3`` moves part 3 of list 0 up, ``down-0-3`` down, ``out-0-3`` takes it out, ``add-0`` adds one at
    the end; ``more`` adds a variant with the parts of the plan, and ``fewer-1`` takes a variant out.
    """
    match = _PRESS.fullmatch(press)
    if match is None:
        return data
    lists = [_parts(data, number) for number in range(n_lists(data))]
    people = [data.get(f"list-{number}-people", "") for number in range(len(lists))]
    which, number, place = match[1], int(match[2] or 0), int(match[3] or 0)
    if which in ("more", "fewer"):
        _change_lists(which, number, lists, people)
    elif number < len(lists):
        _change_parts(which, place, lists[number], is_plan=is_plan)
    return _together(data, lists, people)


def n_lists(data: Data) -> int:
    return count(data, "lists", 1, MOST_PARTS["variants"] + 1)


def count(data: Data, name: str, least: int, most: int) -> int:
    """How many there were, as the page says itself."""
    said = data.get(name, "")
    number = int(said) if re.fullmatch(r"[0-9]{1,3}", said, re.ASCII) else least
    return max(least, min(most, number))


def n_parts(data: Data, number: int) -> int:
    return count(data, f"list-{number}-parts", 0, MOST_PARTS["blocks"])


def _parts(data: Data, number: int) -> list[Part]:
    return [_part(data, f"part-{number}-{place}-") for place in range(n_parts(data, number))]


def _part(data: Data, prefix: str) -> Part:
    return {name.removeprefix(prefix): data.getlist(name) for name in data if name.startswith(prefix)}


def _change_lists(which: str, number: int, lists: list[list[Part]], people: list[str]) -> None:
    if which == "more" and len(lists) <= MOST_PARTS["variants"]:
        lists.append([dict(part) for part in lists[0]])
        people.append("")
    elif which == "fewer" and 0 < number < len(lists):
        del lists[number], people[number]


def _change_parts(which: str, place: int, parts: list[Part], *, is_plan: bool) -> None:
    if which == "add":
        if len(parts) < MOST_PARTS["blocks" if is_plan else "stages"]:
            parts.append(_new_part(parts, is_plan=is_plan))
        return
    if place >= len(parts):
        return
    part = parts.pop(place)
    if which != "out":
        parts.insert(max(0, place - 1) if which == "up" else place + 1, part)


def _new_part(parts: list[Part], *, is_plan: bool) -> Part:
    form: BlockForm | StageForm = BlockForm() if is_plan else StageForm()
    part = {name: [str(field.initial)] for name, field in form.fields.items() if field.initial is not None}
    taken = {key for one in parts for key in one.get("key", [])}
    word = "part" if is_plan else "stage"
    part["key"] = [next(key for n in range(1, 999) if (key := f"{word}-{n}") not in taken)]
    return part


def _together(data: Data, lists: list[list[Part]], people: list[str]) -> Data:
    kept: dict[str, list[Any]] = {
        name: data.getlist(name) for name in data if not re.match(r"(part|list)-|lists$", name)
    }
    kept["lists"] = [str(len(lists))]
    for number, parts in enumerate(lists):
        kept[f"list-{number}-parts"] = [str(len(parts))]
        kept[f"list-{number}-people"] = [people[number]]
        for place, part in enumerate(parts):
            kept |= {f"part-{number}-{place}-{name}": values for name, values in part.items()}
    return MultiValueDict(kept)
