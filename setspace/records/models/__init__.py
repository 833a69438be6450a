"""What a set keeps of its sessions. Every word in these rows is sealed."""

from setspace.records.models.actions import OPEN_STATUSES, Action, ActionUpdate, ActionWords, Status
from setspace.records.models.own import PrivateNote, Reflection
from setspace.records.models.questions import Issue, KeyQuestion, SealedWording
from setspace.records.models.summaries import PartAction, PartWords, Summary, SummaryPart

__all__ = [
    "OPEN_STATUSES",
    "Action",
    "ActionUpdate",
    "ActionWords",
    "Issue",
    "KeyQuestion",
    "PartAction",
    "PartWords",
    "PrivateNote",
    "Reflection",
    "SealedWording",
    "Status",
    "Summary",
    "SummaryPart",
]
