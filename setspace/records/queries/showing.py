"""What an issue holder may show to the set, and what is shown.

Each kind says what a copy of it is, opened for its owner, and how a copy stands in the room. Another kind
is a line in ``SHOWABLE``, its name in ``core.process.showing``, and its words in the room's two regions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.template.loader import render_to_string

from setspace.lib.vault import Purpose, Reader
from setspace.records.models import ShownCopy
from setspace.records.queries.map_shown import map_copied, map_html
from setspace.records.queries.preparing import sheet_of


@dataclass(frozen=True, slots=True)
class Showable:
    """``copied`` is what a person would show of theirs in a set, as text; empty where there is nothing."""

    copied: Callable[[UUID, UUID], str]
    html: Callable[[str], str]


def kinds_to_show(person_id: UUID, set_id: UUID) -> tuple[str, ...]:
    """The kinds of which a person has something to show to a set."""
    return tuple(kind for kind, showable in SHOWABLE.items() if showable.copied(person_id, set_id))


def copied(kind: str, person_id: UUID, set_id: UUID) -> str:
    """What a person would show of this kind to a set; empty where there is nothing."""
    return SHOWABLE[kind].copied(person_id, set_id) if kind in SHOWABLE else ""


def shown_html(meeting_id: UUID, person_id: str, kind: str) -> str:
    """What somebody shows in a meeting, as HTML for those in its room; empty where there is nothing."""
    found = ShownCopy.objects.filter(meeting_id=meeting_id, person_id=person_id, kind=kind)
    copy = found.select_related("meeting").first()
    if copy is None:
        return ""
    return SHOWABLE[kind].html(copy.open_content(Reader(f"room {meeting_id}", Purpose.ROOM)))


def _sheet_copied(person_id: UUID, set_id: UUID) -> str:
    """What was written on the sheet. What its owner asks themselves, and their bid, stay with them."""
    said = [[asked.asks, words] for asked, words in sheet_of(person_id, set_id).said]
    return json.dumps(said, ensure_ascii=False) if said else ""


def _sheet_html(content: str) -> str:
    return render_to_string("records/shown_sheet.html", {"said": json.loads(content)})


SHOWABLE: Mapping[str, Showable] = {
    "sheet": Showable(_sheet_copied, _sheet_html),
    "map": Showable(map_copied, map_html),
}
