"""Every write to the record: one function, one transaction."""

from setspace.records.changes.actions import report_action
from setspace.records.changes.airtime import adjust
from setspace.records.changes.counts import erase_counts, keep_counts
from setspace.records.changes.log import write_log_entry
from setspace.records.changes.own import delete_reflection, rewrite_reflection, write_note, write_reflection
from setspace.records.changes.preparing import delete_told, write_sheet
from setspace.records.changes.session import keep_session
from setspace.records.changes.showing import put_copy_away, show_copy
from setspace.records.changes.summaries import (
    approve_part,
    edit_part,
    remind_holders,
    remind_unsent,
    send_copy_again,
    send_summary,
    write_greeting,
)
from setspace.records.changes.timing import keep_timing

__all__ = [
    "adjust",
    "approve_part",
    "delete_reflection",
    "delete_told",
    "edit_part",
    "erase_counts",
    "keep_counts",
    "keep_session",
    "keep_timing",
    "put_copy_away",
    "remind_holders",
    "remind_unsent",
    "report_action",
    "rewrite_reflection",
    "send_copy_again",
    "send_summary",
    "show_copy",
    "write_greeting",
    "write_log_entry",
    "write_note",
    "write_reflection",
    "write_sheet",
]
