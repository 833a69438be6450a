"""Rehearsals: invented members who do the difficult things, for one facilitator, kept nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from setspace.core.process import catalogue, giving
from setspace.core.process import commands as c
from setspace.core.process.files import course_of
from setspace.core.process.formats import Plan
from setspace.core.process.state import Phase
from setspace.people.models import Person
from setspace.room.answers import Ack, Refusal
from setspace.room.models import RoomEvent
from setspace.room.practice import shelf, stream
from setspace.room.practice.casting import Wanted
from setspace.room.practice.forms import of_one_round
from setspace.room.practice.looking_back import looked_back, not_seen
from setspace.room.practice.practice import Practice
from setspace.room.rehearsal.difficult import Difficulty
from setspace.room.rehearsal.looking import Looking
from setspace.room.rehearsal.person import SimulatedPerson
from setspace.room.rehearsal.phrases import MATTERS
from setspace.room.rehearsal.taking_part import Character
from tests.cast import client_of, the_cast
from tests.core.rooms import NINE_THIRTY

pytestmark = pytest.mark.once

OWNER = "00000000-0000-4000-8000-000000000001"
SECOND = 1_000


@dataclass
class ByHand:
    """A pace that moves when the test says so."""

    now: int
    rate: float = 1.0

    def now_ms(self) -> int:
        return self.now


def wanted(plan: Plan, people: int = 4, *hard: Difficulty, seed: int = 1) -> Wanted:
    course = course_of(plan, catalogue.formats())
    return Wanted(course.plan, course.rounds, people, 1, hard, seed, "Europe/London")


def practice(wish: Wanted) -> Practice:
    found = Practice(uuid4(), OWNER, "Ade Bello", wish, NINE_THIRTY)
    found.room.pace = ByHand(NINE_THIRTY)
    return found


def held(found: Practice) -> Practice:
    """Held to its end by a simulated facilitator, a look each few seconds of the room's time."""
    chance = Random(7)
    leader = SimulatedPerson(OWNER, Character.drawn(MATTERS[0], chance), chance, leads=True)
    pace = found.room.pace
    assert isinstance(pace, ByHand)
    found.ask(OWNER, c.Arrive(), "arrive")
    for number in range(3_000):
        pace.now += 5 * SECOND
        found.look()
        view = Looking(found.state, OWNER, pace.now, found.present(pace.now))
        leader.look(view, pace.now)
        if command := leader.act(view, pace.now):
            found.ask(OWNER, command, f"leader-{number}")
        if found.is_over:
            return found
    raise AssertionError("The rehearsal does not come to an end.")


@pytest.fixture
def shelves() -> Iterator[None]:
    shelf.clear()
    yield
    shelf.clear()


@pytest.mark.parametrize("hard", Difficulty)
def test_a_round_with_each_difficulty_comes_to_its_end_and_is_looked_back_on(hard: Difficulty) -> None:
    found = held(hard_on(hard, holder=hard is Difficulty.DROPPING))
    assert found.state.phase is Phase.CLOSED
    assert [row for row in looked_back(found) if row.happened]
    assert {one.difficulty for one in found.noticed} <= {hard}


@pytest.mark.parametrize("hard", [Difficulty.ADVICE, Difficulty.RAMBLING, Difficulty.SILENCE])
def test_what_shows_in_asking_is_never_the_only_issue_holders(hard: Difficulty) -> None:
    for seed in range(20):
        actors = practice(one_round(hard, seed=seed)).actors
        assert actors[0].difficulty is None
        assert [actor.difficulty for actor in actors].count(hard) == 1


def test_a_difficulty_that_was_chosen_is_never_denied() -> None:
    found = practice(wanted(catalogue.plans()["tpas-session"], 4, Difficulty.ADVICE, Difficulty.SILENCE))
    assert looked_back(found) == []
    assert not_seen(found) == ["somebody gives advice", "somebody stays silent"]
    assert not_seen(held(found)) == []
    assert {one.happened.split(" ", 1)[1] for one in looked_back(found)} == {
        "put a suggestion where a question belongs.",
        "asked nothing.",
    }


def test_whoever_loses_the_line_in_somebody_elses_turn_is_noticed_too() -> None:
    found = held(hard_on(Difficulty.DROPPING, holder=False))
    assert "lost the line for a while, and the session went on." in looked_back(found)[0].happened
    assert not_seen(found) == []


def test_looking_back_in_between_counts_the_stage_that_is_on(db: None, shelves: None) -> None:
    ade = the_cast()["ade"]
    client = client_of(ade)
    page = begin(client).headers["Location"]
    found = shelf.newest_of(str(ade.pk))
    assert found is not None
    assert "chose: somebody gives advice and somebody comes late. It has not happened yet." in told(
        client, page
    )
    found.room.pace = ByHand(found.starts_at)
    found.ask(found.owner, c.Start(), "start")
    found.room.pace.now += 180 * SECOND
    said = told(client, page)
    assert "“Check-in” is still on." in said
    assert "Planned 8 min, took 3 min" in said
    assert "Did not take place" not in said


def test_all_at_once_is_still_a_session() -> None:
    found = held(practice(one_round(*Difficulty, people=6, seed=2)))
    assert {one.difficulty for one in found.noticed} >= {Difficulty.ADVICE, Difficulty.LATE}


def one_round(*hard: Difficulty, people: int = 4, seed: int = 1) -> Wanted:
    format_ = catalogue.formats()["tpas-40"]
    return Wanted(of_one_round(format_), (format_,), people, 1, hard, seed, "Europe/London")


