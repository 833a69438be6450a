"""The demo's set: two sessions that are over, with what came of them, and one in the middle of a turn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.db import connections

from setspace.core.process import commands as c
from setspace.lib.env import PRAGMAS
from setspace.people.models import Letter, LetterState, Person
from setspace.people.outbox import send_due
from setspace.programmes.changes import PlannedDate, invite
from setspace.programmes.models import Meeting
from setspace.records.changes import (
    report_action,
    send_summary,
    write_greeting,
    write_sheet,
)
from setspace.records.models import Action, Status
from setspace.room.queries import to_ms
from setspace.room.rehearsal.company import Company, RealRoom, played
from setspace.room.rehearsal.phrases import DID, LEARNED
from setspace.room.writer import writer
from setspace.web.demo import cast
from setspace.web.demo.founding import Founded, company_of, found_set, gather, introduced
from setspace.web.demo.letters import write_to_applicants
from setspace.web.demo.looking_back import asked_around, looked_back
from setspace.web.demo.mapping import drawn_by
from setspace.web.demo.organising import organised

PLAN = "tpas-session"
INTRODUCTION, EVALUATION, FOLLOW_UP = "tpas-introduction", "tpas-evaluation", "tpas-follow-up"
SEED = 11
WEEK = timedelta(weeks=1)
FIVE_WEEKS = 5 * WEEK
FIVE_MONTHS = 22 * WEEK  # the same weekday, five calendar months on
NINE_THIRTY = time(9, 30)
INTO_THE_SECOND_TURN = timedelta(minutes=82)  # by the plan: seven minutes into its open questions
A_LITTLE_BEFORE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Demo:
    """All that the demo is: who may come in, and the session that goes on."""

    founded: Founded
    organisers: tuple[Person, Person]
    meeting: Meeting
    room: RealRoom
    company: Company

    @property
    def member(self) -> Person:
        return next(person for person in self.founded.members if person.email == cast.MEI.email)


def seeded(now: Callable[[], datetime]) -> Demo:
    """Play everything up to the present. The database must be empty."""
    began = now()
    chance = Random(SEED)  # noqa: S311  the demo is to be the same each time
    founding = began - 3 * FIVE_WEEKS  # four weeks before the introduction
    founded = found_set(PLAN, cast.MEMBERS, _dates(began), founding, lambda: post(founding))
    other = found_set(PLAN, cast.THURSDAY, _dates_of_the_other(began), founding, by=cast.HELEN)
    post(founding)
    for one in (founded, other):
        _hold(one, one.meeting(1, "introduction"), chance)
        for number in (1, 2):
            _hold(one, one.meeting(number), chance)
    _ask_one_more(founded, began - timedelta(days=2))
    write_to_applicants(organised([founded, other], founding), post)
    meeting = founded.meeting(3)
    arrived = meeting.starts_at - A_LITTLE_BEFORE
    room, company = gather(founded, meeting, arrived), company_of(founded, chance)
    organisers = (introduced(cast.ORGANISER), introduced(cast.PRIYA))
    demo = Demo(founded, organisers, meeting, room, company)
    drawn_by(demo.member, founded.learning_set, began - FIVE_WEEKS, began - 2 * WEEK)
    write_sheet(demo.member, founded.learning_set, cast.MEIS_SHEET, meeting.starts_at - WEEK)
    room.ask(str(founded.facilitator.pk), c.OrderHolders(_order(founded)), to_ms(arrived))
    present = to_ms(now())
    for _moment in played(room, company, to_ms(arrived), present):
        pass
    _let_somebody_wait(demo, present)
    return demo


def post(at: datetime) -> None:
    """Send all letters as if it were then."""
    while Letter.objects.filter(state=LetterState.WAITING).update(due_at=at, put_at=at):
        if not send_due(at):
            return


@contextmanager
def hasty() -> Iterator[None]:
    """While this lasts nothing waits for the disk: what a power cut takes, the next start makes again."""
    _reopen(PRAGMAS.replace("synchronous=FULL", "synchronous=OFF"))
    try:
        yield
    finally:
        _reopen(PRAGMAS)


def _dates(now: datetime) -> list[PlannedDate]:
    """All eight meetings; the third session began a while ago, at a full five minutes."""
    began = (now - INTO_THE_SECOND_TURN).astimezone(_zone())
    began -= timedelta(minutes=began.minute % 5, seconds=began.second, microseconds=began.microsecond)
    return _series(began.date(), began.time())


def _dates_of_the_other(now: datetime) -> list[PlannedDate]:
    """A set that meets on another day of the same week."""
    on = (now - INTO_THE_SECOND_TURN).astimezone(_zone()).date()
    return _series(on + timedelta(days=2 if on.weekday() < 3 else -2), NINE_THIRTY)


def _series(third: date, at: time) -> list[PlannedDate]:
    """The dates of a programme around its third session, which begins at that time."""
    sessions = [third + number * FIVE_WEEKS for number in (-2, -1, 0, 1, 2)]
    evaluation = sessions[-1] + 2 * WEEK
    return [
        PlannedDate(sessions[0] - WEEK, NINE_THIRTY, INTRODUCTION),
        *(PlannedDate(on, at if on == third else NINE_THIRTY, PLAN) for on in sessions),
        PlannedDate(evaluation, NINE_THIRTY, EVALUATION),
        PlannedDate(evaluation + FIVE_MONTHS, NINE_THIRTY, FOLLOW_UP),
    ]


def _order(founded: Founded) -> tuple[str, ...]:
    """The second turn is not Mei's: whoever comes in with her link can ask, and then hold."""
    by_email = {person.email: str(person.pk) for person in founded.members}
    mei, tom, ines, sam = (by_email[one.email] for one in cast.MEMBERS)
    return ines, tom, mei, sam


