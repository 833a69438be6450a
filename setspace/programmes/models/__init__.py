"""Sets, who belongs to them, when they meet, and who can come."""

from setspace.programmes.models.attendance import Attendance, Said
from setspace.programmes.models.polls import Became, Poll, PollAnswer, PollDate
from setspace.programmes.models.sets import (
    INVITATION_DAYS,
    TITLE_OF_KIND,
    Assent,
    GroundRules,
    Invitation,
    LearningSet,
    Meeting,
    Membership,
    Role,
    kind_of_plan,
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
