"""Each date, and the set that is shown: a yes or a no."""

from collections.abc import Iterator

import pytest

from setspace.hosts.models import Application, DateAnswer, Placement
from setspace.people.changes import person_for
from setspace.people.models import Person
from tests.cast import client_of
from tests.hosts.applicants import WISHES, at, offered, page, placed, sent
from tests.hosts.world import NOW, applied
from tests.records.world import join, new_set

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def dev(db: None) -> Person:
    return person_for("dev@example.org", "Dev Patel")


def home(application: Application) -> str:
    return f"/applications/{application.pk}/"


def test_each_date_is_confirmed_by_itself(dev: Person) -> None:
    programme = offered()
    browser, application = sent(programme, dev)
    first, second, *rest = programme.sets.all()[0].dates.all()
    dates = f"{home(application)}dates/"
    seen = page(browser.get(dates))
    assert seen.count("<fieldset") == 8  # of the set that suits, and not of the other
    assert "Introduction, Tuesday 2 February 2027, 9:30am to 11:30am" in seen
    browser.post(dates, {str(first.pk): "yes", str(second.pk): "no"})
    browser.post(dates, {str(second.pk): "yes", str(rest[0].pk): "perhaps"})
    browser.post(dates, {str(second.pk): "yes"})
    others = programme.sets.all()[1].dates.all()[0]
    browser.post(dates, {str(others.pk): "yes"})
    assert dict(DateAnswer.objects.values_list("programme_date_id", "can_come")) == {
        first.pk: True,
        second.pk: True,
    }


def test_the_set_that_is_shown_has_names_organisations_and_jobs_and_no_address(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application, "Tom Doyle", "Ines Evora", shown=False)
    assert browser.get(f"{home(application)}place/").status_code == 404
    Placement.objects.filter(pk=place.pk).update(shown_at=NOW)
    hidden = applied(application.programme, "Sam Frost")
    place.programme_set.placements.create(application=hidden, placed_at=NOW)
    assert "See the set and answer" in page(browser.get(home(application)))
    assert "Your set is ready" in page(browser.get("/"))
    seen = page(browser.get(f"{home(application)}place/"))
    for words in ("Tom Doyle", "Ines Homes", "Housing officer", "Tuesday 2 February 2027"):
        assert words in seen
    assert "@" not in seen
    assert "Sam Frost" not in seen  # who was not shown the set yet may still go elsewhere


def test_a_yes_is_kept_and_an_answer_must_be_one(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application, "Tom Doyle")
    where = f"{home(application)}place/"
    assert page(browser.post(where)).count("Select yes or no") == 2
    browser.post(where, {"answer": "yes"})
    place.refresh_from_db()
    assert (place.agreed_at, place.declined_at, place.ended_at) == (NOW, None, None)
    assert "You said yes to the <b>Tuesday set</b>" in page(browser.get(home(application)))


def test_a_no_needs_no_reason_and_frees_the_place(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application)
    answer = browser.post(f"{home(application)}place/", {"answer": "no"}, follow=True)
    assert "You need not say why." in page(answer)
    place.refresh_from_db()
    assert (place.agreed_at, place.declined_at, place.ended_at) == (None, NOW, NOW)
    assert browser.get(f"{home(application)}place/").status_code == 404


def test_the_facilitator_reads_what_is_theirs_once_somebody_has_said_yes(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application)
    ruth, ade = application.programme.host.made_by, person_for("ade@example.org")
    planned = place.programme_set
    planned.facilitator = ade
    planned.save()
    where = f"/planned-sets/{planned.pk}/people/"
    assert "Nobody has said yes" in page(client_of(ade).get(where))
    assert where not in page(client_of(ade).get("/"))
    browser.post(f"{home(application)}place/", {"answer": "yes"})
    assert where in page(client_of(ade).get("/"))
    seen = page(client_of(ade).get(where))
    for words in (WISHES["aims"], WISHES["issue"], WISHES["access_needs"]):
        assert words in seen
    assert WISHES["apart"] not in seen  # it is for the organiser
    for person in (ruth, dev):
        assert client_of(person).get(where).status_code == 404
    planned.learning_set = new_set("Tuesday set", ruth, ruth, [])
    planned.save()
    assert client_of(ade).get(where).status_code == 404  # another holds it now
    assert "here as the facilitator" in page(client_of(ruth).get(where))
    planned.learning_set.memberships.filter(person=ruth).update(until_at=NOW)
    assert client_of(ade).get(where).status_code == 200  # nobody holds it yet


def test_the_facilitator_reads_what_a_newcomer_wrote_once_they_have_joined(dev: Person) -> None:
    _browser, application = sent(offered(), dev)
    place = placed(application, shown=False)
    planned, ruth = place.programme_set, application.programme.host.made_by
    planned.learning_set = new_set("Tuesday set", ruth, ruth, [])
    planned.save()
    where = f"/planned-sets/{planned.pk}/people/"
    assert WISHES["issue"] not in page(client_of(ruth).get(where))
    join(planned.learning_set, dev)
    assert WISHES["issue"] in page(client_of(ruth).get(where))


def test_whoever_is_in_the_set_already_answers_it_no_more(dev: Person) -> None:
    browser, application = sent(offered(), dev)
    place = placed(application)
    planned, ruth = place.programme_set, application.programme.host.made_by
    planned.learning_set = new_set("Tuesday set", ruth, ruth, [])
    planned.save()
    mine = join(planned.learning_set, dev)
    where = f"{home(application)}place/"
    assert "you are in this set now" in page(browser.get(where))
    refused = browser.post(where, {"answer": "no"}, follow=True)
    assert "You are in this set now. To leave it, take your application back." in page(refused)
    mine.refresh_from_db()
    assert mine.until_at is None
