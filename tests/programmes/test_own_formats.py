"""Formats of one's own in their editor: copied, changed, judged at once, kept as a draft."""

import pytest
from django.db import IntegrityError, transaction

from setspace.core.process.catalogue import formats, plans
from setspace.core.process.files import to_plain
from setspace.core.process.formats import Format, Plan
from setspace.lib import clock
from setspace.people.models import Letter
from setspace.programmes.changes.formats import MOST_OWN
from setspace.programmes.models import Meeting, OwnFormat
from setspace.programmes.queries import formats as queries
from tests.cast import client_of
from tests.programmes.own_formats import CLASSIC, FULL, copied, save, typed
from tests.programmes.world import World, ahead, new_world, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    Letter.objects.all().delete()
    return world


def test_what_ships_goes_through_the_editor_and_comes_out_as_it_was(world: World) -> None:
    """So that no field of a format is forgotten in its editor."""
    shipped: list[tuple[str, Format | Plan]] = [*formats().items(), *plans().items()]
    for key, thing in shipped:
        own = copied(world.ade, key)
        before = queries.body_of(own)
        assert "It adds up." in save(own)
        assert queries.body_of(own) == before
        changed = {"key": own.key, "title": f"{thing.title[:70].rstrip()} (copy)"}
        assert to_plain(before) == {**to_plain(thing), **changed}


def test_ade_copies_a_round_and_is_told_at_once_what_does_not_add_up(world: World) -> None:
    own = copied(world.ade, CLASSIC)
    told = (
        client_of(world.ade)
        .post(f"/formats/{own.key}/soundness/", typed(own, **{"part-0-0-minutes": "9"}))
        .json()
    )
    assert told["regions"]["standing"] == "Two things do not add up yet"
    assert "Tell cannot be 2 to 8 minutes, 9 as a rule." in told["regions"]["said-0-0"]
    assert "take 45 minutes, but it says 40" in told["regions"]["said-whole"]
    assert "45 minutes, but it is to take 40: 5 too many" in told["regions"]["sums"]
    assert told["regions"]["said-0-1"].strip() == ""
    assert " ".join(told["regions"]["times-0-1"].split()).startswith("9 to 12 min")
    assert queries.faults_of(own) == ()  # nothing was saved


def test_what_does_not_add_up_is_a_draft_and_not_for_a_session(world: World) -> None:
    own = copied(world.ade, FULL)
    assert own.key in words_of(client_of(world.ade).get(world.page("sessions/")))
    page = save(own, minutes="200")
    said = "Saved as a draft. It cannot be used for a session until it adds up."
    assert f"<span>{said}</span>" in page.split('<p class="notice notice--honey">', 1)[1]
    assert "notice--pine" not in page
    assert "take 210 minutes, but it says 200." in page
    assert own.key not in words_of(client_of(world.ade).get(world.page("sessions/")))
    assert own.key not in words_of(client_of(world.ade).get("/sets/new/"))
    answers = {"on": ahead(30).isoformat(), "at": "09:30", "plan": own.key}
    client_of(world.ade).post(world.page("sessions/"), answers)
    assert not Meeting.objects.filter(plan=own.key).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(learning_set=world.learning_set).update(plan=own.key)


def test_what_cannot_be_understood_is_not_saved_and_keeps_what_was_typed(world: World) -> None:
    own = copied(world.ade, CLASSIC)
    page = save(own, title="", **{"part-0-2-minutes": "some", "part-0-3-title": "Open ears"})
    for words in (
        "<title>Error:",
        "Stage 3, minutes: “some” is not a whole number. Give one from 1 to 240.",
        "Title: write a title.",
        'value="Open ears"',
        'value="some"',
    ):
        assert words in page
    assert own.title == "Classic round, 40 minutes (copy)"
    assert own.changed_at == own.made_at


