"""Hosts, their programmes, who applies, and who is placed where."""

from setspace.hosts.models.applications import (
    Application,
    DateAnswer,
    KeptApart,
    Level,
    Placement,
    SetAnswer,
)
from setspace.hosts.models.changing import Joining, JoiningWord, Proposal
from setspace.hosts.models.consent import Conflict, Verdict
from setspace.hosts.models.hosts import Colour, Host, HostDays, HostShape, Organiser
from setspace.hosts.models.programmes import Interest, Programme, ProgrammeDate, ProgrammeSet
from setspace.hosts.models.reviewing import Answer, BoardChange, Decision, ImportJob
from setspace.hosts.models.suggesting import Suggestion
from setspace.hosts.models.texts import HostText

__all__ = [
    "Answer",
    "Application",
    "BoardChange",
    "Colour",
    "Conflict",
    "DateAnswer",
    "Decision",
    "Host",
    "HostDays",
    "HostShape",
    "HostText",
    "ImportJob",
    "Interest",
    "Joining",
    "JoiningWord",
    "KeptApart",
    "Level",
    "Organiser",
    "Placement",
    "Programme",
    "ProgrammeDate",
    "ProgrammeSet",
    "Proposal",
    "SetAnswer",
    "Suggestion",
    "Verdict",
]
