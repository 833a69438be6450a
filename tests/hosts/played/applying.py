"""Ten people apply: Mei from the public page on, the others through the same forms, a little faster."""

import re
from datetime import UTC, datetime

from django.test import Client

from setspace.hosts.models import Application
from setspace.people.changes import person_for
from tests.hosts.played.letters import Arrived
from tests.hosts.played.offering import PUBLIC
from tests.hosts.played.stage import Stage, done, each, only, shows, told
from tests.programmes.world import words_of

TUESDAY, THURSDAY = "mei tom ines sam", "dev una viv wes"
WAITING, DECLINED = "xan", "yara"
INTO = "dev una viv xan"  # the Thursday set, when Wes has said no and Xan yes
TEN = f"{TUESDAY} {THURSDAY} {WAITING} {DECLINED}"
NAMES = {
    "mei": "Mei Chen",
    "tom": "Tom Doyle",
    "ines": "Ines Evora",
    "sam": "Sam Frost",
    "dev": "Dev Patel",
    "una": "Una Quinn",
    "viv": "Viv Reed",
    "wes": "Wes Shaw",
    "xan": "Xan Tate",
    "yara": "Yara Unwin",
}
BEGAN = datetime(2026, 11, 20, 18, tzinfo=UTC)
APPLY = f"{PUBLIC}application/"


def apply(stage: Stage) -> None:
    stage.later(BEGAN)
    _mei_proves_her_address(stage)
    for name, full in NAMES.items():
        person_for(f"{name}@example.org", full)
        _fill_in(stage, name)
    received = stage.work()
    assert told(received) == each(TEN, "application_received") + each(_bosses(TEN), "manager_asked")
    _managers_agree(stage, received)
    listed = shows(stage.browser("ruth"), f"/programmes/{stage.programme.pk}/applications/")
    assert all(name in listed for name in NAMES.values())
    assert stage.browser("ade").get(f"/programmes/{stage.programme.pk}/applications/").status_code == 404


def application_of(name: str) -> Application:
    return Application.objects.get(person__email=f"{name}@example.org")


def _mei_proves_her_address(stage: Stage) -> None:
    browser = Client()
    assert f'href="{APPLY}"' in words_of(browser.get(PUBLIC))
    asked = browser.post(APPLY, {"name": "Mei Chen", "email": "mei@example.org"})
    (letter,) = stage.work()
    assert (letter.who, letter.purpose) == ("mei", "sign_in_code")
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]*)\s*$", letter.text, re.MULTILINE)
    assert code, letter.text
    shows(browser, asked.headers["Location"])
    given = browser.post("/sign-in/code/", {"code": code[1], "next": APPLY})
    assert given.headers["Location"] == APPLY
    assert "Your work and your dates" in shows(browser, APPLY)


def _fill_in(stage: Stage, name: str) -> None:
    """Every step, with words that only some may read."""
    browser = stage.browser(name)
    work = _work(stage, name)
    done(browser.post(APPLY, work))
    steps = f"/applications/{application_of(name).pk}/"
    wishes = {
        key: f"{key.title()} of {name}, confidential." for key in ("aims", "issue", "access_needs", "apart")
    }
    stage.secrets |= dict.fromkeys(wishes.values(), name)
    done(browser.post(f"{steps}3/", wishes))
    manager = {"manager_name": "The Boss", "manager_email": f"boss-of-{name}@example.com"}
    done(browser.post(f"{steps}4/", manager))
    assert "Your application is sent" in shows(browser, steps)


def _work(stage: Stage, name: str) -> dict[str, object]:
    tuesday, thursday = (str(one.pk) for one in stage.programme.sets.all())
    wanted = [tuesday] if name in TUESDAY else [thursday] if name in THURSDAY else [tuesday, thursday]
    return {
        "organisation": f"{name.title()} Homes",
        "job": f"Housing officer for {name}",
        "level": "2",
        "sets": wanted,
        "place_to_join": "yes",
    }


def _managers_agree(stage: Stage, received: list[Arrived]) -> None:
    """Nobody signs in for it; Mei's manager takes no time, Yara's never answers."""
    for name in TEN.split():
        if name != DECLINED:
            asked = only(received, f"boss-of-{name}", "manager_asked")
            assert NAMES[name] in asked.text
            done(Client().post(asked.link("/agreements/.+/")))
    agreed = Application.objects.exclude(manager_agreed_at=None).values_list("person__name", flat=True)
    assert set(agreed) == set(NAMES.values()) - {NAMES[DECLINED]}


def _bosses(names: str) -> str:
    return " ".join(f"boss-of-{name}" for name in names.split())
