"""Why something may not happen now, and the words that say so.

A refusal is a named case. Its words stand in one table, which a test proves to be total; they may
hold the names of people in the room, never what was said or written there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    NOT_IN_SET = "not_in_set"
    ROOM_ASKS = "room_asks"
    FACILITATOR_ONLY = "facilitator_only"
    MEMBER_ONLY = "member_only"
    HOLDER_ONLY = "holder_only"
    NOT_YOURS = "not_yours"
    ALREADY_HERE = "already_here"
    ALREADY_SO = "already_so"
    ALREADY_STARTED = "already_started"
    NOT_STARTED = "not_started"
    OVER = "over"
    CLOSED = "closed"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    MOVED_ON = "moved_on"
    AT_THE_START = "at_the_start"
    NO_HOLDER = "no_holder"
    NOT_YOUR_TURN = "not_your_turn"
    ALREADY_PAUSED = "already_paused"
    NOT_PAUSED = "not_paused"
    MINUTES_LIMIT = "minutes_limit"
    STAGE_LIMIT = "stage_limit"
    NOT_ON_REQUEST = "not_on_request"
    NOT_OVER_YET = "not_over_yet"
    NOT_BEHIND = "not_behind"
    WAY_GONE = "way_gone"
    NOTHING_TO_UNDO = "nothing_to_undo"
    UNDO_TOO_LATE = "undo_too_late"
    HAS_ARRIVED = "has_arrived"
    CALL_A_BREAK = "call_a_break"
    ON_BREAK = "on_break"
    TO_YOURSELF = "to_yourself"
    ORDER_BEGUN = "order_begun"
    ORDER_TWICE = "order_twice"
    ORDER_STRANGER = "order_stranger"
    ORDER_TOO_LONG = "order_too_long"
    NOT_THIS_STAGE = "not_this_stage"
    NO_QUEUE = "no_queue"
    ALREADY_ASKING = "already_asking"
    NOT_ASKING = "not_asking"
    HOLDER_ASKS = "holder_asks"
    ABSENT = "absent"
    FLOOR_IS_QUIET = "floor_is_quiet"
    NOTHING_WRITTEN = "nothing_written"
    TOO_LONG = "too_long"
    TOO_MUCH = "too_much"
    OUT_OF_SCALE = "out_of_scale"
    NO_STATUS = "no_status"
    NO_SUCH = "no_such"
    NO_ISSUE_HELD = "no_issue_held"
    PART_CHANGED = "part_changed"
    PART_EMPTY = "part_empty"
    NOT_ENDED = "not_ended"
    MEMBERS_LEAD = "members_lead"
    LEADS_ALREADY = "leads_already"
    YOU_LEAD = "you_lead"
    NOT_STAND_IN = "not_stand_in"
    NO_FACILITATOR = "no_facilitator"
    MEMBERS_AGREE = "members_agree"
    OBSERVER_LISTENS = "observer_listens"
    OBSERVER_HAS_NO_FLOOR = "observer_has_no_floor"


WORDS: dict[Reason, str] = {
    Reason.NOT_IN_SET: "Only the members and facilitator of this set can do that.",
    Reason.ROOM_ASKS: "The room does that by itself when somebody joins, leaves or loses the line.",
    Reason.FACILITATOR_ONLY: "Only whoever leads the session can do that. Say it in the room.",
    Reason.MEMBER_ONLY: "That is for the members of the set. As facilitator you hold the process.",
    Reason.HOLDER_ONLY: "Only {holder} can do that: it is their turn.",
    Reason.NOT_YOURS: "That belongs to somebody else.",
    Reason.ALREADY_HERE: "You are in the room already.",
    Reason.ALREADY_SO: "That is so already.",
    Reason.ALREADY_STARTED: "The session has begun already.",
    Reason.NOT_STARTED: "The session has not begun yet. The facilitator starts it.",
    Reason.OVER: "The session has ended. You can still read and approve your part of the summary.",
    Reason.CLOSED: "The room is closed. Your part of the summary can still be changed on its own page.",
    Reason.TOO_FEW: "{plan} needs at least {least} members. Invite more people or choose another plan.",
    Reason.TOO_MANY: "{plan} is for at most {most} members. Choose another plan for this session.",
    Reason.MOVED_ON: "Somebody has moved the session on already. Look again before you press.",
    Reason.AT_THE_START: "This is the beginning of the session. There is nothing before it.",
    Reason.NO_HOLDER: "Choose who holds the next issue, then move on.",
    Reason.NOT_YOUR_TURN: "You can show what is yours to the set in your own turn.",
    Reason.ALREADY_PAUSED: "The clock is held already.",
    Reason.NOT_PAUSED: "The clock is running.",
    Reason.MINUTES_LIMIT: "Add between 1 and 10 minutes at a time.",
    Reason.STAGE_LIMIT: "This stage has all the time that it can have: {most} minutes.",
    Reason.NOT_BEHIND: "The session is not as far behind as that. Look again before you give time.",
    Reason.WAY_GONE: "That way is no longer open. Look at the others again.",
    Reason.NOTHING_TO_UNDO: "There is nothing left to undo.",
    Reason.UNDO_TOO_LATE: "The session has gone on with what was changed last. It stays as it is.",
    Reason.HAS_ARRIVED: "{name} has been here today. Pass the turn instead.",
    Reason.CALL_A_BREAK: "You hold the process. Call a break if you need a moment.",
    Reason.ON_BREAK: "There is a break already. It ends when the clock goes on.",
    Reason.TO_YOURSELF: "A quiet word is for somebody else. Write to yourself in your notes.",
    Reason.ORDER_BEGUN: "The turn of {name} has begun and stays where it is.",
    Reason.ORDER_TWICE: "{name} stands in the order twice. Each holds one turn.",
    Reason.ORDER_STRANGER: "Choose members of this set who are not facilitating.",
    Reason.ORDER_TOO_LONG: "Only {turns} can hold an issue today. Take somebody off the list.",
    Reason.NOT_THIS_STAGE: "That belongs to another part of the session. Now is {stage}.",
    Reason.NO_QUEUE: "Nobody waits to ask in {stage}.",
    Reason.ALREADY_ASKING: "You are waiting to ask already.",
    Reason.NOT_ASKING: "You are not waiting to ask.",
    Reason.HOLDER_ASKS: "This is your time. The others ask and you answer.",
    Reason.ABSENT: "That person is not in the room.",
    Reason.FLOOR_IS_QUIET: "This is a quiet stage. Nobody has the floor.",
    Reason.NOTHING_WRITTEN: "Write a few words first.",
    Reason.TOO_LONG: "That is longer than {most} characters. Make it shorter and send it again.",
    Reason.TOO_MUCH: "There are {most} here already. Take one away first.",
    Reason.OUT_OF_SCALE: "Choose a number from {least} to {most}.",
    Reason.NO_STATUS: "Choose how it went: not yet, under way, done or letting it go.",
    Reason.NO_SUCH: "That is no longer there. Look again.",
    Reason.NO_ISSUE_HELD: "You have not held an issue today, so there is nothing to note here.",
    Reason.PART_CHANGED: "Your part has changed since you read it. Read it again, then approve it.",
    Reason.PART_EMPTY: "There is nothing in your part yet. Note your issue or an action first.",
    Reason.NOT_ON_REQUEST: "There is no stage to ask for in what is left of this turn.",
    Reason.NOT_OVER_YET: "This stage still has time, or waits for whoever leads.",
    Reason.NOT_ENDED: "End the session before you close the room.",
    Reason.MEMBERS_LEAD: "Choose a member of this set.",
    Reason.LEADS_ALREADY: "{name} leads already. Choose somebody else.",
    Reason.YOU_LEAD: "You lead already.",
    Reason.NOT_STAND_IN: "Only the stand-in can take over. Ask who leads to hand over to you.",
    Reason.NO_FACILITATOR: "This set facilitates itself. Choose who leads next.",
    Reason.MEMBERS_AGREE: "Only the members of the set say whether somebody may look on.",
    Reason.OBSERVER_LISTENS: "As an observer you look on and take no part.",
    Reason.OBSERVER_HAS_NO_FLOOR: "An observer takes no part. Bring in a member.",
}


@dataclass(frozen=True, slots=True)
class Refused:
    """Not now, because. ``details`` fill the words: names, titles and limits only."""

    reason: Reason
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return WORDS[self.reason].format_map(self.details)
