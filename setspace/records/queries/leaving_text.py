"""A record that somebody takes along, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from setspace.lib import dates
from setspace.records.queries.journal import Told
from setspace.records.queries.leaving import Brought, Doing, OwnRecord, OwnSession
from setspace.records.queries.maps import MapView

BETWEEN = "Between the sessions"


def record_as_text(record: OwnRecord) -> str:
    lines = [*_heading(f"My record: {record.learning_set.name}", "="), record.person.name, ""]
    for session in record.sessions:
        lines += _session(session)
    for drawn in record.maps:
        lines += _map(drawn)
    if record.feedback:
        lines += [*_heading("Feedback that I asked for", "="), *_told(record.feedback)]
    return "\n".join(lines)


def _session(session: OwnSession) -> Iterator[str]:
    meeting = session.meeting
    title = f"{meeting.title}, {dates.day_and_year(meeting.on)}" if meeting else BETWEEN
    yield from _heading(title, "=")
    if session.brought:
        yield from _told(_parts(session.brought))
    for doing in session.doings:
        yield from _doing(doing)
    yield from _told(session.own)


def _parts(brought: Brought) -> tuple[Told, ...]:
    parts = (
        Told("What I brought", brought.issue),
        Told("My question, as it was at first", brought.question_at_first),
        Told("My question", brought.question),
    )
    return tuple(part for part in parts if part.text)


def _doing(doing: Doing) -> Iterator[str]:
    yield from _heading("What I said I would do", "-")
    yield doing.words.what
    if doing.words.by_when:
        yield f"By when: {doing.words.by_when}"
    if doing.words.first_step:
        yield f"First step: {doing.words.first_step}"
    yield from (f"How it is going: {doing.status}", "")
    yield from _told(doing.told)


def _map(drawn: MapView) -> Iterator[str]:
    yield from _heading(f"Map: {drawn.title}", "=")
    for one in drawn.people:
        few = f" ({one.node.few_words})" if one.node.few_words else ""
        yield f"{one.node.name}{few}: {one.where}. {one.how}."
    yield from (f"{tie.one} and {tie.other}: {tie.how}" for tie in drawn.ties)
    yield ""


def _told(parts: Sequence[Told]) -> Iterator[str]:
    for part in parts:
        if part.title:
            yield from _heading(part.title, "-")
        yield from (part.text, "")


def _heading(title: str, line: str) -> tuple[str, str, str]:
    return title, line * len(title), ""
