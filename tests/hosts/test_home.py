"""The organiser's home: how programmes stand, what there is to do, however many there are."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from setspace.hosts.changes import set_up
from setspace.hosts.models import Application, Host, Programme, ProgrammeDate, ProgrammeSet
from setspace.hosts.queries.home import home_of
from setspace.hosts.queries.standing import Stands
from setspace.lib import clock
from setspace.people.mails import put
from setspace.people.models import Letter, LetterState, Person
from tests.cast import client_of, the_cast
from tests.hosts.world import HOMEGROUND, HOUSING, NOW, another_host, applied, homeground, housing
from tests.programmes.world import words_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

FEBRUARY = datetime(2027, 2, 20, 9, 0, tzinfo=UTC)
JANUARY = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)
NEXT_YEAR = datetime(2028, 1, 2, 9, 0, tzinfo=UTC)


def standing_of(programme: Programme, now: datetime) -> str:
    home = home_of(programme.host, now)
    (row,) = [*home.current, *home.ended]
    return row.standing.words


def test_a_programme_stands_in_the_words_of_its_days() -> None:
    programme = housing(homeground(the_cast()["ruth"]), published=False)
    assert standing_of(programme, NOW) == "Draft"
    programme.published_at, programme.opens_on = NOW, date(2026, 12, 1)
    programme.closes_on = date(2027, 1, 11)
    programme.save()
    assert standing_of(programme, NOW) == "Opens on 1 December"
    assert standing_of(programme, NOW + timedelta(days=40)) == "Open until 11 January 2027"
    assert standing_of(programme, JANUARY) == "Closed for applications"
    assert standing_of(programme, FEBRUARY) == "In session until 16 December"
    assert standing_of(programme, NEXT_YEAR) == "Ended"
    last = ProgrammeDate.objects.get(position=7, programme_set__number=2)
    ends_at = last.starts_at(programme.tz) + timedelta(minutes=last.minutes)
    assert standing_of(programme, ends_at - timedelta(minutes=1)) == "In session until 16 December"
    assert standing_of(programme, ends_at) == "Ended"
    ProgrammeDate.objects.filter(position=7).update(on=date(2028, 1, 25))
    assert standing_of(programme, FEBRUARY) == "In session until 25 January 2028"
    programme.ended_at = NOW
    programme.save()
    assert standing_of(programme, FEBRUARY) == "Ended"


def test_letters_that_did_not_arrive_are_counted_for_a_month() -> None:
    cast = the_cast()
    host = homeground(cast["ruth"])
    mei = applied(housing(host), "Mei Chen")
    address = f"/hosts/{host.slug}/"
    assert "did not arrive" not in words_of(client_of(cast["ruth"]).get(address))
    for number in (1, 2):
        put(f"lost:{number}", "application_received", mei.person, about=mei.pk)
    put(
        "theirs",
        "application_received",
        mei.person,
        about=applied(housing(another_host(cast["ruth"])), "Mei").pk,
    )
    Letter.objects.update(state=LetterState.REFUSED)
    page = words_of(client_of(cast["ruth"]).get(address))
    assert f'<a href="{address}letters/">Two letters did not arrive</a>' in page
    Letter.objects.update(put_at=clock.wall() - timedelta(days=31))
    assert "did not arrive" not in words_of(client_of(cast["ruth"]).get(address))


def test_what_there_is_to_do_is_counted() -> None:
    cast = the_cast()
    host = homeground(cast["ruth"])
    programme = housing(host)
    applied(programme, "Mei Chen")
    answered = applied(programme, "Tom Doyle")
    answered.accepted_at = NOW
    answered.save()
    gone = applied(programme, "Sam Frost")
    gone.withdrawn_at = NOW
    gone.save()
    programme.sets.filter(number=1).update(facilitator=cast["ade"])
    (row,) = home_of(host, NOW).current
    assert row.to_do == ["one application to answer", "one set has no facilitator"]
    assert (row.n_sets, row.n_applied) == (2, 2)
    assert row.when == "2 February to 16 December 2027"
    page = words_of(client_of(cast["ruth"]).get(f"/hosts/{host.slug}/"))
    assert "One application to answer, one set has no facilitator" in page


def test_one_host_sees_nothing_of_another() -> None:
    cast = the_cast()
    mine, theirs = homeground(cast["ruth"]), another_host(cast["charlie"])
    housing(mine)
    seen = words_of(client_of(cast["ruth"]).get(f"/hosts/{mine.slug}/"))
    assert "Housing, Spring 2027" in seen
    assert "Housing, Spring 2027" not in words_of(client_of(cast["charlie"]).get(f"/hosts/{theirs.slug}/"))
    assert client_of(cast["charlie"]).get(f"/hosts/{mine.slug}/").status_code == 404
    assert HOMEGROUND.name not in words_of(client_of(cast["charlie"]).get("/hosts/"))


def test_programmes_are_in_the_menu_of_whoever_organises_only() -> None:
    cast = the_cast()
    homeground(cast["ruth"])
    link = '<a href="/hosts/"'
    assert link in words_of(client_of(cast["ruth"]).get("/account/"))
    assert link not in words_of(client_of(cast["mei"]).get("/account/"))


def many(host: Host, number: int, people: int = 0) -> None:
    """So many programmes like one that is there, with as many people for each."""
    like = housing(host)
    programmes = [
        Programme(host=host, slug=f"p-{n}", name=f"Programme {n}", shape=like.shape, zone=like.zone,
                  first_on=like.first_on, at=like.at, made_at=NOW, published_at=NOW)
        for n in range(number - 1)
    ]  # fmt: skip
    Programme.objects.bulk_create(programmes)
    sets = [ProgrammeSet(programme=one, number=1, label="Tuesday set", weekday=1) for one in programmes]
    ProgrammeSet.objects.bulk_create(sets)
    ProgrammeDate.objects.bulk_create(
        ProgrammeDate(programme_set=one, position=n, kind="session", number=n + 1, minutes=180,
                      on=like.first_on + timedelta(weeks=4 * n), at=like.at)
        for one in sets for n in range(6)
    )  # fmt: skip
    for one in programmes:
        some = [Person(email=f"{n}.{one.slug}@example.org", name=f"Person {n}") for n in range(people)]
        Person.objects.bulk_create(some)
        Application.objects.bulk_create(
            Application(programme=one, person=who, begun_at=NOW, saved_at=NOW, sent_at=NOW) for who in some
        )


def queries_for(host: Host, person: Person) -> int:
    client = client_of(person)
    client.get(f"/hosts/{host.slug}/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(f"/hosts/{host.slug}/").status_code == 200
    return len(asked)


def test_a_programme_of_two_sets_and_one_of_twelve_cost_the_same_queries() -> None:
    ruth = the_cast()["ruth"]
    host = homeground(ruth)
    two = housing(host)
    twelve = set_up(host, replace(HOUSING, weekdays=(1, 3) * 6), NOW)
    client = client_of(ruth)
    for page in ("", "words/", "dates/", "sets/", "publication/", "copies/", "shape/"):
        client.get(f"/programmes/{two.id}/{page}")
        n_queries = []
        for programme in (two, twelve):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(f"/programmes/{programme.id}/{page}").status_code == 200
            n_queries.append(len(asked))
        assert n_queries[0] == n_queries[1], page


def test_three_programmes_and_three_hundred_cost_the_same_queries() -> None:
    cast = the_cast()
    few, lots = homeground(cast["ruth"]), another_host(cast["ruth"])
    many(few, 3)
    many(lots, 300)
    assert lots.programmes.count() == 300
    assert queries_for(few, cast["ruth"]) == queries_for(lots, cast["ruth"])


@pytest.mark.once
def test_the_home_is_quick_with_two_hundred_programmes_and_ten_thousand_people() -> None:
    host = homeground(the_cast()["ruth"])
    many(host, 201, people=50)
    assert Application.objects.count() == 10_000
    began = clock.ticks()
    home = home_of(host, NOW)
    took = clock.ticks() - began
    assert {row.n_applied for row in home.current} == {0, 50}
    assert {row.standing.stands for row in home.current} == {Stands.OPEN}
    assert took < 1.0
