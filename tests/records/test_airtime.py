"""The ledger of airtime is kept for the set, makes the next order fair, and shows nobody else anything."""

import pytest
from django.urls import reverse

from setspace.core.process.gifts import Extra
from setspace.core.process.ledger import Line, Standing
from setspace.core.process.outcome import Outcome
from setspace.core.process.state import MINUTE
from setspace.records import changes, queries
from setspace.records.models import Adjustment, Airtime
from setspace.room.queries import setup_of
from tests.cast import client_of
from tests.records.world import AFTER, HELD, World, new_world

FORTY = 40 * MINUTE


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    lines = (
        Line(str(world.mei.pk), Standing.HELD, 1, FORTY, FORTY, 0),
        Line(str(world.tom.pk), Standing.HELD, 2, FORTY, 37 * MINUTE, 3 * MINUTE),
        Line(str(world.ines.pk), Standing.MOVED, 0, FORTY, 0, 0),
    )
    changes.keep_session(world.held, Outcome((), (), (), (), lines), HELD)
    return world


def test_a_session_is_kept_once(world: World) -> None:
    lines = (Line(str(world.sam.pk), Standing.HELD, 1, FORTY, FORTY, 0),)
    changes.keep_session(world.held, Outcome((), (), (), (), lines), AFTER)
    assert Airtime.objects.count() == 3


def test_the_next_room_begins_with_it(world: World) -> None:
    accounts = {account.person: account for account in setup_of(world.coming).ledger}
    assert accounts[str(world.tom.pk)].had == 37 * MINUTE
    assert accounts[str(world.ines.pk)].is_first


def test_no_minute_lies_open_in_the_database(world: World) -> None:
    for row in Airtime.objects.all():
        assert b"held" not in bytes(row.line_sealed)
        assert b"moved" not in bytes(row.line_sealed)


def test_the_set_sees_its_time_on_its_own_page(world: World) -> None:
    for person in (world.mei, world.ade):
        page = client_of(person).get(reverse("records:set", args=[world.learning_set.pk]))
        shown = " ".join(page.content.decode().split())
        assert "Time held" in shown
        assert "37 minutes" in shown
    outside = client_of(world.charlie).get(reverse("records:set", args=[world.learning_set.pk]))
    assert outside.status_code == 404


def test_extra_time_is_agreed_kept_and_taken_back(world: World) -> None:
    page = reverse("records:extra_time", args=[world.learning_set.pk])
    field = f"extra-{world.tom.pk}"
    assert client_of(world.ade).post(page, {field: "10"}).status_code == 302
    assert setup_of(world.coming).extras == (Extra(str(world.tom.pk), 10),)
    set_page = reverse("records:set", args=[world.learning_set.pk])
    assert "10 minutes longer" in client_of(world.tom).get(set_page).content.decode()
    assert "10 minutes longer" not in client_of(world.mei).get(set_page).content.decode()
    assert client_of(world.ade).post(page, {field: ""}).status_code == 302
    assert not Adjustment.objects.exists()


@pytest.mark.parametrize("typed", ["31", "-1", "ten", "2.5"])
def test_extra_time_out_of_measure_is_refused_beside_its_field(world: World, typed: str) -> None:
    page = reverse("records:extra_time", args=[world.learning_set.pk])
    answer = client_of(world.ade).post(page, {f"extra-{world.tom.pk}": typed})
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "Enter whole minutes from 0 to 30 for Tom" in shown
    assert f'value="{typed}"' in shown


def test_only_the_facilitator_opens_the_page_of_extra_time(world: World) -> None:
    page = reverse("records:extra_time", args=[world.learning_set.pk])
    for person in (world.mei, world.charlie, world.ruth):
        assert client_of(person).get(page).status_code == 404


def test_the_series_adds_up(world: World) -> None:
    time = queries.series_time(world.learning_set, world.mei)
    assert [row.total for row in time.members if row.person == world.mei] == [40]
