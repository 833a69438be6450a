"""Dates looked at before they are made, laid anew, moved by hand, and taken over for the next cohort."""

from datetime import date

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client

from setspace.hosts.changes.dates import GATHERED
from setspace.hosts.models import Application, Programme, ProgrammeDate
from setspace.lib import clock, dates
from setspace.people.mails import send_due
from setspace.people.models import Letter
from setspace.programmes.models import LearningSet
from tests.cast import client_of, the_cast
from tests.hosts.test_organising import PLAN
from tests.hosts.world import NOW, applied, homeground, housing
from tests.programmes.world import words_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def ruth() -> Client:
    return client_of(the_cast()["ruth"])


@pytest.fixture
def programme() -> Programme:
    return housing(homeground(the_cast()["ruth"]), published=False)


def found_first_set(programme: Programme) -> None:
    planned = programme.sets.all()[0]
    ade = the_cast()["ade"]
    planned.learning_set = LearningSet.objects.create(
        name="Tuesday set", plan="tpas-session", created_at=NOW, created_by=ade, video_link_sealed=b""
    )
    planned.save()


def tuesdays(programme: Programme) -> list[date]:
    return [one.on for one in programme.sets.all()[0].dates.all()]


def move(ruth: Client, one: ProgrammeDate, on: str) -> None:
    """To another day, whatever it brings."""
    address, wanted = (
        f"/programmes/{one.programme_set.programme_id}/dates/{one.pk}/",
        {"on": on, "at": "09:30"},
    )
    shown = ruth.post(address, wanted)
    if shown.status_code == 200:
        shown = ruth.post(address, {**wanted, "seen": shown.context["seen"]})
    assert shown.status_code == 302


def test_a_better_start_is_offered_with_its_cost_and_taken_with_one_press(ruth: Client) -> None:
    host = homeground(the_cast()["ruth"])
    address = f"/hosts/{host.slug}/programmes/new/"
    host.days.create(name="Away", first="2027-02-09", last="2027-02-09", is_soft=False)
    shown = ruth.post(address, PLAN)
    (start,) = shown.context["table"].starts
    words = "Beginning a week sooner, on Tuesday 26 January 2027, no date clashes and none is moved."
    assert words in words_of(shown)
    taken = ruth.post(address, {**PLAN, "press": f"start-{start.day}"})
    assert taken.context["form"]["first_on"].value() == "2027-01-26"
    assert "Tue 26 January 2027" in words_of(taken)
    assert not Programme.objects.exists()


def test_a_button_that_is_pressed_twice_makes_one_programme(ruth: Client) -> None:
    host = homeground(the_cast()["ruth"])
    address = f"/hosts/{host.slug}/programmes/new/"
    made = {**PLAN, "press": "make", "seen": ruth.post(address, PLAN).context["seen"]}
    first, second = ruth.post(address, made), ruth.post(address, made)
    assert Programme.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"]


def test_what_is_changed_after_looking_is_shown_again_before_it_is_made(ruth: Client) -> None:
    host = homeground(the_cast()["ruth"])
    address = f"/hosts/{host.slug}/programmes/new/"
    seen = ruth.post(address, PLAN).context["seen"]
    changed = ruth.post(address, {**PLAN, "first_on": "2027-02-16", "press": "make", "seen": seen})
    assert "These are the dates now." in words_of(changed)
    assert not Programme.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("first_on", "2027-02-03", "This is a Wednesday, and no set meets on Wednesdays. Enter a Tuesday"),
        ("first_on", "2027-02-04", "This is a Thursday, and a set meets on Tuesdays. Enter the Tuesday"),
        ("first_on", "2020-02-04", "Enter a first date that lies ahead"),
        ("first_on", "9999-12-28", "Enter a first date before 2100"),
        ("at", "25:00", "Enter a start time, like 09:30"),
        ("zone", "Europe/Lundon", "There is no time zone called “Europe/Lundon”."),
        ("sets_1", "25", "Enter how many sets meet on Tuesdays"),
        ("most_people", "3", "Enter a number that is not under the least"),
        ("name", "", "Enter a name for the programme"),
    ],
)
def test_a_plan_that_will_not_do_is_answered_beside_its_field(
    ruth: Client, field: str, value: str, said: str
) -> None:
    host = homeground(the_cast()["ruth"])
    page = words_of(ruth.post(f"/hosts/{host.slug}/programmes/new/", {**PLAN, field: value}))
    assert page.count(said) == 2
    assert "The dates</h2>" not in page


