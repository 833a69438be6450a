"""After a round and after a session: one line for who leads, and counts for each author alone."""

from itertools import cycle
from typing import Any
from uuid import uuid4

import pytest

from setspace.core.process.catalogue import formats, plans
from setspace.core.process.commands import Close, End, OrderHolders, SendQuestion
from setspace.core.process.files import course_of
from setspace.core.process.sight import sight
from setspace.lib import clock
from setspace.people.changes import change_coach as change_own_coach
from setspace.people.changes import shred_words
from setspace.people.models import Person
from setspace.programmes.changes import change_coach
from setspace.programmes.queries import coached_in
from setspace.records.models import QuestionCounts
from setspace.records.queries import own_counts
from setspace.room.answers import Ack
from setspace.room.coach.seen import seen
from setspace.room.practice.casting import Wanted
from setspace.room.practice.practice import Practice
from tests.room.world import Tuesday, signed_in

ADVICE = "Have you tried a rota?"
OPEN = "What would help?"
LINE = "Several recent questions carried suggestions."


@pytest.fixture
def asking(tuesday: Tuesday) -> Tuesday:
    tuesday.opened()
    tuesday.ask(tuesday.ade, OrderHolders((str(tuesday.mei.pk), str(tuesday.tom.pk))))
    tuesday.started()
    tuesday.move_to("Open questions")
    return tuesday


def ask(tuesday: Tuesday, by: list[Person], *texts: str) -> None:
    for person, text in zip(cycle(by), texts, strict=False):
        assert isinstance(tuesday.ask(person, SendQuestion(text)), Ack)


def to_the_next_turn(tuesday: Tuesday) -> None:
    before = tuesday.known.state.step
    assert before is not None
    while (step := tuesday.known.state.step) is not None and step.turn == before.turn:
        assert isinstance(tuesday.next_stage(), Ack)


def has_line(tuesday: Tuesday, person: Person) -> bool:
    state, me = tuesday.known.state, str(person.pk)
    coached = coached_in([tuesday.learning_set.pk])[tuesday.learning_set.pk]
    view = seen(sight(state, me, clock.now_ms(), frozenset({me})), state, me, coached)
    return bool(view["noticed"])


def close(tuesday: Tuesday) -> None:
    assert isinstance(tuesday.ask(tuesday.ade, End()), Ack)
    assert isinstance(tuesday.ask(tuesday.ade, Close()), Ack)


def lines(person: Person) -> list[str]:
    return [own.line for own in own_counts(person)]


def three(tuesday: Tuesday) -> list[Person]:
    return [tuesday.tom, tuesday.ines, tuesday.sam]


def test_after_the_round_who_leads_reads_one_line_and_nobody_else_does(asking: Tuesday) -> None:
    ask(asking, three(asking), ADVICE, ADVICE, ADVICE, OPEN)
    assert not has_line(asking, asking.ade)  # the round goes on
    to_the_next_turn(asking)
    assert [has_line(asking, one) for one in (asking.ade, *three(asking), asking.mei)] == [
        True,
        False,
        False,
        False,
        False,
    ]
    path = f"/sessions/{asking.room}/room/"
    page = signed_in(asking.ade).get(path).content.decode()
    assert LINE in page
    noticed = page[page.index('id="noticed"') : page.index("</details>", page.index('id="noticed"'))]
    assert not any(word in noticed for word in ("rota", "Tom", "Ines", "Sam", *"0123456789"))
    assert LINE not in signed_in(asking.tom).get(path).content.decode()


def test_the_line_goes_when_somebody_asks_in_the_next_round(asking: Tuesday) -> None:
    ask(asking, three(asking), ADVICE, ADVICE, ADVICE)
    to_the_next_turn(asking)
    asking.move_to("Facts only")
    assert has_line(asking, asking.ade)
    ask(asking, [asking.mei], "Who chairs it?")
    assert not has_line(asking, asking.ade)


@pytest.mark.parametrize(
    "texts", [(ADVICE, ADVICE, OPEN, OPEN), (OPEN, OPEN, OPEN), (ADVICE, OPEN, ADVICE, OPEN, OPEN)]
)
def test_two_suggestions_are_not_several(asking: Tuesday, texts: tuple[str, ...]) -> None:
    ask(asking, three(asking), *texts)
    to_the_next_turn(asking)
    assert not has_line(asking, asking.ade)


