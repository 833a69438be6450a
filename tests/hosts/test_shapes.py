"""Shapes of a host's own: changed row by row, kept, chosen, taken out as a file and brought in."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setspace.core.schedule.files import shape_from_text, shape_to_text
from setspace.core.schedule.presets import shapes
from setspace.hosts.forms.shape_editor import as_typed, pressed
from setspace.hosts.models import HostShape
from tests.cast import client_of, the_cast
from tests.hosts.world import applied, homeground, housing
from tests.programmes.world import words_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

VALS = shapes()["tpas-vals"]
YORK = shapes()["york-90"]


def file_of(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("shape.json", text.encode(), "application/json")


@pytest.mark.parametrize("key", shapes())
def test_every_shipped_shape_goes_through_the_editor_unchanged(key: str) -> None:
    ruth = the_cast()["ruth"]
    host = homeground(ruth)
    shape = shapes()[key]
    client_of(ruth).post(f"/hosts/{host.slug}/shapes/new/", as_typed(shape, "Ours"))
    kept = shape_from_text(HostShape.objects.get().body)
    assert kept.title == "Ours"
    assert kept.source == shape.source
    assert [(m.kind, m.number, m.minutes, m.gap, m.plan, m.white_space) for m in kept.meetings] == [
        (m.kind, m.number, m.minutes, m.gap, m.plan, m.white_space) for m in shape.meetings
    ]


def test_rows_are_added_taken_out_and_moved() -> None:
    data = as_typed(YORK, "Ours")
    more = pressed(data, "add")
    assert (more["meetings"], more["meeting-6-minutes"], more["meeting-6-number"]) == ("7", "90", "1")
    fewer = pressed(as_typed(VALS, "Ours"), "out-0")
    assert (fewer["meetings"], fewer["meeting-0-kind"]) == ("7", "session")
    moved = pressed(as_typed(VALS, "Ours"), "down-0")
    assert (moved["meeting-0-kind"], moved["meeting-1-kind"]) == ("session", "introduction")
    assert moved["meeting-1-number"] == "4"  # it had no gap before it
    assert [pressed(data, press) for press in ("out-99", "nonsense", "up-0")] == [data] * 3


def test_what_does_not_add_up_is_said_and_nothing_is_kept() -> None:
    ruth = the_cast()["ruth"]
    host = homeground(ruth)
    client, address = client_of(ruth), f"/hosts/{host.slug}/shapes/new/"
    said = words_of(client.post(address, {**as_typed(YORK, "Ours"), "meeting-1-minutes": "5"}))
    assert said.count("Enter a number from 15 to 720") == 2  # in the summary and beside the field
    said = words_of(client.post(address, {**as_typed(YORK, "Ours"), "meeting-1-minutes": "180"}))
    assert "This plan lasts 90 minutes. Enter 90, or choose another plan" in said
    soon = {**as_typed(YORK, "Ours"), "meeting-1-every": "weeks", "meeting-1-number": "1"}
    assert "Session 2 must be at least a week after the meeting before" in words_of(
        client.post(address, soon)
    )
    assert not HostShape.objects.exists()


def test_a_shape_goes_out_as_a_file_and_comes_in_elsewhere() -> None:
    cast = the_cast()
    programme = housing(homeground(cast["ruth"]))
    file = client_of(cast["ruth"]).get(f"/programmes/{programme.id}/shape/file/")
    assert shape_from_text(file.content.decode()) == VALS
    assert "Housing" not in file.content.decode()
    other = homeground(cast["charlie"])
    charlie = client_of(cast["charlie"])
    charlie.post(f"/hosts/{other.slug}/shapes/", {"file": file_of(file.content.decode())})
    kept = HostShape.objects.get(host=other)
    page = words_of(charlie.get(f"/hosts/{other.slug}/programmes/new/"))
    assert f"?shape=own-{kept.id}" in page
    charlie.post(f"/shapes/{kept.id}/removal/")
    assert not HostShape.objects.exists()


def test_a_file_that_is_no_shape_is_refused_with_a_sentence() -> None:
    ruth = the_cast()["ruth"]
    host = homeground(ruth)
    plain = json.loads(shape_to_text(VALS))
    plain["meetings"][0]["minutes"] = 5
    for text in ("no json", "{}", json.dumps(plain), ""):
        page = client_of(ruth).post(f"/hosts/{host.slug}/shapes/", {"file": file_of(text)})
        assert page.status_code == 200
        assert "There is a problem" in words_of(page)
    assert not HostShape.objects.exists()


def test_the_shape_of_a_draft_is_changed_and_its_dates_follow() -> None:
    ruth = the_cast()["ruth"]
    programme = housing(homeground(ruth))
    typed = pressed(as_typed(VALS, "Without the follow-up"), "out-7")
    client_of(ruth).post(f"/programmes/{programme.id}/shape/", typed)
    programme.refresh_from_db()
    assert shape_from_text(programme.shape).title == "Without the follow-up"
    assert {one.dates.count() for one in programme.sets.all()} == {7}
    assert programme.sets.all()[0].dates.all()[0].on == date(2027, 2, 2)


def test_once_somebody_has_applied_the_shape_stays() -> None:
    ruth = the_cast()["ruth"]
    programme = housing(homeground(ruth))
    applied(programme, "Mei Chen")
    page = client_of(ruth).post(f"/programmes/{programme.id}/shape/", as_typed(YORK, "Other"))
    assert "People have applied for these dates" in words_of(page)
    programme.refresh_from_db()
    assert shape_from_text(programme.shape) == VALS


def test_one_of_the_shapes_is_good_to_begin_with() -> None:
    host, ruth = homeground(the_cast()["ruth"]), client_of(the_cast()["ruth"])
    shown = ruth.get(f"/hosts/{host.slug}/programmes/new/").content.decode()
    before, _chip, after = shown.partition("Good to begin with")
    assert ("Tpas virtual" in before, "i-THRIVE" in before, "i-THRIVE" in after) == (True, False, True)
