"""A list of applicants comes in from any spreadsheet, some rows at a time, and leaves without a formula."""

import csv
import io
from collections.abc import Iterable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries

from setspace.hosts.applicants import applicants_in
from setspace.hosts.changes.importing import READER, begin_import, bring_in, keep_list
from setspace.hosts.models import Application, ImportJob, Programme, SetAnswer
from setspace.lib import tables
from setspace.people.models import Letter
from setspace.web.worker import Worker
from tests.cast import client_of, the_cast
from tests.hosts.world import NOW, applied, homeground, housing

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

LABELS = {1: "Tuesday set", 2: "Thursday set"}
LIST = """name,email,organisation,job,level,languages,sets,if need be,priority,aims
Mei Chen,mei@example.org,Fenmoor Housing,Officer,2,en;cy,Tuesday,2,5,To be heard
Tom Doyle,TOM@example.org,,,Manager,,all,,,
"""


@pytest.fixture
def programme() -> Programme:
    return housing(homeground(the_cast()["ruth"]))


def brought_in(programme: Programme, text: str = LIST) -> ImportJob:
    job = keep_list(programme, applicants_in(text.encode(), LABELS), the_cast()["ruth"], NOW)
    begin_import(job, NOW)
    while not ImportJob.objects.get(pk=job.pk).ended_at:
        bring_in(NOW, 5.0)
    return ImportJob.objects.get(pk=job.pk)


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode(),
        LIST.encode("utf-8-sig"),
        LIST.replace(";", "/").replace(",", ";").encode(),
        ("sep=;\r\n" + LIST.replace(";", "/").replace(",", ";").replace("\n", "\r\n")).encode("cp1252"),
        LIST.replace(",", "\t").encode("utf-16"),
    ],
)
def test_a_list_is_read_whatever_a_spreadsheet_saved_it_as(data: bytes) -> None:
    found = applicants_in(data, LABELS)
    assert found.bad == []
    mei, tom = found.good
    assert (
        mei["email"],
        mei["level"],
        mei["languages"],
        mei["sets"],
        mei["if need be"],
        mei["priority"],
    ) == (
        "mei@example.org",
        2,
        "en,cy",
        [1],
        [2],
        5,
    )
    assert (tom["email"], tom["level"], tom["sets"]) == ("tom@example.org", 3, [1, 2])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Zoe,,,,,,,,,", "There is no email address"),
        ("Zoe,zoe at home,,,,,,,,", "The email address is not written like name@example.org"),
        ("Zoe,zoe@example.org,,,9,,,,,", "The level is a number from 1 (front line) to 5 (director)"),
        ("Zoe,zoe@example.org,,,,,Friday,,,", "A set is named by its number or its name, like Tuesday set"),
        (
            "Zoe,zoe@example.org,,,,English,,,,",
            "Languages are codes like en or cy, with semicolons between them",
        ),
        ("Zoe,zoe@example.org,,,,,,,-1,", "The priority is a whole number from 0 to 1000"),
        ("Zoe,mei@example.org,,,,,,,,", "The address is in line 2 already"),
        (f"Zoe,zoe@example.org,{'x' * 121},,,,,,,", "The cell “organisation” is longer than 120 characters"),
    ],
)
def test_a_bad_line_is_left_out_with_its_number_and_reason_and_the_others_are_kept(
    line: str, why: str
) -> None:
    found = applicants_in(f"{LIST}{line}\n".encode(), LABELS)
    assert [(at, said.startswith(why)) for at, said in found.bad] == [(4, True)]
    assert len(found.good) == 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "There is nobody in this file"),
        (b"email\n", "There is nobody in this file"),
        (b"name\nMei\n", "There is no column “email”"),
        (b"PK\x03\x04\x00\x00", "This is no table as text"),
        (b"email\n" + b"x" * 200_000, "This file cannot be read as a table"),
        (b"email\n" + b"a\n" * 10_001, "A list may have 10,000 people"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(tables.Unreadable, match=why):
        applicants_in(data, LABELS)


HEAD = "name,email,organisation\n"
UNCLOSED = "has no other that closes it"


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ('Mei,mei@example.org,Homes\nTom,"tom@example.org,Homes\nSam,sam@example.org,Homes\n', 3),
        ('Mei,mei@example.org,"Homes,\nHarbour"\nTom,tom@example.org,"Homes', 4),  # the last line of all
        ('Tom,"tom@example.org,Homes\nMei,mei@example.org,"Homes, Harbour"\nSam,sam@example.org,\n', 2),
        (f'Tom,"tom@example.org,Homes\n{"Mei,mei@example.org,Homes" * 3}\n' + "x,y,z\n" * 40_000, 2),
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_named_with_its_line(lines: str, at: int) -> None:
    with pytest.raises(tables.Unreadable, match=f"A quotation mark in line {at} {UNCLOSED}"):
        applicants_in((HEAD + lines).encode(), LABELS)


def test_other_quotation_marks_are_no_matter() -> None:
    mei, tom = 'Mei,mei@example.org,"Homes\nand ""Harbour"""\n', 'Tom,tom@example.org,5" pipes\n'
    lines = f'{mei}{tom}Sam,sam@example.org,"A"b\n'
    found = applicants_in((HEAD + lines).encode(), LABELS)
    assert [row["organisation"] for row in found.good] == ['Homes\nand "Harbour"', '5" pipes', "Ab"]


def test_a_list_comes_in_once_however_often_it_is_brought(programme: Programme) -> None:
    before = applied(programme, "Tom Doyle", "His own words")
    job = brought_in(programme)
    assert (job.n_done, job.n_there) == (2, 1)
    mei = Application.objects.get(person__email="mei@example.org")
    assert (mei.standing, mei.person.name, mei.organisation) == ("sent", "Mei Chen", "Fenmoor Housing")
    assert {one.programme_set.number: one.is_preferred for one in mei.set_answers.all()} == {
        1: True,
        2: False,
    }
    before.refresh_from_db()
    assert before.organisation == "His own words"
    assert brought_in(programme).n_there == 2
    assert Application.objects.count() == 2
    assert not Letter.objects.exists()


def test_it_goes_on_from_where_it_was_and_keeps_no_row_when_it_is_done(
    programme: Programme, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    people = "".join(f"P{n},p{n}@example.org\n" for n in range(130))
    found = applicants_in(f"name,email\n{people}".encode(), LABELS)
    job = keep_list(programme, found, the_cast()["ruth"], NOW)
    assert bring_in(NOW, 5.0) == 0  # nobody has begun it
    begin_import(job, NOW)
    with django_assert_max_num_queries(25):  # not some for each row
        assert bring_in(NOW, 0.000001) == 100
    assert ImportJob.objects.get().n_done == 100
    worked = 0
    while ImportJob.objects.get().ended_at is None:
        worked += Worker().take_steps()["applicants brought in"]
    assert worked == 30
    job.refresh_from_db()
    assert job.open_rows(READER)[0] == []
    assert Application.objects.count() == 130


def test_rows_that_were_cut_off_half_way_come_in_once(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(SetAnswer.objects, "bulk_create", _cut_off)
        with pytest.raises(KeyboardInterrupt):
            brought_in(programme)
    assert (ImportJob.objects.get().n_done, Application.objects.count()) == (0, 0)
    assert bring_in(NOW, 5.0) == 2
    assert (ImportJob.objects.get().n_there, Application.objects.count()) == (0, 2)
    assert SetAnswer.objects.count() == 4


def _cut_off(rows: Iterable[SetAnswer]) -> None:
    assert Application.objects.count() == 2
    raise KeyboardInterrupt


def test_the_page_checks_first_and_then_shows_how_far_it_is(programme: Programme) -> None:
    client, address = client_of(the_cast()["ruth"]), f"/programmes/{programme.pk}/applications/import/"
    empty = client.post(address, {}).content.decode()
    assert "Choose a file with a list of people" in empty
    text = f"{LIST}Zoe,,,,,,,,,\n"
    checked = client.post(address, {"file": SimpleUploadedFile("list.csv", text.encode())}, follow=True)
    page = " ".join(checked.content.decode().split())
    assert "2 people can be brought in" in page
    assert "<bdi>Mei Chen</bdi>" in page
    assert "<bdi>Tom Doyle</bdi> </p>" in page
    assert "Put it right in the file" in page
    assert '<th scope="row" class="num">4</th>' in page
    assert not Application.objects.exists()
    job = ImportJob.objects.get()
    begun = client.post(f"{address}{job.pk}/", follow=True).content.decode()
    assert '<progress class="howfar mt-5" max="2" value="0"' in " ".join(begun.split())
    bring_in(NOW, 5.0)
    assert "2 people are new" in " ".join(client.get(f"{address}{job.pk}/").content.decode().split())
    assert client_of(the_cast()["charlie"]).get(f"{address}{job.pk}/").status_code == 404


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", " ="])
def test_no_cell_that_leaves_begins_with_a_sign_of_a_formula(sign: str) -> None:
    (row,) = csv.reader(
        io.StringIO(tables.written([[f"{sign}cmd|' /C calc'!A0"]]).lstrip("\ufeff"), newline="")
    )
    assert row[0].startswith("'")


def test_what_is_taken_away_comes_in_again_as_it_was_and_holds_nothing_sealed(programme: Programme) -> None:
    mei = applied(programme, "Mei Chen", "=HYPERLINK(1)")
    mei.seal_words("aims", "aims-words")
    mei.save()
    data = client_of(the_cast()["ruth"]).get(f"/programmes/{programme.pk}/applications/file/").content
    assert data.startswith("\ufeff".encode())
    assert b"'=HYPERLINK(1)" in data
    assert b"aims-words" not in data
    (again,) = applicants_in(data, LABELS).good
    assert (again["email"], again["organisation"], again["sets"]) == (
        "mei@example.org",
        "=HYPERLINK(1)",
        [1, 2],
    )
