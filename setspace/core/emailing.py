"""How much of a summary a set has in its mail, when a change of that holds, and when parts are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

DAYS_TO_READ = timedelta(days=2)


class Mode(StrEnum):
    """The widest first. What is not in the mail waits on the page of the summary."""

    FULL = "full"
    OWN = "own"
    LINK = "link"


WORDS = {
    Mode.FULL: "The whole summary of a session is emailed to everyone in the set.",
    Mode.OWN: "Of a session’s summary each of us is emailed our own part, and a link to the rest.",
    Mode.LINK: "Of a session’s summary nothing is emailed but a link.",
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """The mode in one version of what a set agreed, and whether everybody has accepted that version."""

    mode: Mode
    by_all: bool


def mode_that_holds(versions: Iterable[Agreed]) -> Mode:
    """The mode of the newest version, or a narrower one from before while somebody has not accepted it yet.

    `versions` come newest first. A narrower mode holds at once; a wider one with everybody's yes.
    """
    open_to_all: list[Mode] = []
    for version in versions:
        open_to_all.append(version.mode)
        if version.by_all:
            break
    return max(open_to_all, key=list(Mode).index, default=Mode.FULL)


def to_read_by(drafted_at: datetime, zone: ZoneInfo) -> date:
    """The day, in the set's own zone, by which each issue holder is asked to read their part."""
    return (drafted_at + DAYS_TO_READ).astimezone(zone).date()
