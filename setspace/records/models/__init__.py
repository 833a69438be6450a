"""What a set keeps of its sessions. Every word in these rows is sealed."""

from setspace.records.models.acting import Buddy, ReportDraft, StuckNote
from setspace.records.models.actions import OPEN_STATUSES, Action, ActionUpdate, ActionWords, Status
from setspace.records.models.airtime import Adjustment, Airtime
from setspace.records.models.asking import FavouriteStems, MovedQuestions
from setspace.records.models.counts import QuestionCounts
from setspace.records.models.feedback import Feedback, FeedbackAsked, FeedbackRequest
from setspace.records.models.loops import Assumption, Loop
from setspace.records.models.maps import MapSnapshot, RelationshipMap
from setspace.records.models.own import Draft, Kind, PrivateNote, Reflection, ReviewSheet
from setspace.records.models.preparing import IssueSheet
from setspace.records.models.questions import Issue, KeyQuestion, SealedWording
from setspace.records.models.shared import SharedPiece
from setspace.records.models.showing import ShownCopy
from setspace.records.models.summaries import PartAction, PartWords, Summary, SummaryPart
from setspace.records.models.timing import TimingReview

__all__ = [
    "OPEN_STATUSES",
    "Action",
    "ActionUpdate",
    "ActionWords",
    "Adjustment",
    "Airtime",
    "Assumption",
    "Buddy",
    "Draft",
    "FavouriteStems",
    "Feedback",
    "FeedbackAsked",
    "FeedbackRequest",
    "Issue",
    "IssueSheet",
    "KeyQuestion",
    "Kind",
    "Loop",
    "MapSnapshot",
    "MovedQuestions",
    "PartAction",
    "PartWords",
    "PrivateNote",
    "QuestionCounts",
    "Reflection",
    "RelationshipMap",
    "ReportDraft",
    "ReviewSheet",
    "SealedWording",
    "SharedPiece",
    "ShownCopy",
    "Status",
    "StuckNote",
    "Summary",
    "SummaryPart",
    "TimingReview",
]