def _ask_one_more(founded: Founded, at: datetime) -> None:
    """An invitation that waits for its answer, so that somebody can see what that is like."""
    introduced(cast.UNDERSTUDIES[0])
    invite(founded.learning_set, cast.UNDERSTUDIES[0], founded.facilitator, at)
    post(at)


def _hold(founded: Founded, meeting: Meeting, chance: Random) -> None:
    """A session from its beginning to its summary, and what came of it."""
    arrived = meeting.starts_at - A_LITTLE_BEFORE
    room, company = gather(founded, meeting, arrived), company_of(founded, chance)
    *_, closed_ms = played(room, company, to_ms(arrived))
    sent = datetime.fromtimestamp(closed_ms / 1000, UTC) + timedelta(minutes=20)
    write_greeting(meeting, cast.GREETING, founded.facilitator)
    send_summary(meeting, founded.facilitator, sent)
    post(sent)
    _meanwhile(founded, meeting, chance, sent)


def _meanwhile(founded: Founded, meeting: Meeting, chance: Random, sent: datetime) -> None:
    """Between two sessions: somebody reflects, and some tell how their actions go."""
    first, second, *_ = founded.members
    if first.email == cast.MEI.email and meeting.kind == "session":
        looked_back(first, meeting, sent + timedelta(days=1))
        if meeting.number == 2:
            asked_around(first, founded.members[1:3], meeting, sent + timedelta(days=1))
    for person in (first, second):
        action = Action.objects.filter(meeting=meeting, person=person).first()
        if action is not None:
            told = (chance.choice(DID[:-1]), chance.choice(LEARNED))
            report_action(action, Status.UNDER_WAY, *told, sent + timedelta(days=12))


def _let_somebody_wait(demo: Demo, now: int) -> None:
    """One person in the queue, who is neither the issue holder nor Mei."""
    state = demo.room.state()
    for person in demo.founded.members:
        if not demo.room.state().queue and person != demo.member and str(person.pk) != state.holder:
            demo.room.ask(str(person.pk), c.AskForFloor(), now)


def _zone() -> ZoneInfo:
    return ZoneInfo("Europe/London")


def _reopen(pragmas: str) -> None:
    """Close the databases of every thread that has them, and have them opened again in this way."""
    writer.stop()
    for alias in connections:
        if connections[alias].vendor == "sqlite":
            connections[alias].settings_dict["OPTIONS"]["init_command"] = pragmas
            connections.settings[alias]["OPTIONS"]["init_command"] = pragmas
    connections.close_all()
