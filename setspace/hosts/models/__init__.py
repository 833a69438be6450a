"""Hosts, their programmes, who applies, and who is placed where."""

from setspace.hosts.models.applications import (
    Application,
    DateAnswer,
    KeptApart,
    Level,
    Placement,
    SetAnswer,
)
from setspace.hosts.models.hosts import Colour, Host, HostDays, HostShape, Organiser
from setspace.hosts.models.programmes import Interest, Programme, ProgrammeDate, ProgrammeSet
from setspace.hosts.models.texts import HostText

__all__ = [
    "Application",
    "Colour",
    "DateAnswer",
    "Host",
    "HostDays",
    "HostShape",
    "HostText",
    "Interest",
    "KeptApart",
    "Level",
    "Organiser",
    "Placement",
    "Programme",
    "ProgrammeDate",
    "ProgrammeSet",
    "SetAnswer",
]