def hard_on(*hard: Difficulty, holder: bool) -> Practice:
    """The first member holds the round: one in which it is they who find it hard, or somebody else."""
    drawn = (practice(one_round(*hard, seed=seed)) for seed in range(99))
    return next(found for found in drawn if bool(found.actors[0].difficulty) == holder)


@pytest.mark.parametrize("key", ["troika-10", "wise-crowds-15", "seal-postit-24"])
def test_one_round_alone_can_be_held(key: str) -> None:
    format_ = catalogue.formats()[key]
    plan = of_one_round(format_)
    found = held(practice(Wanted(plan, (format_,), format_.least_people, 1, (), 3, "Europe/London")))
    assert found.noticed == []
    assert len(found.state.begun) == 1


def test_the_same_seed_gives_the_same_people() -> None:
    one, other = (
        practice(wanted(catalogue.plans()["tpas-session"], 5, *Difficulty, seed=4)) for _ in range(2)
    )
    assert [(a.seat.name, a.difficulty, a.away) for a in one.actors] == [
        (a.seat.name, a.difficulty, a.away) for a in other.actors
    ]


def test_who_is_away_is_not_there_and_comes_back() -> None:
    found = practice(wanted(catalogue.plans()["tpas-session"], 4, Difficulty.LATE))
    late = next(actor for actor in found.actors if actor.difficulty is Difficulty.LATE)
    assert late.seat.person not in found.present(NINE_THIRTY)
    assert late.seat.person in found.present(NINE_THIRTY + 10 * 60 * SECOND)


def test_time_stands_until_the_session_is_started_and_then_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = [100.0]
    monkeypatch.setattr("setspace.lib.clock.ticks", lambda: ticks[0])
    found = Practice(uuid4(), OWNER, "Ade Bello", replace(one_round(), speed=20), NINE_THIRTY)
    found.ask(OWNER, c.Arrive(), "arrive")
    ticks[0] += 240
    found.look()
    assert (found.room.pace.now_ms(), found.room.pace.rate) == (NINE_THIRTY, 0)
    found.ask(OWNER, c.NextStage(0), "too soon")
    assert found.room.pace.rate == 0
    found.ask(OWNER, c.Start(), "start")
    ticks[0] += 3
    found.look()
    assert (found.room.pace.now_ms(), found.room.pace.rate) == (NINE_THIRTY + 60 * SECOND, 20)
    assert giving.minutes_behind(found.state, found.room.pace.now_ms()) == 0


def test_the_rules_of_the_room_hold_in_a_rehearsal_too() -> None:
    found = practice(wanted(catalogue.plans()["tpas-session"]))
    assert isinstance(found.ask(OWNER, c.NextStage(0), "early"), Refusal)
    assert isinstance(found.ask(OWNER, c.Start(), "start"), Ack)


def test_somebody_begins_one_and_nobody_else_comes_in(db: None, shelves: None) -> None:
    people = the_cast()
    ade, mei = people["ade"], people["mei"]
    begun = begin(client_of(ade))
    page = begun.headers["Location"]
    assert client_of(ade).get(page).status_code == 200
    assert client_of(mei).get(page).status_code == 404
    assert client_of(mei).get(page + "review/").status_code == 404
    assert Client().get(page).status_code == 302
    key = page.strip("/").split("/")[-1]
    theirs, mine = client_of(mei), client_of(ade)
    assert stream.practice_of(f"/rehearsals/{key}/stream", mine.session.session_key or "") is not None
    assert stream.practice_of(f"/rehearsals/{key}/stream", theirs.session.session_key or "") is None
    assert stream.practice_of(f"/rehearsals/{key}/stream", "") is None


def test_nothing_of_it_is_in_the_database(db: None, shelves: None) -> None:
    ade = the_cast()["ade"]
    people = Person.objects.count()
    client = client_of(ade)
    tables = rows_of_all()
    page = begin(client).headers["Location"]
    client.get(page)
    assert rows_of_all() == tables
    assert Person.objects.count() == people
    assert not RoomEvent.objects.exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"what": "nothing"}, "Select one of the list"),
        ({"people": "nine"}, "Enter a number from 2 to 8"),
        ({"people": "2"}, "is for 3 to 8 people"),
        ({"speed": ""}, "Select how fast"),
        ({"hard": ["fire"]}, "Select difficulties from the list"),
        (
            {"people": "3", "hard": ["advice", "rambling", "late", "silence"]},
            "With 3, select at most 3",
        ),
    ],
)
def test_a_wrong_wish_is_told_beside_its_field(
    db: None, shelves: None, changed: dict[str, object], words: str
) -> None:
    ade = the_cast()["ade"]
    answer = client_of(ade).post(reverse("room:rehearsals"), {**WISH, **changed})
    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_a_rehearsal_that_is_gone_says_so(db: None, shelves: None) -> None:
    ade = the_cast()["ade"]
    client = client_of(ade)
    first = begin(client).headers["Location"]
    begin(client)
    answer = client.get(first)
    assert answer.status_code == 404
    assert "Begin another" in answer.content.decode()


def told(client: Client, page: str) -> str:
    return " ".join(client.get(page + "review/").content.decode().split())


WISH = {"what": "tpas-session", "people": "4", "speed": "20", "hard": ["advice", "late"]}


def begin(client: Client):  # type: ignore[no-untyped-def]  # the test client's own kind of answer
    answer = client.post(reverse("room:rehearsals"), WISH)
    assert answer.status_code == 302
    return answer


def rows_of_all() -> dict[str, int]:
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            if "session" not in table:
                cursor.execute(f'SELECT COUNT(*) FROM "{table}"')  # noqa: S608  a name from the database
                found[table] = int(cursor.fetchone()[0])
        return found