def test_all_dates_are_laid_anew_after_they_were_shown(ruth: Client, programme: Programme) -> None:
    address = f"/programmes/{programme.id}/dates/"
    wanted = {"first_on": "2027-02-09", "at": "10:00"}
    shown = ruth.post(address, {**wanted, "press": "make"})  # nothing was seen yet
    assert tuesdays(programme)[0] == date(2027, 2, 2)
    ruth.post(address, {**wanted, "press": "make", "seen": shown.context["seen"]})
    programme.refresh_from_db()
    assert tuesdays(programme)[0] == programme.first_on == date(2027, 2, 9)
    assert {f"{one.at:%H:%M}" for one in ProgrammeDate.objects.all()} == {"10:00"}


@pytest.mark.parametrize("founded", [True, False])
def test_once_people_count_on_them_dates_are_not_laid_anew(
    ruth: Client, programme: Programme, founded: bool
) -> None:
    if founded:
        found_first_set(programme)
    else:
        applied(programme, "Mei Chen")
    was = tuesdays(programme)
    address, wanted = f"/programmes/{programme.id}/dates/", {"first_on": "2027-02-09", "at": "10:00"}
    seen = ruth.post(address, wanted).context["seen"]
    page = words_of(ruth.post(address, {**wanted, "press": "make", "seen": seen}))
    assert ("A set is founded already" if founded else "People have applied for these dates") in page
    assert tuesdays(programme) == was


def test_one_date_is_moved_and_its_clash_is_named_first(ruth: Client, programme: Programme) -> None:
    third = programme.sets.all()[0].dates.all()[2]
    address = f"/programmes/{programme.id}/dates/{third.id}/"
    asked = ruth.post(address, {"on": "2027-03-29", "at": "09:30"})
    assert "Monday 29 March 2027 is a public holiday, Easter Monday." in words_of(asked)
    assert tuesdays(programme)[2] == date(2027, 3, 16)
    ruth.post(address, {"on": "2027-03-29", "at": "09:30", "seen": asked.context["seen"]})
    assert tuesdays(programme)[2] == date(2027, 3, 29)
    page = words_of(ruth.get(f"/programmes/{programme.id}/"))
    assert "One date falls on days that are better not used</a>" in page
    assert "<b>Clash:</b>Monday 29 March 2027 is a public holiday, Easter Monday." in page


def test_a_date_with_those_that_follow(ruth: Client, programme: Programme) -> None:
    was = tuesdays(programme)
    first = programme.sets.all()[0].dates.all()[0]
    address, wanted = f"/programmes/{programme.id}/dates/{first.id}/", {"on": "2027-02-03", "at": "09:30"}
    wanted["and_following"] = "on"
    ruth.post(address, wanted)
    assert [(new - old).days for old, new in zip(was, tuesdays(programme), strict=True)] == [1] * 8
    programme.refresh_from_db()
    assert programme.first_on == date(2027, 2, 3)  # the Wednesday; the Thursdays begin a day later


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2027-02-23", "Enter another day or time than it has"),
        ("2027-12-24", "Then session 2 would begin before session 1 is over"),
        ("2020-02-23", "Enter a day and time that lie ahead"),
        ("0001-01-01", "Enter a day and time that lie ahead"),
        ("9999-12-31", "Enter a day before 2100"),
        ("", "Enter a day"),
    ],
)
def test_a_date_that_will_not_do(ruth: Client, programme: Programme, on: str, said: str) -> None:
    second = programme.sets.all()[0].dates.all()[1]
    on = str(second.on) if on == "2027-02-23" else on
    page = words_of(ruth.post(f"/programmes/{programme.id}/dates/{second.id}/", {"on": on, "at": "09:30"}))
    assert page.count(said) == 2


def test_whoever_said_they_can_come_is_asked_again(ruth: Client, programme: Programme) -> None:
    mei = applied(programme, "Mei Chen")
    first, second, *_ = programme.sets.all()[0].dates.all()
    for one in (first, second):
        mei.date_answers.create(programme_date=one, can_come=True, at=NOW)
    address, wanted = f"/programmes/{programme.id}/dates/{first.id}/", {"on": "2027-02-01", "at": "09:30"}
    ruth.post(address, wanted)
    assert [answer.programme_date_id for answer in mei.date_answers.all()] == [second.id]


