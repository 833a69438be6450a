"""Reads shaped for a screen, a mail or a room."""

from setspace.records.queries.actions import (
    StandingAction,
    confidence_in,
    member_actions,
    open_actions,
    own_actions,
)
from setspace.records.queries.airtime import accounts_of, extra_minutes, extras_of, series_time
from setspace.records.queries.brief import Brief, brief_of
from setspace.records.queries.counts import OwnCounts, own_counts
from setspace.records.queries.hints import names_around
from setspace.records.queries.home import home_of
from setspace.records.queries.log import has_use_of_log, log_as_text, own_log, session_title, sessions_led
from setspace.records.queries.own import note_of, own_reader, reflection_text, reflections_of
from setspace.records.queries.preparing import own_bids, sheet_of, told_sheets
from setspace.records.queries.sets import set_record
from setspace.records.queries.showing import kinds_to_show, shown_html
from setspace.records.queries.summaries import (
    deliveries,
    own_part,
    parts_of,
    readers,
    sent_content,
    summary_content,
    waiting_parts,
)
from setspace.records.queries.timing import own_timing, timed_sessions

__all__ = [
    "Brief",
    "OwnCounts",
    "StandingAction",
    "accounts_of",
    "brief_of",
    "confidence_in",
    "deliveries",
    "extra_minutes",
    "extras_of",
    "has_use_of_log",
    "home_of",
    "kinds_to_show",
    "log_as_text",
    "member_actions",
    "names_around",
    "note_of",
    "open_actions",
    "own_actions",
    "own_bids",
    "own_counts",
    "own_log",
    "own_part",
    "own_reader",
    "own_timing",
    "parts_of",
    "readers",
    "reflection_text",
    "reflections_of",
    "sent_content",
    "series_time",
    "session_title",
    "sessions_led",
    "set_record",
    "sheet_of",
    "shown_html",
    "summary_content",
    "timed_sessions",
    "told_sheets",
    "waiting_parts",
]
