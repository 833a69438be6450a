"""Everything that changes a set: one function, one transaction. Who must know of it is told by letter."""

from setspace.programmes.changes.attendance import (
    apologise,
    come,
    keep_presence,
    mark_attendance,
    who_could_hold,
)
from setspace.programmes.changes.formats import (
    remove_format,
    save_format,
    share_format,
    take_back_format,
    take_copy,
)
from setspace.programmes.changes.ground_rules import accept_ground_rules, change_ground_rules
from setspace.programmes.changes.meetings import (
    PlannedDate,
    cancel_meeting,
    close_meeting,
    move_meeting,
    plan_meeting,
)
from setspace.programmes.changes.moving import move_with_following
from setspace.programmes.changes.people import (
    Invitee,
    accept_invitation,
    confirm,
    decline_invitation,
    end_membership,
    invite,
    pass_keeping,
    propose,
    send_again,
    withdraw,
)
from setspace.programmes.changes.polls import (
    FEWEST_DATES,
    MOST_DATES,
    Offer,
    answer_poll,
    close_polls,
    keep_date,
    open_poll,
    take_date,
)
from setspace.programmes.changes.reminders import remind_of_sessions
from setspace.programmes.changes.sets import (
    NewSet,
    change_clock,
    change_coach,
    change_video_link,
    start_set,
)
from setspace.programmes.changes.telling import Refused

__all__ = [
    "FEWEST_DATES",
    "MOST_DATES",
    "Invitee",
    "NewSet",
    "Offer",
    "PlannedDate",
    "Refused",
    "accept_ground_rules",
    "accept_invitation",
    "answer_poll",
    "apologise",
    "cancel_meeting",
    "change_clock",
    "change_coach",
    "change_ground_rules",
    "change_video_link",
    "close_meeting",
    "close_polls",
    "come",
    "confirm",
    "decline_invitation",
    "end_membership",
    "invite",
    "keep_date",
    "keep_presence",
    "mark_attendance",
    "move_meeting",
    "move_with_following",
    "open_poll",
    "pass_keeping",
    "plan_meeting",
    "propose",
    "remind_of_sessions",
    "remove_format",
    "save_format",
    "send_again",
    "share_format",
    "start_set",
    "take_back_format",
    "take_copy",
    "take_date",
    "who_could_hold",
    "withdraw",
]
