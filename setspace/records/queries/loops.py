"""One person's double loops, for that person alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from setspace.core.reflecting.loops import (
    STATIONS,
    TRIED,
    is_to_come_back_to,
    is_written,
    may_go_round_again,
    place_on_ring,
)
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.models import Assumption, KeyQuestion, Loop
from setspace.records.queries.own import own_reader

MOST_TURNS = 6


@dataclass(frozen=True, slots=True)
class OnRing:
    """A station as the small ring shows it."""

    title: str
    x: float
    y: float
    is_written: bool


@dataclass(frozen=True, slots=True)
class OwnLoop:
    loop: Loop
    words: dict[str, str]
    is_waiting: bool  # to be come back to

    @property
    def ring(self) -> tuple[OnRing, ...]:
        return tuple(
            OnRing(station.title, *place_on_ring(number), is_written(self.words, station.key))
            for number, station in enumerate(STATIONS)
        )

    @property
    def may_go_round_again(self) -> bool:
        return may_go_round_again(self.words)

    @property
    def written(self) -> tuple[tuple[str, str], ...]:
        """What is written, each under its heading."""
        return tuple((one.title, text) for one in (*STATIONS, TRIED) if (text := self.words[one.key].strip()))


@dataclass(frozen=True, slots=True)
class OwnTurn:
    """A session in which the person held an issue, and the question they came to."""

    meeting: Meeting
    question: str


@dataclass(frozen=True, slots=True)
class OwnAssumption:
    assumption: Assumption
    text: str


def loops_of(person: Person, now: datetime) -> tuple[OwnLoop, ...]:
    """Newest first, and before them those that wait to be come back to."""
    rows = list(Loop.objects.filter(person=person).select_related("meeting__learning_set"))
    gone_on = {row.after_id for row in rows}
    own = [_own_loop(person, row, now, has_gone_on=row.pk in gone_on) for row in rows]
    return tuple(sorted(own, key=lambda one: not one.is_waiting))


def own_loop(person: Person, loop: Loop, now: datetime) -> OwnLoop:
    return _own_loop(person, loop, now, has_gone_on=Loop.objects.filter(after=loop).exists())


def assumptions_of(person: Person) -> tuple[OwnAssumption, ...]:
    rows = Assumption.objects.filter(person=person).select_related("meeting")
    return tuple(OwnAssumption(row, row.open_text(own_reader(person))) for row in rows)


def own_turns(person: Person) -> tuple[OwnTurn, ...]:
    """The person's own turns in sets that they are in now, newest first."""
    asked = KeyQuestion.objects.filter(
        person=person,
        meeting__learning_set__memberships__person=person,
        meeting__learning_set__memberships__until_at=None,
    )
    rows = asked.select_related("meeting__learning_set").order_by("-meeting__on")[:MOST_TURNS]
    opened = [OwnTurn(row.meeting, row.open_pinned(own_reader(person))) for row in rows]
    return tuple(turn for turn in opened if turn.question)


def question_of_turn(person: Person, meeting: Meeting | None) -> str:
    """The person's own key question of a session, while they are in its set."""
    return next((turn.question for turn in own_turns(person) if turn.meeting == meeting), "")


def _own_loop(person: Person, loop: Loop, now: datetime, *, has_gone_on: bool) -> OwnLoop:
    words = loop.open_words(own_reader(person))
    return OwnLoop(loop, words, is_to_come_back_to(words, loop.changed_at, now) and not has_gone_on)
