"""The public page of a programme: what it says, to whom it stands open, and what may not break out of it."""

import json
import re
from datetime import date, datetime, time, timedelta
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from setspace.core.process import catalogue
from setspace.hosts.models import Programme
from setspace.hosts.queries.public import STAYS, public_page, standing_of
from setspace.hosts.queries.public_ring import ring_of
from setspace.hosts.templatetags.structured import DataBlock
from setspace.lib import clock
from setspace.programmes.models import Meeting
from tests.cast import client_of, the_cast
from tests.hosts.world import NOW, another_host, homeground, housing
from tests.records.world import new_set

ENDS = "</script><script>alert(1)</script>&"


@pytest.fixture
def programme(db: None) -> Programme:
    return housing(homeground(the_cast()["ruth"]))


def words_of(response: HttpResponseBase) -> str:
    assert isinstance(response, HttpResponse)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", response.content.decode())).split())


def address(programme: Programme) -> str:
    return reverse("hosts:public", args=[programme.host.slug, programme.slug])


def change(programme: Programme, **fields: object) -> None:
    Programme.objects.filter(id=programme.id).update(**fields)
    programme.refresh_from_db()


def test_the_page_says_who_when_where_and_on_which_dates(programme: Programme) -> None:
    change(programme, audience="For housing staff at every level", price="Free to members")
    said = words_of(Client().get(address(programme)))
    for words in (
        "Four people. One question at a time.",
        "Homeground Network: Housing, Spring 2027. For housing staff at every level",
        "Two sets 4 people each, from 4 organisations",
        "When Tuesdays or Thursdays, February to July 2027",
        "Where Online, by video",
        "Cost Free to members",
        "Dates for both sets, 2027",
        "Introduction 9:30am to 11:30am Tue 2 February Thu 4 February",
        "Times are those in London.",
        "Ruth Abbot, 020 7946 0000",
        "What is said in the set stays in the set.",
    ):
        assert words in said
    # Half an hour of white space is in the time of a session.
    assert "Session 1 9:30am to 1:30pm" in said
    assert "Sessions run for 3 and a half hours with breaks." in said


@pytest.mark.parametrize("own", ["", "Nobody reports on you.", f"{STAYS} Nobody reports on you."])
def test_that_it_stays_in_the_set_is_said_once(programme: Programme, own: str) -> None:
    change(programme, confidentiality=own)
    terms = words_of(Client().get(address(programme))).partition("Confidentiality")[2]
    assert terms.partition("Questions")[0].count(STAYS) == 1


def test_the_minutes_are_those_of_the_round_that_the_sets_use(programme: Programme) -> None:
    shown = public_page(programme, NOW).round
    assert shown is not None
    stages = catalogue.formats()["tpas-40"].stages
    assert [(one.title, one.minutes) for one in shown.stages] == [(one.title, one.minutes) for one in stages]
    assert [one.title for one in shown.stages if one.is_core] == ["Open questions"]
    assert "How your 40 minutes work" in words_of(Client().get(address(programme)))
    for one in programme.sets.all():
        one.dates.update(plan="")
    assert public_page(programme, NOW).round is None


def test_a_set_that_meets_already_shows_its_own_dates(programme: Programme) -> None:
    people = the_cast()
    founded = new_set("Tuesday set", people["ruth"], people["ade"], [people["mei"]])
    tuesdays = programme.sets.get(number=1)
    first = tuesdays.dates.get(position=0)
    first.meeting = Meeting.objects.create(
        learning_set=founded, number=1, plan="tpas-introduction", on=date(2027, 2, 9), at=time(14)
    )
    first.save()
    said = words_of(Client().get(address(programme)))
    assert "Introduction Tue 9 February, 2pm to 4pm Thu 4 February, 9:30am to 11:30am" in said
    Meeting.objects.update(cancelled_at=NOW)
    assert "Tue 9 February, 2pm to 4pm, cancelled" in words_of(Client().get(address(programme)))


def test_dates_of_a_later_year_carry_it(programme: Programme) -> None:
    last = programme.sets.get(number=1).dates.get(position=7)
    last.on = date(2028, 1, 11)
    last.save()
    table = public_page(programme, NOW).table
    assert table.caption == "Dates for both sets, 2027 and 2028"
    assert [cell.day for cell in table.rows[-1].cells] == ["Tue 11 January 2028", "Thu 16 December"]