def test_fewer_than_three_people_are_never_pointed_at(asking: Tuesday) -> None:
    ask(asking, [asking.tom, asking.ines], *[ADVICE] * 8)
    to_the_next_turn(asking)
    assert not has_line(asking, asking.ade)


def test_what_somebody_without_the_coach_asked_is_not_looked_at(asking: Tuesday) -> None:
    change_own_coach(asking.sam, wants_coach=False, wants_counts=True)
    ask(asking, three(asking), *[ADVICE] * 6)
    to_the_next_turn(asking)
    assert not has_line(asking, asking.ade)


def test_suggestions_of_long_ago_are_not_recent(asking: Tuesday) -> None:
    ask(asking, three(asking), *[ADVICE] * 3, *[OPEN] * 12)
    to_the_next_turn(asking)
    assert not has_line(asking, asking.ade)


def test_counts_are_kept_for_each_author_alone_when_the_session_closes(asking: Tuesday) -> None:
    texts = [*[OPEN] * 6, "Are they ready?", "Did they answer?", ADVICE]
    ask(asking, [asking.tom], *texts)
    ask(asking, [asking.ines], *[OPEN] * 4)
    assert lines(asking.tom) == []
    close(asking)

    assert lines(asking.tom) == ["9 questions: 6 open, 2 closed, 1 with a suggestion in it"]
    assert QuestionCounts.objects.count() == 1  # four are not enough to be told
    page = signed_in(asking.tom).get("/my-questions/").content.decode()
    assert "In your last session you asked 9 questions: 6 open, 2 closed, 1 with a suggestion in it." in page
    for other in (asking.ade, asking.ines, asking.mei):
        assert "9 questions" not in signed_in(other).get("/my-questions/").content.decode()
    kept = bytes(QuestionCounts.objects.get().counts_sealed)
    assert b"open" not in kept
    assert b"help" not in kept


@pytest.mark.parametrize("off", ["person", "counts", "set", "server"])
def test_where_the_coach_is_off_nothing_is_counted(asking: Tuesday, settings: Any, off: str) -> None:
    ask(asking, [asking.tom], *[OPEN] * 6)
    if off in ("person", "counts"):
        change_own_coach(asking.tom, wants_coach=off != "person", wants_counts=off != "counts")
    elif off == "set":
        change_coach(asking.learning_set, has_coach=False)
    else:
        settings.COACH = False
    close(asking)
    assert not QuestionCounts.objects.exists()


def test_a_person_whose_key_is_gone_keeps_no_session_open(asking: Tuesday) -> None:
    ask(asking, [asking.tom], *[OPEN] * 6)
    ask(asking, [asking.ines], *[OPEN] * 6)
    shred_words(asking.tom)
    close(asking)
    assert lines(asking.ines) == ["6 questions: 6 open"]
    assert QuestionCounts.objects.count() == 1


def test_counts_are_erased_by_their_owner_and_those_of_others_stay(asking: Tuesday) -> None:
    ask(asking, [asking.tom, asking.ines], *[OPEN] * 12)
    close(asking)
    answer = signed_in(asking.tom).post("/my-questions/erasure/", follow=True).content.decode()
    assert "Your counts are erased." in answer
    assert "Nothing is counted yet" in answer
    assert (lines(asking.tom), lines(asking.ines)) == ([], ["6 questions: 6 open"])


@pytest.mark.parametrize("is_on", [True, False])
def test_in_a_rehearsal_the_line_can_be_met_too(settings: Any, is_on: bool) -> None:
    settings.COACH = is_on
    course = course_of(plans()["tpas-session"], formats())
    wanted = Wanted(course.plan, course.rounds, 4, 1, (), 1, "Europe/London")
    practice = Practice(uuid4(), str(uuid4()), "Ade Bello", wanted, 1_612_863_000_000)
    assert practice.room.coached == {actor.seat.person for actor in practice.actors if is_on}
    practice.look()
    assert practice.room.moment.coached == practice.room.coached
    assert practice.room.moment.view(practice.owner)["noticed"] == {}
