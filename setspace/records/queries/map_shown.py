"""A map as its owner shows it to their set: drawing and list. The notes stay with them."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import UUID

from django.db.models import F
from django.template.loader import render_to_string

from setspace.core.mapping import codec, drawing
from setspace.core.mapping.model import Map
from setspace.records.models import RelationshipMap
from setspace.records.queries.maps import MapView, reader_of


def map_copied(person_id: UUID, set_id: UUID) -> str:
    """The map that was chosen for this set, or else the one changed last; empty where there is none."""
    rows = RelationshipMap.objects.filter(person_id=person_id, learning_set_id=set_id)
    newest = (F("chosen_at").desc(nulls_last=True), "-changed_at")
    for row in rows.select_related("person").order_by(*newest):
        drawn, _ = row.open_drawn(reader_of(row.person))
        if drawn.nodes:
            shown = {"map": codec.plain(_without_notes(drawn)), "me": row.person.first_name}
            return json.dumps(shown, ensure_ascii=False)
    return ""


def map_html(content: str) -> str:
    shown = json.loads(content)
    drawn = codec.from_plain(shown["map"])
    context = {"map": MapView(drawn, drawing.picture(drawn)), "me": shown["me"]}
    return render_to_string("records/map_shown.html", context)


def _without_notes(drawn: Map) -> Map:
    return replace(drawn, nodes=tuple(replace(node, note="") for node in drawn.nodes))
