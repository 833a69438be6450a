"""People from a table, and sets as a table, for those who come with a spreadsheet."""

import csv
import io
from typing import Any

from setspace.core.forming.fields import Fault
from setspace.core.forming.model import Answer, Instance
from setspace.lib.tables import plain_cell

LISTS = ("needs", "languages", "aims")
NUMBERS = ("priority", "applied")
YES = {"yes": 0, "y": 0, "preferred": 0, "0": 0, "possible": 1, "maybe": 1, "1": 1}
NO = ("", "no", "n")


def people_from(text: str, data: dict[str, Any]) -> list[dict[str, Any]]:
    """Applicants of a table: a column for each field and, as `slot:ID`, for each slot (yes, possible or no).

    Lists have semicolons between their words. Raises `Fault` with the line that cannot be read.
    """
    sample = text.split("\n", 1)[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if sample.count(";") > sample.count(",") else ",")
    scales = _scales(data)
    return [_person(row, number, scales) for number, row in enumerate(rows, start=2)]


def _scales(data: dict[str, Any]) -> set[str]:
    try:
        mixed = data["programme"]["score"]["diversity"]
        return {name for name, one in mixed.items() if one["type"] == "ordinal"}
    except (KeyError, TypeError, AttributeError):
        return set()


def _person(row: dict[Any, Any], number: int, scales: set[str]) -> dict[str, Any]:
    if None in row or None in row.values():
        raise Fault(f"Line {number} of the table has more or fewer cells than its first line names.")
    found: dict[str, Any] = {"slots": {}}
    for name, cell in row.items():
        word = cell.strip()
        if name.startswith("slot:"):
            _slot(found, name.removeprefix("slot:"), word, number)
        elif name in LISTS:
            found[name] = [one.strip() for one in word.split(";") if one.strip()]
        elif name in NUMBERS or name in scales:
            found[name] = _number(word, name, number)
        else:
            found[name] = word.lower() in YES if name == "carried_over" else word
    return found


def _slot(found: dict[str, Any], slot: str, word: str, number: int) -> None:
    if word.lower() in YES:
        found["slots"][slot] = YES[word.lower()]
    elif word.lower() not in NO:
        raise Fault(f"Line {number} of the table: slot {slot} is yes, possible or no, not {word!r}.")


def _number(word: str, name: str, number: int) -> int:
    try:
        return int(word)
    except ValueError:
        raise Fault(f"Line {number} of the table: {name} is a whole number, not {word!r}.") from None


def table_of(instance: Instance, answer: Answer) -> str:
    """One row for each person: their set, slot, facilitator and language; those who wait have none."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["applicant", "organisation", "set", "slot", "facilitator", "language"])
    for one in answer.sets:
        for who in one.members:
            org = instance.applicants[who].org
            table.writerow(
                [plain_cell(cell) for cell in (who, org, one.id, one.slot, one.facilitator, one.language)]
            )
    for who in answer.waiting:
        table.writerow([plain_cell(who), plain_cell(instance.applicants[who].org), "waiting", "", "", ""])
    return out.getvalue()
