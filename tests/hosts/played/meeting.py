"""Both sets meet, eight times each. Between meetings somebody apologises, and dates move."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from random import Random

from django.http import HttpResponse

from setspace.core.process import commands as c
from setspace.core.process.state import Phase
from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes.models import Meeting, Membership, Said
from setspace.room.changes import enter
from setspace.room.queries import to_ms
from setspace.room.rehearsal.company import Company, RealRoom, played
from tests.hosts.played.stage import Stage, done, each, shows, told

A_LITTLE_BEFORE = timedelta(minutes=5)
REMINDED = (timedelta(days=7), timedelta(days=1), timedelta(hours=1))
Incident = Callable[[Stage, Meeting], None]
Name = tuple[int, str]  # the number of a set, and the title of one of its meetings


def meet(
    stage: Stage, at_length: set[Name], before: Mapping[Name, Incident], after: Mapping[Name, Incident]
) -> None:
    """Until no date is left. What happens ``before`` a meeting happens the week before it."""
    while upcoming := _upcoming():
        moment, meeting = min(_visits(upcoming), key=lambda one: one[0])
        stage.later(moment)
        name = name_of(meeting)
        if moment == meeting.starts_at - REMINDED[0] and name in before:
            before[name](stage, meeting)
        if moment == meeting.starts_at - A_LITTLE_BEFORE:
            hold(stage, meeting, at_length=name in at_length)
            if name in after:
                after[name](stage, meeting)


def name_of(meeting: Meeting) -> Name:
    return meeting.learning_set.programme_set.number, meeting.title


def meeting_named(name: Name) -> Meeting:
    return next(one for one in _all() if name_of(one) == name)


def hold(stage: Stage, meeting: Meeting, *, at_length: bool) -> None:
    """From the open door to the summary in everybody's letter box."""
    leader, *members = people_of(meeting)
    here = [one for one in members if not _is_away(meeting, one)]
    assert "Join" not in shows(stage.browser("charlie"), "/")
    for person in (leader, *here):
        enter(meeting, person, clock.now())
    if at_length:
        _play(stage, meeting, leader, here)
    else:
        _hurry(stage, meeting, leader)
    _sum_up(stage, meeting, leader)
    _was_reminded(stage, meeting)


def people_of(meeting: Meeting) -> list[Person]:
    """Who facilitates first, then the members by name."""
    rows = Membership.objects.filter(learning_set=meeting.learning_set, until_at=None).select_related(
        "person"
    )
    return [one.person for one in sorted(rows, key=lambda one: (not one.is_facilitator, one.person.name))]


def _play(stage: Stage, meeting: Meeting, leader: Person, here: list[Person]) -> None:
    """Simulated people say and do what they would."""
    chance = Random(str(meeting.on))
    company = Company.drawn(str(leader.pk), [str(one.pk) for one in here], chance)
    room = RealRoom(meeting.pk, chance)
    for moment in played(room, company, to_ms(clock.now())):
        stage.time.move_to(datetime.fromtimestamp(moment / 1000, UTC))
    assert room.state().phase is Phase.CLOSED
    stage.said |= {part.key_question for part in room.state().parts.values() if part.key_question}


def _hurry(stage: Stage, meeting: Meeting, leader: Person) -> None:
    """Begun and ended on time, with nothing written down."""
    room = RealRoom(meeting.pk, Random(str(meeting.on)))
    for moment, command in (
        (meeting.starts_at, c.Start()),
        (meeting.ends_at, c.End()),
        (meeting.ends_at, c.Close()),
    ):
        stage.time.move_to(moment)
        assert room.ask(str(leader.pk), command, to_ms(moment))


def _sum_up(stage: Stage, meeting: Meeting, leader: Person) -> None:
    stage.later(clock.now() + timedelta(minutes=20))
    browser, address = stage.browser(_first(leader)), f"/sessions/{meeting.pk}/summary/"
    done(browser.post(f"{address}greeting/", {"greeting": "Thank you for today."}))
    page = browser.get(address)
    assert isinstance(page, HttpResponse)
    done(browser.post(f"{address}sending/", {"seen": page.context["send_form"]["seen"].value()}))
    everybody = " ".join(_first(one) for one in people_of(meeting))
    new = [one for one in stage.work() if one.purpose == "summary"]
    assert told(new) == each(everybody, "summary")


def _was_reminded(stage: Stage, meeting: Meeting) -> None:
    """A week and a day before, as people have it who change nothing."""
    reminded = [one for one in stage.arrived if (one.purpose, one.about) == ("session_reminder", meeting.pk)]
    for person in people_of(meeting):
        n_times = sum(one.who == _first(person) for one in reminded)
        assert n_times == 2, (person, meeting, n_times)


def _is_away(meeting: Meeting, person: Person) -> bool:
    return meeting.attendances.filter(person=person, said=Said.APOLOGY).exists()


def _first(person: Person) -> str:
    return person.email.partition("@")[0]


def _all() -> list[Meeting]:
    return list(Meeting.objects.select_related("learning_set__programme_set").filter(cancelled_at=None))


def _upcoming() -> list[Meeting]:
    return [one for one in _all() if one.starts_at - A_LITTLE_BEFORE > clock.now()]


def _visits(meetings: list[Meeting]) -> list[tuple[datetime, Meeting]]:
    """When the worker has something to do, and when the doors open."""
    early = (*REMINDED, A_LITTLE_BEFORE)
    return [
        (one.starts_at - before, one)
        for one in meetings
        for before in early
        if one.starts_at - before > clock.now()
    ]
