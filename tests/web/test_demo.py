"""The demo: a set that the product has played itself, and a session that lives while nobody real is there."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.urls import clear_url_caches, resolve
from django.urls.exceptions import Resolver404

from setspace.core.process import commands as c
from setspace.core.process.state import MINUTE, Phase, State
from setspace.hosts.models import Programme
from setspace.hosts.queries.letters import letters_of
from setspace.lib import clock
from setspace.people.models import Letter, Person
from setspace.records.models import Action, ActionUpdate, Reflection, Summary
from setspace.room.queries import to_ms
from setspace.web.demo.living import Living
from setspace.web.demo.seeding import Demo, seeded
from setspace.web.demo.views import entry_link

pytestmark = pytest.mark.once

NOBODY: frozenset[str] = frozenset()


@dataclass
class Place:
    demo: Demo
    now: int

    def live(self, minutes: float, real: frozenset[str] = NOBODY) -> None:
        """Let so much time pass, looking at the room every five seconds of it."""
        living = Living(self.demo)
        until = self.now + round(minutes * MINUTE)
        while self.now < until:
            self.now += 5_000
            living.live(self.now, real)

    @property
    def state(self) -> State:
        return self.demo.room.state()


@pytest.fixture
def place(transactional_db: None, tmp_path: Path) -> Iterator[Place]:
    addresses = override_settings(ROOT_URLCONF="setspace.web.demo.site_urls", MAILBOX_DIR=tmp_path)
    with addresses:
        clear_url_caches()
        now = clock.now()
        yield Place(seeded(lambda: now), to_ms(now))
    clear_url_caches()


@pytest.mark.slow
def test_a_newcomer_finds_a_living_set(place: Place) -> None:
    """One seeding, from what is past to how the session ends."""
    _the_set_has_a_past(place)
    _a_programme_is_half_way_and_another_recruits()
    _a_session_goes_on(place)
    _links_sign_in(place)
    _the_mailbox_is_open(Client())
    _nobody_real_is_there(place)
    _mei_sits_in_her_seat(place)
    _ade_leads_himself(place)
    _it_ends_with_a_summary(place)


def _the_set_has_a_past(place: Place) -> None:
    demo = place.demo
    assert Summary.objects.exclude(sent_at=None).count() == 6
    assert Letter.objects.filter(purpose="summary", state="sent").count() == 30
    assert ActionUpdate.objects.exists()
    assert Reflection.objects.filter(person=demo.member).count() == 2
    assert Action.objects.filter(noted_at__gt=clock.now() - timedelta(weeks=4)).count() == 0
    assert [one.memberships.count() for one in demo.organisers] == [0, 0]


def _a_programme_is_half_way_and_another_recruits() -> None:
    half_way = Programme.objects.get(host__slug="homeground-network")
    assert half_way.sets.filter(learning_set__isnull=False).count() == 2
    for planned in half_way.sets.all():
        kinds = [date.meeting.kind for date in planned.dates.select_related("meeting") if date.meeting]
        assert kinds == ["introduction", *["session"] * 5, "evaluation", "follow-up"]
        assert planned.placements.filter(agreed_at__isnull=False).count() == 4
    recruiting = Programme.objects.get(host__slug="mersey-young-minds-partnership")
    assert recruiting.takes_applications(clock.now())
    assert recruiting.applications.filter(sent_at__isnull=False).count() == 9
    went_out = Counter(letters_of(recruiting.host).filter(state="sent").values_list("purpose", flat=True))
    assert went_out == {
        "application_received": 9,
        "application_accepted": 5,
        "interest_noted": 1,
        "applications_open": 1,
    }
    assert not Letter.objects.filter(state="waiting").exists()


def _a_session_goes_on(place: Place) -> None:
    state = place.state
    assert state.phase is Phase.RUNNING
    assert state.step is not None
    assert state.step.title == "Open questions"
    assert state.holder != str(place.demo.member.pk)
    assert state.parts[state.holder].key_question
    assert len(state.parts[state.holder].asked) >= 2
    assert state.queue or state.floor
    assert state.setup.carried


def _nobody_real_is_there(place: Place) -> None:
    before = len(place.state.parts[place.state.holder].asked)
    place.live(4)
    assert len(place.state.parts[place.state.holder].asked) > before


def _mei_sits_in_her_seat(place: Place) -> None:
    mei = str(place.demo.member.pk)
    asked = [one for one in place.state.parts[place.state.holder].asked if one.by == mei]
    place.live(4, frozenset({mei}))
    assert [one for one in place.state.parts[place.state.holder].asked if one.by == mei] == asked


def _ade_leads_himself(place: Place) -> None:
    ade = str(place.demo.founded.facilitator.pk)
    visits = len(place.state.visits)
    place.live(30, frozenset({ade}))
    assert len(place.state.visits) == visits
    place.demo.room.ask(ade, c.End(), place.now)


def _it_ends_with_a_summary(place: Place) -> None:
    place.live(10)
    assert place.state.phase is Phase.CLOSED
    summary = Summary.objects.get(meeting=place.demo.meeting)
    assert summary.sent_by == place.demo.founded.facilitator
    assert Letter.objects.filter(purpose="summary", about=place.demo.meeting.pk).count() == 5


def _links_sign_in(place: Place) -> None:
    mei = Client()
    link = entry_link(place.demo.member).removeprefix("http://localhost:8000")
    answer = mei.get(link)
    assert answer.headers["Location"] == f"/sessions/{place.demo.meeting.pk}/room/"
    assert mei.get(answer.headers["Location"]).status_code == 200
    assert mei.get(f"{link[:-2]}{'1' if link[-2] == '0' else '0'}/").status_code == 404
    assert mei.get("/demo/enter/charlie-000000000000/").status_code == 404
    ruth = entry_link(place.demo.organisers[0]).removeprefix("http://localhost:8000")
    assert Client().get(ruth).headers["Location"] == "/"
    everybody = Client().get("/demo/").content.decode()
    assert all(person.name in everybody for person in Person.objects.all())


def _the_mailbox_is_open(browser: Client) -> None:
    box = browser.get("/mailbox/").content.decode()
    assert box.count("session 2: your questions and actions") == 10
    name = box.partition('href="/mailbox/')[2].partition("/")[0]
    letter = browser.get(f"/mailbox/{name}/")
    assert "frame-src 'self'" in letter.headers["Content-Security-Policy"]
    assert 'sandbox="allow-top-navigation-by-user-activation"' in letter.content.decode()
    html = browser.get(f"/mailbox/{name}/html/")
    policy = html.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert "script-src" not in policy
    assert html.headers["X-Frame-Options"] == "SAMEORIGIN"
    for strange in ("000000-00000000", "secret-key", "..%2Fsecret-key"):
        assert browser.get(f"/mailbox/{strange}/").status_code == 404


@pytest.mark.parametrize("path", ["/mailbox/", "/demo/", "/demo/enter/mei.lin-000000000000/"])
def test_a_real_place_has_none_of_these_pages(path: str) -> None:
    with pytest.raises(Resolver404):
        resolve(path)
