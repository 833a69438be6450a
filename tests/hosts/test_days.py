"""A host's own days off: from a list or a calendar file, hard or soft, and out again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from setspace.hosts.models import Host
from tests.cast import client_of, the_cast
from tests.hosts.world import another_host, homeground, housing
from tests.programmes.world import words_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Schools//EN
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20270215
DTEND;VALUE=DATE:20270220
SUMMARY:Half-term
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def ruths() -> tuple[Client, Host]:
    ruth = the_cast()["ruth"]
    return client_of(ruth), homeground(ruth)


def sent(client: Client, host: Host, listed: str = "", strictness: str = "soft", file: str = "") -> str:
    data: dict[str, object] = {"listed": listed, "strictness": strictness}
    if file:
        data["file"] = SimpleUploadedFile("schools.ics", file.replace("\n", "\r\n").encode(), "text/calendar")
    return words_of(client.post(f"/hosts/{host.slug}/days/", data, follow=True))


def test_a_list_of_days_and_a_calendar_file_are_taken_in(ruths: tuple[Client, Host]) -> None:
    client, host = ruths
    page = sent(client, host, "2027-03-01 to 2027-03-05 Conference\n2027-04-06 Our day", "hard", CALENDAR)
    assert "Three entries added." in page
    kept = [(one.name, str(one.first), str(one.last), one.is_soft) for one in host.days.all()]
    assert kept == [
        ("Half-term", "2027-02-15", "2027-02-19", False),
        ("Conference", "2027-03-01", "2027-03-05", False),
        ("Our day", "2027-04-06", "2027-04-06", False),
    ]
    assert "No entry added." in sent(client, host, file=CALENDAR)
    assert host.days.count() == 3
    assert host.days.get(name="Half-term").is_soft  # as it was said the second time


def test_a_line_that_cannot_be_read_is_named_and_nothing_is_lost(ruths: tuple[Client, Host]) -> None:
    client, host = ruths
    page = sent(client, host, "2027-03-01 Conference\nin spring")
    assert "Line 2: Write a day as 2021-02-15" in page
    assert "2027-03-01 Conference in spring" in page  # what was typed stays
    assert not host.days.exists()
    assert "9999-12-31 is too far ahead." in sent(client, host, "2027-01-01 to 9999-12-31 For ever")
    assert "Enter at least one day" in sent(client, host)


def test_no_date_is_laid_on_a_hard_day_and_a_soft_one_is_named(ruths: tuple[Client, Host]) -> None:
    client, host = ruths
    sent(client, host, "2027-02-16 Away day", "hard")
    programme = housing(host)
    tuesdays = [str(one.on) for one in programme.sets.all()[0].dates.all()]
    assert "2027-02-16" not in tuesdays
    assert "2027-02-02" in tuesdays
    sent(client, host, "2027-02-02 Open day", "soft")
    page = words_of(client.get(f"/programmes/{programme.id}/"))
    assert "Tuesday 2 February 2027 is better avoided (Open day)." in page


def test_ticked_days_are_removed_and_those_of_another_host_stay(ruths: tuple[Client, Host]) -> None:
    client, host = ruths
    sent(client, host, "2027-02-16 Away day\n2027-02-17 Another")
    theirs = another_host(the_cast()["charlie"])
    kept = theirs.days.create(name="Theirs", first="2027-02-16", last="2027-02-16")
    mine = host.days.get(name="Away day")
    ticked = [str(mine.id), str(kept.id), "nonsense"]
    page = client.post(f"/hosts/{host.slug}/days/", {"press": "remove", "days": ticked}, follow=True)
    assert "One entry removed." in words_of(page)
    assert [one.name for one in host.days.all()] == ["Another"]
    assert theirs.days.exists()
