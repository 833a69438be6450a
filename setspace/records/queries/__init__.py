"""Reads shaped for a screen, a mail or a room."""

from setspace.records.queries.actions import (
    StandingAction,
    confidence_in,
    member_actions,
    open_actions,
    own_actions,
)
from setspace.records.queries.home import home_of
from setspace.records.queries.own import note_of, reflection_text, reflections_of
from setspace.records.queries.sets import set_record
from setspace.records.queries.summaries import (
    deliveries,
    own_part,
    parts_of,
    readers,
    sent_content,
    summary_content,
    waiting_parts,
)

__all__ = [
    "StandingAction",
    "confidence_in",
    "deliveries",
    "home_of",
    "member_actions",
    "note_of",
    "open_actions",
    "own_actions",
    "own_part",
    "parts_of",
    "readers",
    "reflection_text",
    "reflections_of",
    "sent_content",
    "set_record",
    "summary_content",
    "waiting_parts",
]
