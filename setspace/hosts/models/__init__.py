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

__all__ = [
    "Application",
    "Colour",
    "DateAnswer",
    "Host",
    "HostDays",
    "HostShape",
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
