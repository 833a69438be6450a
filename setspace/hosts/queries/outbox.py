"""The letters of a host's programmes, as a table: what, to whom by name, when, and how it stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from setspace.hosts.models import Host
from setspace.hosts.queries.letters import (
    DATES,
    ENDED_BADLY,
    OF_A_MEETING,
    TRIED_AGAIN,
    About,
    about_of,
    counts_of_sets,
    letters_of,
)
from setspace.lib import dates
from setspace.people.models import Letter, LetterState

MOST = 200
TITLES = {
    "application_received": "Application received",
    "application_accepted": "There is a place",
    "application_waiting": "On the waiting list",
    "application_declined": "No place this time",
    "place_proposed": "The set we propose",
    "dates_moved": "Dates have moved",
    "place_changed": "Somebody new in the set",
    "manager_asked": "A manager’s agreement",
    "interest_noted": "Address put on the list",
    "applications_open": "Applications are open",
    "invitation": "Invitation into a set",
    "session_reminder": "Reminders of sessions",
    "summary": "Summaries of sessions",
    **dict.fromkeys(DATES, "Dates, for the calendar"),
}
STATES = {
    LetterState.WAITING: "Waiting",
    LetterState.HELD: "Held back",
    LetterState.CLAIMED: "Being sent",
    LetterState.SENT: "Sent",
    LetterState.DROPPED: "Not needed any more",
    LetterState.REFUSED: "Not delivered",
    LetterState.UNKNOWN: "Perhaps delivered",
}
REASONS = {
    "550": "Their mail server knows no such mailbox. Check the address with them.",
    "551": "Their mail server knows no such mailbox. Check the address with them.",
    "553": "Their mail server does not take this address. Check it with them.",
    "552": "Their mailbox is full.",
    "452": "Their mailbox is full.",
    "554": "Their mail server refuses mail from here. Ask them to let it in.",
    "interrupted": "The server stopped while it was on its way.",
    "no answer": "The line broke while it was on its way.",
    "not written": "Setspace could not write it. Tell whoever runs the server.",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One letter. No word of what it says."""

    letter: Letter
    title: str
    to: str
    where: str
    when: str
    state: str
    reason: str
    may_hold: bool
    is_held: bool
    may_try_again: bool


@dataclass(frozen=True, slots=True)
class Outbox:
    waiting: list[Shown]
    undelivered: list[Shown]
    done: list[Shown]  # the latest of them
    has_more: bool
    of_sets: list[tuple[str, str, str]]  # what, which set, and how many in which state


def outbox_of(host: Host, zone: ZoneInfo) -> Outbox:
    """Eight questions to the database, however many letters there are."""
    found = list(letters_of(host).order_by("-put_at")[: MOST + 1])
    about = about_of(found)
    shown = [_shown(one, about, zone) for one in found[:MOST]]
    ahead = (LetterState.WAITING, LetterState.HELD, LetterState.CLAIMED)
    return Outbox(
        _in(shown, ahead),
        _in(shown, ENDED_BADLY),
        _in(shown, (LetterState.SENT, LetterState.DROPPED)),
        len(found) > MOST,
        _of_sets(host),
    )


def reason_of(error: str) -> str:
    """Why a letter did not arrive, from what the mail server answered."""
    if error.startswith("connection"):
        return "Our own mail server could not be reached. Tell whoever runs the server."
    if not error or error in REASONS:
        return REASONS.get(error, "")
    if error.startswith("4"):
        return "Their mail server could not take it for now."
    return "Their mail server refused it."


def _of_sets(host: Host) -> list[tuple[str, str, str]]:
    """Dates of the set, Tuesday set: 40 sent, 2 waiting."""
    sums: dict[tuple[str, str], Counter[str]] = {}
    for where, purpose, state, n in counts_of_sets(host):
        sums.setdefault((where, TITLES[purpose]), Counter())[STATES[LetterState(state)].lower()] += n
    return [
        (title, where, ", ".join(f"{n} {state}" for state, n in sorted(counted.items())))
        for (where, title), counted in sorted(sums.items())
    ]


def _in(shown: Iterable[Shown], states: tuple[LetterState, ...]) -> list[Shown]:
    return [one for one in shown if one.letter.state in states]


def _shown(letter: Letter, about: About, zone: ZoneInfo) -> Shown:
    to, where = _whom(letter, about)
    state, theirs = LetterState(letter.state), letter.purpose not in OF_A_MEETING
    return Shown(
        letter,
        TITLES.get(letter.purpose, letter.purpose.replace("_", " ").capitalize()),
        to,
        where,
        _when(letter.sent_at or letter.put_at, zone),
        STATES[state],
        reason_of(letter.error) if state is not LetterState.SENT else "",
        theirs and state is LetterState.WAITING,
        theirs and state is LetterState.HELD,
        theirs and state in ENDED_BADLY and letter.purpose in TRIED_AGAIN,
    )


def _whom(letter: Letter, about: About) -> tuple[str, str]:
    """Of the members of a set only that one of them gets a summary; of those on a list, nothing at all."""
    assert letter.about is not None
    if letter.about in about.interests:
        return "Somebody who asked to be told", about.interests[letter.about]
    if letter.about in about.meetings:
        title, where = about.meetings[letter.about]
        name = "A member of the set" if letter.purpose == "summary" else _name(letter)
        return name, f"{where}, {title}"
    name, where = about.people[letter.about]
    return (name, where) if letter.person else (f"The manager of {name}", where)


def _name(letter: Letter) -> str:
    return letter.person.name or "Somebody without a name" if letter.person else "Somebody"


def _when(at: datetime, zone: ZoneInfo) -> str:
    there = at.astimezone(zone)
    return f"{dates.short_day(there.date())} {there.year}, {dates.clock_time(there)}"
