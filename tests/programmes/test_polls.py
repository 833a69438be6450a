"""Another date by asking the set: offered, answered, closed by itself, chosen or left."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from setspace.lib import clock
from setspace.people.models import Letter, Person
from setspace.programmes import changes, queries
from setspace.programmes.changes import Offer, PlannedDate
from setspace.programmes.models import Became, Meeting, Poll, PollAnswer
from tests.cast import client_of
from tests.programmes.world import World, delivered, invitee, new_world, words_of

pytestmark = pytest.mark.django_db

STANDS = PlannedDate(date(2032, 3, 2), time(9, 30), "tpas-session")
NEXT = PlannedDate(date(2032, 4, 6), time(9, 30), "tpas-session")
NINTH, SIXTEENTH = date(2032, 3, 9), date(2032, 3, 16)


@pytest.fixture
def world(db: None) -> World:
    world = new_world(dates=[STANDS, NEXT])
    world.join(world.mei, world.tom, world.ines, world.sam)
    Letter.objects.all().delete()
    return world


def meeting() -> Meeting:
    return Meeting.objects.select_related("learning_set").get(number=1)


def asked(world: World, *days: date, quorum: int = 3, closes_at: datetime | None = None) -> Poll:
    offer = Offer(
        [(day, time(9, 30)) for day in days or (NINTH, SIXTEENTH)],
        quorum,
        closes_at or clock.now() + timedelta(days=7),
    )
    return changes.open_poll(meeting(), offer, world.ade, clock.now())


def page_of(poll: Poll, what: str = "") -> str:
    return f"/polls/{poll.pk}/{what}"


def say(poll: Poll, person: Person, *answers: str) -> str:
    """Their answers to the dates in order, sent with the form."""
    form = {str(one.pk): answer for one, answer in zip(poll.dates.all(), answers, strict=True)}
    return words_of(client_of(person).post(page_of(poll), form, follow=True))


def typed(*days: date, **more: str) -> dict[str, str]:
    rows = {f"date-{place}-on": day.isoformat() for place, day in enumerate(days, start=1)}
    times = {f"date-{place}-at": "09:30" for place in range(1, len(days) + 1)}
    return {"quorum": "3", "closes_on": "2032-02-28", **rows, **times, **more}


def test_ade_offers_dates_and_the_set_is_asked(world: World) -> None:
    ade = client_of(world.ade)
    address = f"/sessions/{meeting().pk}/polls/"
    suggested = words_of(ade.get(address))
    assert 'value="2032-03-09"' in suggested
    assert 'value="2032-04-06"' not in suggested  # the set meets then
    looked = words_of(ade.post(address, typed(NINTH, date(2032, 3, 26), look="yes")))
    assert "Friday 26 March is a public holiday, Good Friday." in looked
    assert not Poll.objects.exists()
    response = ade.post(address, typed(NINTH, SIXTEENTH), follow=True)
    assert "Your set is asked by mail." in words_of(response)
    told = delivered()
    assert [to for to, _s, _t in told] == [f"{name}@example.org" for name in ("ines", "mei", "sam", "tom")]
    assert {subject for _to, subject, _text in told} == {"Tuesday set: another date for session 1?"}
    assert "Tuesday 9 March 2032, 9:30am" in told[0][2]
    assert "Please answer until the end of Saturday 28 February, London time." in told[0][2]
    assert "Ade asks which other date suits you" in told[0][2]


def test_it_closes_by_itself_when_all_have_answered(world: World) -> None:
    poll = asked(world)
    for person in (world.mei, world.tom, world.ines):
        assert "Your answers are saved." in say(poll, person, "yes", "maybe")
    assert say(poll, world.mei, "no", "yes")  # they change their mind
    assert Poll.objects.filter(closed_at=None).exists()
    say(poll, world.sam, "yes", "yes")
    assert not Poll.objects.filter(closed_at=None).exists()
    assert "This poll is closed" in say(poll, world.mei, "yes", "yes")
    assert [to for to, _s, _t in delivered("poll_closed")] == ["ade@example.org"]


def test_it_closes_by_itself_at_its_moment_and_ade_is_told_once(world: World) -> None:
    poll = asked(world)
    say(poll, world.mei, "yes", "no")
    assert changes.close_polls(poll.closes_at - timedelta(seconds=1)) == 0
    with time_machine.travel(poll.closes_at, tick=False):
        assert "This poll is closed" in say(poll, world.tom, "yes", "yes")
        assert changes.close_polls(poll.closes_at) == 1
        assert changes.close_polls(poll.closes_at) == 0
        assert len(delivered("poll_closed")) == 1


def test_it_closes_before_the_session_and_before_any_of_its_dates(world: World) -> None:
    sooner = date(2032, 2, 24)
    poll = asked(world, sooner, NINTH, closes_at=clock.now() + timedelta(days=9999))
    assert poll.closes_at == poll.dates.get(on=sooner).starts_at


def test_ade_chooses_and_every_calendar_is_told(world: World) -> None:
    poll = asked(world)
    for person, said in ((world.mei, "yes"), (world.tom, "yes"), (world.ines, "no"), (world.sam, "maybe")):
        say(poll, person, "no", said)
    chosen = poll.dates.get(on=SIXTEENTH)
    Letter.objects.all().delete()
    response = client_of(world.ade).post(page_of(poll, "taking/"), {"date": str(chosen.pk)}, follow=True)
    assert "is now on Tuesday 16 March 2032, 9:30am. Your set has been told." in words_of(response)
    moved = meeting()
    assert (moved.on, moved.n_changes) == (SIXTEENTH, 1)
    poll.refresh_from_db()
    assert poll.became == Became.TAKEN
    assert set(Letter.objects.values_list("purpose", flat=True)) == {"session_moved"}
    assert len(delivered()) == 5
    states = {one.person.first_name: one.state_words for one in queries.who_comes(moved).places}
    assert states == {
        "Ade": "Expected",
        "Mei": "Is coming",
        "Tom": "Is coming",
        "Ines": "Can’t make it",
        "Sam": "Expected",
    }


def test_ade_keeps_the_date_and_the_set_is_told(world: World) -> None:
    poll = asked(world)
    client_of(world.ade).post(page_of(poll, "keeping/"))
    assert meeting().on == STANDS.on
    told = delivered()
    assert {subject for _to, subject, _text in told} == {"Tuesday set: session 1 keeps its date"}
    assert len(told) == 4
    again = client_of(world.ade).post(page_of(poll, "keeping/"), follow=True)
    assert "This poll is over already." in words_of(again)


def test_a_session_that_moves_otherwise_ends_its_poll(world: World) -> None:
    poll = asked(world)
    changes.move_meeting(meeting(), PlannedDate(date(2032, 3, 23), time(9, 30), "tpas-session"), clock.now())
    poll.refresh_from_db()
    assert poll.became == Became.MOVED
    assert delivered("poll_opened") == []  # worded too late to be of use
    other = asked(world)
    changes.cancel_meeting(meeting(), clock.now())
    other.refresh_from_db()
    assert other.became == Became.MOVED


def test_members_see_counts_and_ade_sees_names_and_which_date_most_can_come(world: World) -> None:
    poll = asked(world)
    for person in (world.mei, world.tom, world.ines):
        say(poll, person, "maybe", "yes")
    page = words_of(client_of(world.sam).get(page_of(poll)))
    assert "3 yes" in page
    assert "Most can come" in page
    for words in ("Mei, Tom", "Choose", "have not answered"):
        assert words not in page
    led = words_of(client_of(world.ade).get(page_of(poll)))
    assert "3 yes (Ines, Mei and Tom)" in led
    assert "Sam has not answered yet." in led
    assert "Tuesday 16 March 2032 at 09:30 has 3 yes" in led


def test_a_facilitator_does_not_make_the_quorum(world: World) -> None:
    poll = asked(world, quorum=2)
    invitation = changes.invite(
        world.learning_set, invitee("Nia Hill"), world.ade, clock.now(), "facilitator"
    )
    version = queries.current_rules(world.learning_set)
    assert version is not None
    changes.accept_invitation(invitation, invitation.person, version, clock.now())
    say(poll, invitation.person, "yes", "yes")
    say(poll, world.mei, "yes", "no")
    assert "Most can come" not in words_of(client_of(world.ade).get(page_of(poll)))
    say(poll, world.tom, "yes", "no")
    assert "Most can come" in words_of(client_of(world.ade).get(page_of(poll)))


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (typed(NINTH), "Offer at least 2 different dates"),
        (typed(NINTH, NINTH), "Offer at least 2 different dates"),
        (typed(STANDS.on, NINTH), "One of these is the date that stands. Offer others"),
        (typed(NEXT.on, NINTH), "The set already meets then: session 2, 6 April"),
        (typed(date(2021, 3, 2), NINTH), "Enter a day and time that lie ahead"),
        (typed(NINTH, SIXTEENTH, quorum="5"), "There are 4 members. Enter as many or fewer"),
        (typed(NINTH, SIXTEENTH, closes_on="2021-03-02"), "Enter a day that has not passed"),
        (typed(NINTH, SIXTEENTH, **{"date-2-at": ""}), "Enter the time you start on Tuesday 16 March"),
    ],
)
def test_an_offer_that_will_not_do_is_explained(world: World, form: dict[str, str], sentence: str) -> None:
    page = words_of(client_of(world.ade).post(f"/sessions/{meeting().pk}/polls/", form))
    assert page.count(sentence) == 2
    assert not Poll.objects.exists()


def test_a_set_is_asked_once_at_a_time(world: World) -> None:
    poll = asked(world)
    with pytest.raises(changes.Refused, match="asked already"):
        asked(world)
    response = client_of(world.ade).get(f"/sessions/{meeting().pk}/polls/")
    assert response.headers["Location"] == page_of(poll)
    changes.keep_date(poll, clock.now())
    asked(world)


def test_an_answer_to_each_date_is_asked_for(world: World) -> None:
    poll = asked(world)
    first = poll.dates.all()[0]
    page = words_of(client_of(world.mei).post(page_of(poll), {str(first.pk): "yes"}))
    assert page.count("Select whether you can come on Tuesday 16 March") == 2
    assert not PollAnswer.objects.exists()


def test_only_the_set_answers_and_only_who_looks_after_it_chooses(world: World) -> None:
    poll = asked(world)
    form = {str(one.pk): "yes" for one in poll.dates.all()}
    assert client_of(world.charlie).post(page_of(poll), form).status_code == 404
    assert client_of(world.ade).post(page_of(poll), form).status_code == 404  # who asks is not asked
    assert client_of(world.mei).post(page_of(poll, "taking/"), {"date": next(iter(form))}).status_code == 404
    assert client_of(world.mei).post(page_of(poll, "keeping/")).status_code == 404
    assert not PollAnswer.objects.exists()


def test_who_left_is_not_waited_for(world: World) -> None:
    poll = asked(world)
    for person in (world.mei, world.tom, world.ines):
        say(poll, person, "yes", "yes")
    changes.end_membership(world.membership(world.sam), clock.now())
    say(poll, world.mei, "yes", "no")
    poll.refresh_from_db()
    assert poll.closed_at is not None


def test_a_poll_costs_as_many_reads_with_two_dates_as_with_five(world: World) -> None:
    def n_queries(poll: Poll) -> int:
        client = client_of(world.ade)
        with CaptureQueriesContext(connection) as found:
            assert client.get(page_of(poll)).status_code == 200
        return len(found)

    few = asked(world)
    n_few = n_queries(few)
    changes.keep_date(few, clock.now())
    many = asked(world, *(NINTH + timedelta(days=days) for days in (0, 1, 2, 3, 7)))
    for person in (world.mei, world.tom):
        say(many, person, *["yes"] * 5)
    assert n_queries(many) == n_few
