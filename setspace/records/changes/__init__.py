"""Every write to the record: one function, one transaction."""

from setspace.records.changes.acting import (
    agree_buddy,
    ask_buddy,
    end_buddy,
    tell_stuck,
    write_stuck_note,
)
from setspace.records.changes.actions import keep_report_draft, report_action, wish_nudge, word_action
from setspace.records.changes.airtime import adjust
from setspace.records.changes.counts import erase_counts, keep_counts
from setspace.records.changes.favourites import keep_favourites
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
    "agree_buddy",
    "approve_part",
    "ask_buddy",
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
    "end_buddy",
    "erase_counts",
    "erase_shared",
    "keep_counts",
    "keep_draft",
    "keep_favourites",
    "keep_report_draft",
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
    "tell_stuck",
    "undo_edit",
    "wish_nudge",
    "word_action",
    "write_greeting",
    "write_log_entry",
    "write_note",
    "write_reflection",
    "write_review",
    "write_sheet",
    "write_stuck_note",
]
