"""Every write to the record: one function, one transaction."""

from setspace.records.changes.actions import report_action
from setspace.records.changes.own import delete_reflection, rewrite_reflection, write_note, write_reflection
from setspace.records.changes.session import keep_session
from setspace.records.changes.summaries import (
    approve_part,
    edit_part,
    remind_holders,
    remind_unsent,
    send_copy_again,
    send_summary,
    write_greeting,
)

__all__ = [
    "approve_part",
    "delete_reflection",
    "edit_part",
    "keep_session",
    "remind_holders",
    "remind_unsent",
    "report_action",
    "rewrite_reflection",
    "send_copy_again",
    "send_summary",
    "write_greeting",
    "write_note",
    "write_reflection",
]