def test_a_length_that_is_no_number_is_one_thing_to_put_right(world: World) -> None:
    own = copied(world.ade, FULL)

    def told(**other: str) -> dict[str, str]:
        answer = client_of(world.ade).post(f"/formats/{own.key}/soundness/", typed(own, **other))
        regions: dict[str, str] = answer.json()["regions"]
        return regions

    part = told(**{"part-0-4-minutes": "abc"})  # a break, whose least minutes are nobody's to fill in
    assert part["standing"] == "One thing to put right"
    assert part["problems"].count("<li>") == 1
    whole = told(minutes="abc")
    assert whole["standing"] == "One thing to put right"
    assert "Minutes: “abc” is not a whole number. Give one from 1 to 960." in whole["said-whole"]
    assert "210 minutes in all" in whole["sums"]


def test_stages_are_moved_added_and_taken_out_without_script(world: World) -> None:
    own = copied(world.ade, CLASSIC)
    client, address = client_of(world.ade), f"/formats/{own.key}/draft/"

    def titles(press: str) -> list[str]:
        page = client.post(address, {**typed(own), "press": press})
        return [row.title for row in page.context["editor"].lists[0].rows]

    usual = [stage.title for stage in formats()[CLASSIC].stages]
    assert titles("up-0-2") == [usual[0], usual[2], usual[1], *usual[3:]]
    assert titles("down-0-0") == [usual[1], usual[0], *usual[2:]]
    assert titles("out-0-7") == usual[:7]
    assert titles("add-0") == [*usual, "No name yet"]
    for press in ("up-0-0", "down-0-7", "out-0-99", "fly-0-1", "up-3-1", "", "more"):
        assert titles(press) == usual
    own.refresh_from_db()
    assert own.changed_at == own.made_at  # a press saves nothing


def test_a_plan_gets_other_parts_for_a_number_of_people(world: World) -> None:
    own = copied(world.ade, FULL)
    page = client_of(world.ade).post(f"/formats/{own.key}/draft/", {**typed(own), "press": "more"})
    editor = page.context["editor"]
    assert [len(one.rows) for one in editor.lists] == [12, 12]
    assert "Variant 1, people: give a whole number from 2 to 12." in words_of(page)
    sent = {**typed(own), "lists": "2", "list-1-parts": "12", "list-1-people": "5"}
    sent |= {name.replace("part-0-", "part-1-"): value for name, value in sent.items() if "part-0-" in name}
    client_of(world.ade).post(f"/formats/{own.key}/draft/", sent)
    own.refresh_from_db()
    body = queries.body_of(own)
    assert isinstance(body, Plan)
    assert [variant.people for variant in body.variants] == [5]
    assert body.variants[0].blocks == body.blocks


def test_two_windows_do_not_overwrite_each_other_unasked(world: World) -> None:
    own = copied(world.ade, CLASSIC)
    old = typed(own, title="From the other window")
    save(own, title="From this window")
    client = client_of(world.ade)
    page = client.post(f"/formats/{own.key}/draft/", old)
    assert "This was changed in another window" in words_of(page)
    own.refresh_from_db()
    assert own.title == "From this window"
    client.post(f"/formats/{own.key}/draft/", {**old, "seen": own.changed_at.isoformat()})
    own.refresh_from_db()
    assert own.title == "From the other window"


def test_somebody_has_only_so_many_formats(world: World) -> None:
    one, now = copied(world.ade, CLASSIC), clock.now()
    OwnFormat.objects.bulk_create(
        OwnFormat(
            owner=world.ade,
            kind="round",
            key=f"own-{n}",
            body=one.body,
            made_at=now,
            changed_at=now,
        )
        for n in range(MOST_OWN - 1)
    )
    page = client_of(world.ade).post(f"/formats/{CLASSIC}/copies/", follow=True)
    assert "You have 200 formats of your own. Remove one that you no longer need first." in words_of(page)
    assert OwnFormat.objects.count() == MOST_OWN


def test_the_navigation_leads_facilitators_to_the_formats(world: World) -> None:
    link = '<a href="/formats/"'
    assert link in words_of(client_of(world.ade).get("/sets/"))
    assert link not in words_of(client_of(world.mei).get("/sets/"))
    assert client_of(world.mei).get("/formats/").status_code == 200
    assert client_of(world.mei).get("/formats/no-such-thing/").status_code == 404