def some_hold_places(programme: Programme) -> Application:
    """Mei does, in the Tuesday set. The others are elsewhere, do not know of it yet, or have it no more."""
    tuesday, thursday = programme.sets.all()
    named = [applied(programme, f"{name} Somebody") for name in ("Mei", "Tom", "Ines", "Sam", "Noor", "Joe")]
    mei, _tom, ines, sam, noor, joe = named
    for one, planned, facts in (
        (mei, tuesday, {"shown_at": NOW, "agreed_at": NOW}),
        (ines, thursday, {"shown_at": NOW}),
        (sam, tuesday, {}),
        (noor, tuesday, {"shown_at": NOW, "declined_at": NOW, "ended_at": NOW}),
        (joe, tuesday, {"shown_at": NOW, "ended_at": NOW}),
    ):
        one.placements.create(programme_set=planned, placed_at=NOW, **facts)
    return mei


def test_those_who_hold_a_place_are_told_of_all_that_moved_and_nobody_else_is(
    ruth: Client, programme: Programme
) -> None:
    mei = some_hold_places(programme)
    second, third, fourth = programme.sets.all()[0].dates.all()[2:5]
    for one, on in ((second, "2027-03-02"), (second, "2027-03-03"), (third, "2027-03-31")):
        move(ruth, one, on)
    move(ruth, fourth, "2027-04-28")
    move(ruth, fourth, str(fourth.on))
    assert [one.person for one in Letter.objects.all()] == [mei.person]
    send_due(clock.wall(), EmailBackend())
    assert mail.outbox == []
    send_due(clock.wall() + GATHERED, EmailBackend())
    (letter,) = mail.outbox
    assert letter.subject == "Housing, Spring 2027: dates of the Tuesday set have moved"
    assert (
        f"{second.title} has moved from {dates.day(second.on)}, 9:30am, "
        "to Wednesday 3 March 2027, 9:30am to 1:30pm. "
        f"{third.title} has moved from {dates.day(third.on)}, 9:30am, "
        "to Wednesday 31 March 2027, 9:30am to 1:30pm.\n"
    ) in str(letter.body)
    assert f"/applications/{mei.pk}/dates/" in str(letter.body)
    assert "Ines" not in str(letter.body)


def test_dates_that_are_back_before_the_letter_goes_are_not_told(ruth: Client, programme: Programme) -> None:
    planned = programme.sets.all()[0]
    applied(programme, "Mei Chen").placements.create(programme_set=planned, placed_at=NOW, shown_at=NOW)
    second = planned.dates.all()[2]
    move(ruth, second, "2027-03-03")
    move(ruth, second, str(second.on))
    send_due(clock.wall() + GATHERED, EmailBackend())
    assert [mail.outbox, [one.state for one in Letter.objects.all()]] == [[], ["dropped"]]


def test_a_founded_set_has_no_planned_date_to_change(ruth: Client, programme: Programme) -> None:
    first = programme.sets.all()[0].dates.all()[0]
    address = f"/programmes/{programme.id}/dates/{first.id}/"
    assert ruth.get(address).status_code == 200
    found_first_set(programme)
    assert ruth.get(address).status_code == 404


def test_the_next_cohort_has_the_same_words_and_sets_on_other_dates(
    ruth: Client, programme: Programme
) -> None:
    programme.price = "Free to members"
    programme.save()
    programme.sets.filter(number=1).update(label="Early birds", facilitator=the_cast()["ade"])
    applied(programme, "Mei Chen")
    address = f"/programmes/{programme.id}/copies/"
    wanted = {"name": "Housing, Autumn 2027", "first_on": "2027-09-07", "press": "make"}
    seen = ruth.post(address, wanted).context["seen"]
    assert Programme.objects.count() == 1
    ruth.post(address, {**wanted, "seen": seen})
    copy = Programme.objects.get(name="Housing, Autumn 2027")
    assert (copy.price, copy.cloned_from, copy.shape) == ("Free to members", programme, programme.shape)
    assert copy.published_at is None
    assert copy.applications.count() == 0
    assert [(one.label, one.facilitator) for one in copy.sets.all()] == [
        ("Early birds", None),
        ("Thursday set", None),
    ]
    assert tuesdays(copy)[0] == date(2027, 9, 7)
