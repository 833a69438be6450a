"""What people may type about a set."""

from setspace.programmes.forms.fields import (
    GroundRulesForm,
    MeetingForm,
    NewcomerForm,
    VideoLinkForm,
    zones,
)
from setspace.programmes.forms.starting import StartForms

__all__ = ["GroundRulesForm", "MeetingForm", "NewcomerForm", "StartForms", "VideoLinkForm", "zones"]
