"""Every write to the record: one function, one transaction."""

from setspace.records.changes.actions import report_action
from setspace.records.changes.airtime import adjust
from setspace.records.changes.counts import erase_counts, keep_counts
from setspace.records.changes.log import write_log_entry
from setspace.records.changes.maps import (
    begin_map,
    choose_map,
    delete_map,
    delete_snapshot,
    edit_map,
    keep_snapshot,
    set_about,
    undo_edit,
)
from setspace.records.changes.own import (
    delete_reflection,
    delete_review,
    drop_draft,
    keep_draft,
    rewrite_reflection,
    write_note,
    write_reflection,
    write_review,
)
from setspace.records.changes.preparing import delete_told, write_sheet
from setspace.records.changes.session import keep_session
from setspace.records.changes.sharing import erase_shared, share_piece, take_back
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
    "begin_map",
    "choose_map",
    "delete_map",
    "delete_reflection",
    "delete_review",
    "delete_snapshot",
    "delete_told",
    "drop_draft",
    "edit_map",
    "edit_part",
    "erase_counts",
    "erase_shared",
    "keep_counts",
    "keep_draft",
    "keep_session",
    "keep_snapshot",
    "keep_timing",
    "put_copy_away",
    "remind_holders",
    "remind_unsent",
    "report_action",
    "rewrite_reflection",
    "send_copy_again",
    "send_summary",
    "set_about",
    "share_piece",
    "show_copy",
    "take_back",
    "undo_edit",
    "write_greeting",
    "write_log_entry",
    "write_note",
    "write_reflection",
    "write_review",
    "write_sheet",
]