@pytest.mark.parametrize(
    ("opens", "closes", "standing", "says"),
    [
        (date(2026, 11, 3), None, "soon", "Applications open on Tuesday 3 November 2026"),
        (date(2026, 11, 2), date(2026, 11, 2), "open", "Apply by Monday 2 November 2026"),
        (None, None, "open", "Apply by Tuesday 2 February 2027"),
        (None, date(2026, 11, 1), "closed", "Applications closed on Sunday 1 November 2026"),
    ],
)
def test_the_page_says_whether_one_can_apply(
    programme: Programme,
    monkeypatch: pytest.MonkeyPatch,
    opens: date | None,
    closes: date | None,
    standing: str,
    says: str,
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    change(programme, opens_on=opens, closes_on=closes)
    assert standing_of(programme, NOW) == standing
    assert programme.takes_applications(NOW) == (standing == "open")
    page = Client().get(address(programme))
    assert says in words_of(page)
    assert (f'{address(programme)}application/"' in page.content.decode()) == (standing == "open")
    assert (f'{address(programme)}interest/"' in page.content.decode()) == (standing != "open")


def test_only_a_published_programme_that_goes_on_has_a_page(programme: Programme) -> None:
    client, path = Client(), address(programme)
    assert client.get(path).status_code == 200
    change(programme, ended_at=NOW)
    assert client.get(path).status_code == 404
    change(programme, ended_at=None, published_at=None)
    assert client.get(path).status_code == 404


def test_organisers_of_the_host_see_it_before_everybody(programme: Programme) -> None:
    people = the_cast()
    another_host(people["charlie"])
    change(programme, published_at=None)
    path = reverse("hosts:preview", args=[programme.id])
    page = client_of(people["ruth"]).get(path)
    assert "Nobody but organisers sees the page until it is published" in words_of(page)
    assert 'content="noindex"' in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    assert client_of(people["charlie"]).get(path).status_code == 404
    assert Client().get(path).status_code == 302


def test_the_page_may_be_found_and_kept_for_a_minute(programme: Programme) -> None:
    page = Client().get(address(programme))
    assert page.headers["Cache-Control"] == "public, max-age=60"
    assert "Cookie" in page.headers["Vary"]
    assert not page.cookies
    assert "noindex" not in page.content.decode()
    assert "noindex" in Client().get("/help/").content.decode()
    mine = client_of(the_cast()["mei"]).get(address(programme))
    assert mine.headers["Cache-Control"] == "no-store"


def data_of(response: HttpResponseBase) -> dict[str, Any]:
    assert isinstance(response, HttpResponse)
    found = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL
    )
    assert len(found) == 1
    data: dict[str, Any] = json.loads(found[0])
    return data


def test_search_engines_find_the_dates_of_each_set(programme: Programme) -> None:
    data = data_of(Client().get(address(programme)))
    assert (data["@type"], data["name"]) == ("Course", "Housing, Spring 2027")
    tuesdays, thursdays = data["hasCourseInstance"]
    assert tuesdays["courseMode"] == "Online"
    assert len(tuesdays["subEvent"]) == len(thursdays["subEvent"]) == 8
    assert tuesdays["subEvent"][4]["startDate"] == "2027-05-25T09:30:00+01:00"
    assert tuesdays["startDate"] == "2027-02-02T09:30:00+00:00"


def test_no_word_of_a_host_ends_the_data(programme: Programme) -> None:
    change(programme, name=ENDS, what_it_is=ENDS, audience=ENDS)
    page = Client().get(address(programme))
    data = data_of(page)
    assert (data["name"], data["description"]) == (ENDS, ENDS)
    assert "alert(1)" in page.content.decode()
    assert page.content.decode().count("<script") == 2  # the page's own module, and the data
    assert "<" not in DataBlock({"name": ENDS, "more": "<!--"}).__html__()


@pytest.mark.parametrize("n_people", [1, 3, 4, 6, 9])
def test_the_drawing_has_a_seat_for_each_inside_its_frame(n_people: int) -> None:
    seats = ring_of(n_people)
    assert len(seats) == n_people
    assert [one.is_now for one in seats] == [True] + [False] * (n_people - 1)
    for seat in seats:
        assert 0 <= seat.x - seat.radius < seat.x + seat.radius <= 360
        assert 0 <= seat.y - seat.radius < seat.y + seat.radius <= 360
    apart = [
        (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > (one.radius + other.radius) ** 2
        for one in seats
        for other in seats
        if one is not other
    ]
    assert all(apart)


def test_more_dates_need_no_more_questions_to_the_database(
    programme: Programme, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    found = Programme.objects.select_related("host").get()
    with django_assert_num_queries(2):
        public_page(found, NOW)
    tuesdays = programme.sets.get(number=1)
    for number in (3, 4, 5):
        one = programme.sets.create(number=number, label=f"Set {number}", weekday=1)
        for dated in tuesdays.dates.all():
            dated.pk, dated.programme_set = None, one
            dated.id = type(dated)._meta.get_field("id").default()
            dated.save(force_insert=True)
    with django_assert_num_queries(2):
        assert public_page(found, NOW).table.caption.startswith("Dates for all five sets")


def test_the_day_turns_where_the_programme_is(programme: Programme) -> None:
    change(programme, zone="Pacific/Auckland", opens_on=date(2026, 11, 3))
    late = datetime.fromisoformat("2026-11-02T12:00:00+00:00")
    assert standing_of(programme, late) == "open"
    assert standing_of(programme, late - timedelta(hours=2)) == "soon"


def test_a_programme_without_dates_yet_has_a_page(programme: Programme) -> None:
    for one in programme.sets.all():
        one.dates.all().delete()
    page = Client().get(address(programme))
    assert "Dates" not in words_of(page)
    assert data_of(page)["hasCourseInstance"] == []


def test_whoever_signs_in_or_begins_from_a_programme_is_led_back_to_it(programme: Programme) -> None:
    browser, page = Client(), address(programme)
    for path in (page, f"{page}interest/"):
        to_sign_in = f"/sign-in/?next={quote(path, safe='')}"
        assert f'href="{to_sign_in}"' in browser.get(path).content.decode()
        begin = f"/sign-up/?next={quote(path, safe='')}"
        asked = browser.get(to_sign_in)
        assert "and then you go on where you were." in words_of(asked)
        assert f'href="{begin}"' in asked.content.decode()
        assert "To start a set of your own" not in words_of(browser.get(begin))
    assert 'href="/sign-in/"' in browser.get("/help/").content.decode()
    assert "To start a set of your own" in words_of(browser.get("/sign-up/"))
