"""What a set keeps of its sessions. Every word in these rows is sealed."""

from setspace.records.models.actions import OPEN_STATUSES, Action, ActionUpdate, ActionWords, Status
from setspace.records.models.airtime import Adjustment, Airtime
from setspace.records.models.counts import QuestionCounts
from setspace.records.models.maps import MapSnapshot, RelationshipMap
from setspace.records.models.own import Kind, PrivateNote, Reflection
from setspace.records.models.questions import Issue, KeyQuestion, SealedWording
from setspace.records.models.summaries import PartAction, PartWords, Summary, SummaryPart
from setspace.records.models.timing import TimingReview

__all__ = [
    "OPEN_STATUSES",
    "Action",
    "ActionUpdate",
    "ActionWords",
    "Adjustment",
    "Airtime",
    "Issue",
    "KeyQuestion",
    "Kind",
    "MapSnapshot",
    "PartAction",
    "PartWords",
    "PrivateNote",
    "QuestionCounts",
    "Reflection",
    "RelationshipMap",
    "SealedWording",
    "Status",
    "Summary",
    "SummaryPart",
    "TimingReview",
]
