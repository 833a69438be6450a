"""Answers to the ten, the board by hand, a no and who comes instead, and two sets that have begun."""

import re
from datetime import UTC, datetime, timedelta

from django.test import Client

from setspace.hosts.models import Placement, ProgrammeSet
from setspace.programmes.models import LearningSet, Membership
from tests.hosts.played.applying import DECLINED, INTO, NAMES, THURSDAY, TUESDAY, WAITING, application_of
from tests.hosts.played.letters import Arrived
from tests.hosts.played.stage import Stage, done, each, only, shows, told

ANSWERED = datetime(2027, 1, 12, 10, tzinfo=UTC)
SHOWN = ANSWERED + timedelta(days=1)
FOUNDED = ANSWERED + timedelta(days=6)
ACCEPTED = f"{TUESDAY} {THURSDAY}"
NO = "wes"
NOTE = "Una was married to me, confidential."


def form(stage: Stage) -> None:
    assert stage.later(ANSWERED) == []
    _answer_all(stage)
    _place_by_hand(stage)
    _show_and_ask(stage)
    _found(stage)


def planned(number: int) -> ProgrammeSet:
    return ProgrammeSet.objects.get(number=number)


def learning_set(number: int) -> LearningSet:
    found = planned(number).learning_set
    assert found is not None
    return found


def _answer_all(stage: Stage) -> None:
    """One answer is a slip, and is taken back before its letter goes."""
    ruth = stage.browser("ruth")
    _decide(stage, ruth, "tom", "declined")
    done(ruth.post(f"{_review(stage, 'tom')}decision/undoing/"))
    for name in ACCEPTED.split():
        _decide(stage, ruth, name, "accepted")
    _decide(stage, ruth, WAITING, "waiting")
    _decide(stage, ruth, DECLINED, "declined")
    assert stage.later(ANSWERED + timedelta(minutes=9)) == []
    new = stage.later(ANSWERED + timedelta(minutes=10))
    expected = each(ACCEPTED, "application_accepted") + each(WAITING, "application_waiting")
    assert told(new) == expected + each(DECLINED, "application_declined")
    assert all("Words for " + NAMES[one.who] in one.text for one in new)


def _decide(stage: Stage, ruth: Client, name: str, answer: str) -> None:
    page = shows(ruth, f"{_review(stage, name)}?answer={answer}")
    assert f"Aims of {name}" in page
    assert f"Apart of {name}" in page
    assert f"Issue of {name}" not in page
    assert f"Access_Needs of {name}" not in page
    words = {"answer": answer, "words": f"Words for {NAMES[name]}."}
    done(ruth.post(f"{_review(stage, name)}decision/", words))


def _review(stage: Stage, name: str) -> str:
    return f"/programmes/{stage.programme.pk}/applications/{application_of(name).pk}/"


def _place_by_hand(stage: Stage) -> None:
    ruth, board = stage.browser("ruth"), f"/programmes/{stage.programme.pk}/board/"
    for number, (name, to) in enumerate(
        [(n, 1) for n in TUESDAY.split()] + [(n, 2) for n in THURSDAY.split()]
    ):
        assert NAMES[name] in shows(ruth, f"{board}?person={application_of(name).pk}")
        sent = {"application": application_of(name).pk, "to": planned(to).pk, "number": number}
        done(ruth.post(f"{board}moves/", sent))
    assert told(stage.work()) == {}


def _show_and_ask(stage: Stage) -> None:
    """Eight are asked; one says no; who waited comes instead. Of that hears only who said yes to that set."""
    assert stage.later(SHOWN) == []
    ruth, board = stage.browser("ruth"), f"/programmes/{stage.programme.pk}/board/"
    for number in (1, 2):
        done(ruth.post(f"{board}{planned(number).pk}/showing/"))
    new = stage.work()
    assert told(new) == each(ACCEPTED, "place_proposed")
    for name in ACCEPTED.split():
        _answer_place(stage, only(new, name, "place_proposed"), "no" if name == NO else "yes")
    check = shows(ruth, f"{board}check/")
    assert f"{NAMES[NO]} has no place." in check
    assert NAMES[NO] not in check.partition("Form again on the board")[2]
    sent = {"application": application_of(WAITING).pk, "to": planned(2).pk, "number": 8}
    done(ruth.post(f"{board}moves/", sent))
    done(ruth.post(f"{board}{planned(2).pk}/showing/"))
    new = stage.work()
    others = " ".join(name for name in THURSDAY.split() if name != NO)
    assert told(new) == each(WAITING, "place_proposed") + each(others, "place_changed") + each(
        "bea", "conflict_told"
    )
    _answer_place(stage, only(new, WAITING, "place_proposed"), "yes")
    assert Placement.objects.exclude(agreed_at=None).count() == 8


def _answer_place(stage: Stage, letter: Arrived, answer: str) -> None:
    browser = stage.browser(letter.who)
    where = letter.link("/applications/.+/place/")
    page = shows(browser, where)
    assert "@" not in page
    note = NOTE if answer == "no" else ""
    stage.secrets[NOTE] = NO
    done(browser.post(where, {"answer": answer, "note": note}))
    assert NOTE not in shows(stage.browser("ruth"), _review(stage, letter.who))


def _found(stage: Stage) -> None:
    """The facilitators are asked first. Their yes lets the invitations to the members go."""
    assert stage.later(FOUNDED) == []
    ruth = stage.browser("ruth")
    for number in (1, 2):
        done(ruth.post(f"/programmes/{stage.programme.pk}/board/{planned(number).pk}/founding/"))
    new = stage.work()
    assert told(new) == each("ade bea", "invitation")
    for leader in ("ade", "bea"):
        _accept(stage, only(new, leader, "invitation"))
    members = f"{TUESDAY} {INTO}"
    new = stage.work()
    assert told(new) == each(members, "invitation") + each("ade bea", "session_date", times=8)
    for name in members.split():
        _accept(stage, only(new, name, "invitation"))
    assert told(stage.work()) == each(members, "session_date", times=8)
    for number, names in ((1, f"ade {TUESDAY}"), (2, f"bea {INTO}")):
        here = Membership.objects.filter(learning_set=learning_set(number), until_at=None)
        assert sorted(here.values_list("person__email", flat=True)) == sorted(_addresses(names))


def _accept(stage: Stage, letter: Arrived) -> None:
    """The ground rules are read and ticked; without the tick there is no yes."""
    browser, where = stage.browser(letter.who), letter.link("/invitations/.+/")
    page = browser.get(where).content.decode()
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version, page
    answer = {"answer": "yes", "version": version[1]}
    assert browser.post(where, answer).status_code == 200
    assert not Membership.objects.filter(person=stage.person(letter.who)).exists()
    done(browser.post(where, {**answer, "accept": "yes"}))


def _addresses(names: str) -> list[str]:
    return [f"{name}@example.org" for name in names.split()]
