"""Ruth founds a host and lays a programme out, in the organisers' pages, until it stands open."""

from datetime import UTC, datetime

from django.test import Client

from setspace.hosts.forms.words import WordsForm
from setspace.hosts.models import Host
from setspace.people.changes import person_for
from tests.hosts.played.stage import Stage, done, each, only, shows, told

PUBLIC = "/p/homeground-network/housing-spring-2027/"
HOST = {
    "name": "Homeground Network",
    "contact": "Ruth Abbot, 020 7946 0000",
    "contact_email": "programmes@homeground.example",
    "zone": "Europe/London",
    "region": "GB-ENG",
    "language": "en-gb",
}
PLAN = {
    "shape": "tpas-vals",
    "name": "Housing, Spring 2027",
    "first_on": "2027-02-02",
    "at": "09:30",
    "zone": "Europe/London",
    "language": "en-gb",
    "least_people": "3",
    "most_people": "4",
    "sets_1": "1",
    "sets_3": "1",
}
SETS = {
    "set-1-label": "Tuesday set",
    "set-1-name": "Ade Bello",
    "set-1-email": "ade@example.org",
    "set-1-language": "en-gb",
    "set-2-label": "Thursday set",
    "set-2-name": "Bea Cole",
    "set-2-email": "bea@example.org",
    "set-2-language": "en-gb",
}
DAYS = {"opens_on": "2026-11-16", "closes_on": "2027-01-11", "replies_on": "2027-01-20", "press": "publish"}


def offer(stage: Stage) -> None:
    """From nothing to a page that stands open to all, with the applications still to come."""
    person_for("ruth@example.org", "Ruth Abbot")
    ruth = stage.browser("ruth")
    done(ruth.post("/hosts/new/", HOST))
    _plan(ruth)
    home = f"/programmes/{stage.programme.pk}/"
    assert Client().get(PUBLIC).status_code == 404
    words = {name: value or "" for name, value in WordsForm.initial_from(stage.programme).items()}
    done(ruth.post(f"{home}words/", {**words, "price": "Free to members", "asks_manager": "on"}))
    done(ruth.post(f"{home}sets/", SETS))
    done(ruth.post(f"{home}publication/", DAYS))
    page = shows(Client(), PUBLIC)
    for said in ("Free to members", "Tue 25 May Thu 27 May", "Applications open on Monday 16 November"):
        assert said in page, page
    assert told(stage.work()) == {}


def _plan(ruth: Client) -> None:
    new = f"/hosts/{Host.objects.get().slug}/programmes/new/"
    shown = ruth.post(new, PLAN)
    done(ruth.post(new, {**PLAN, "press": "make", "seen": shown.context["seen"]}))


def be_interested(stage: Stage) -> None:
    """Kim wants to be told, and Lee takes the wish back."""
    stage.time.move_to(datetime(2026, 10, 20, 12, tzinfo=UTC))
    for name in ("kim", "lee"):
        assert Client().post(f"{PUBLIC}interest/", {"email": f"{name}@example.org"}).status_code == 200
    new = stage.work()
    assert told(new) == each("kim lee", "interest_noted")
    Client().post(only(new, "lee", "interest_noted").link("/interests/.+/"))
    assert "2 people" not in shows(stage.browser("ruth"), f"/programmes/{stage.programme.pk}/interests/")
    assert stage.later(datetime(2026, 11, 15, 12, tzinfo=UTC)) == []
    opened = stage.later(datetime(2026, 11, 16, 0, 1, tzinfo=UTC))
    assert told(opened) == each("kim", "applications_open")
    assert stage.later(datetime(2026, 11, 16, 9, tzinfo=UTC)) == []
