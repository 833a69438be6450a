"""What people may type about a set."""

from setspace.programmes.forms.attendance import AttendanceForm, PresenceForm
from setspace.programmes.forms.coach import CoachForm
from setspace.programmes.forms.fields import (
    ClockForm,
    GroundRulesForm,
    MeetingForm,
    NewcomerForm,
    VideoLinkForm,
)
from setspace.programmes.forms.format_editor import FormatEditor
from setspace.programmes.forms.format_moves import moved
from setspace.programmes.forms.formats import FormatFileForm
from setspace.programmes.forms.moving import MoveForm
from setspace.programmes.forms.polls import AnswerForm, OfferForms
from setspace.programmes.forms.starting import StartForms

__all__ = [
    "AnswerForm",
    "AttendanceForm",
    "ClockForm",
    "CoachForm",
    "FormatEditor",
    "FormatFileForm",
    "GroundRulesForm",
    "MeetingForm",
    "MoveForm",
    "NewcomerForm",
    "OfferForms",
    "PresenceForm",
    "StartForms",
    "VideoLinkForm",
    "moved",
]
