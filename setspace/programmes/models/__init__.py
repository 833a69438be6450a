"""Sets, who belongs to them, when they meet, and who can come."""

from setspace.programmes.kinds import TITLE_OF_KIND, kind_of_plan
from setspace.programmes.models.attendance import Attendance, Said
from setspace.programmes.models.polls import Became, Poll, PollAnswer, PollDate
from setspace.programmes.models.sets import (
    INVITATION_DAYS,
    Assent,
    GroundRules,
    Invitation,
    LearningSet,
    Meeting,
    Membership,
    Role,
    utc_of,
)
from setspace.programmes.own_formats import OWN, OwnFormat, course_for

__all__ = [
    "INVITATION_DAYS",
    "OWN",
    "TITLE_OF_KIND",
    "Assent",
    "Attendance",
    "Became",
    "GroundRules",
    "Invitation",
    "LearningSet",
    "Meeting",
    "Membership",
    "OwnFormat",
    "Poll",
    "PollAnswer",
    "PollDate",
    "Role",
    "Said",
    "course_for",
    "kind_of_plan",
    "utc_of",
]
