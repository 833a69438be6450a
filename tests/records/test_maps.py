"""A map of relationships is drawn in plain forms, kept, compared and undone, and is its owner's alone."""

from datetime import timedelta
from itertools import combinations
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from setspace.core.mapping import editing
from setspace.core.mapping.model import ME, MOST_NODES, MOST_TIES, How, Kind, Map, Node, Ring, Say, tie
from setspace.lib.vault import NotForReader, Purpose, Reader
from setspace.records import changes
from setspace.records.models import MapSnapshot, RelationshipMap
from setspace.records.queries import maps as queries
from tests.cast import client_of
from tests.records.world import AFTER, World, new_world

FINANCE = {"name": "Finance", "tie": "strained", "ring": "2", "few_words": "hold the budget", "kind": "body"}


@pytest.fixture
def world(db: None) -> World:
    return new_world()


@pytest.fixture
def mei(world: World) -> Client:
    return client_of(world.mei)


@pytest.fixture
def row(world: World) -> RelationshipMap:
    return changes.begin_map(world.mei, "Repairs", world.learning_set, AFTER)


def drawn(row: RelationshipMap) -> Map:
    row.refresh_from_db()
    return queries.drawn_now(row.person, row)


def add(client: Client, row: RelationshipMap, **said: str) -> str:
    """Somebody, by the form. Gives their key."""
    before = {node.key for node in drawn(row).nodes}
    client.post(reverse("records:map_people", args=[row.pk]), {**FINANCE, **said})
    [key] = {node.key for node in drawn(row).nodes} - before
    return key


def at(name: str, row: RelationshipMap, key: str) -> str:
    return reverse(f"records:map_{name}", args=[row.pk, UUID(key)])


def test_a_map_is_begun_from_home_and_drawn_in_forms(world: World, mei: Client) -> None:
    assert reverse("records:maps") in mei.get("/").content.decode()
    shown = mei.post("/maps/", {"title": "", "learning_set": str(world.learning_set.pk)}, follow=True)
    assert "Who is around your question?" in shown.content.decode()
    row = RelationshipMap.objects.get()
    key = add(mei, row)
    assert drawn(row).nodes[0] == editing.settled(drawn(row)).nodes[0]
    assert (drawn(row).nodes[0].kind, drawn(row).between(ME, key)) == (Kind.BODY, How.STRAINED)

    said = {**FINANCE, "name": "Treasury", "tie": "", "ring": "3", "say": "much", "note": "No."}
    mei.post(at("someone", row, key), said)
    [node] = drawn(row).nodes
    assert (node.name, node.ring, node.say, node.note) == ("Treasury", Ring.WATCH, Say.MUCH, "No.")
    assert drawn(row).ties == ()
    page = " ".join(mei.get(at("someone", row, key)).content.decode().split())
    assert 'aria-label="Treasury, hold the budget, can only watch, no tie between you"' in page
    assert "hold the budget; body, a great deal of a say" in page
    assert "Treasury" in mei.get(reverse("records:map_paper", args=[row.pk])).content.decode()


def test_the_form_moves_and_keeps_what_was_typed_beside(mei: Client, row: RelationshipMap) -> None:
    key = add(mei, row)
    answer = mei.post(at("someone", row, key), {**FINANCE, "note": "Ask them.", "way": "nearer"}, follow=True)
    [node] = drawn(row).nodes
    assert (node.ring, node.note) == (Ring.ACT, "Ask them.")
    assert "Finance: can act, at" in answer.content.decode()
    mei.post(at("place", row, key), {"x": "410", "y": "30"})
    [node] = drawn(row).nodes
    assert (node.ring, node.turn) == (Ring.WATCH, 0)
    mei.post(at("place", row, key), {"way": "clockwise"})
    assert drawn(row).nodes[0].turn == 15
    mei.post(at("place", row, key), {"x": "here", "y": "inf"})
    assert drawn(row).nodes[0].turn == 15


def test_ties_to_others_are_drawn_in_the_form_and_by_pressing_two(mei: Client, row: RelationshipMap) -> None:
    one, other = add(mei, row), add(mei, row, name="Board")
    mei.post(at("someone", row, one), {**FINANCE, "other": other, "other_how": "faint"})
    assert drawn(row).between(one, other) is How.FAINT
    mei.post(at("someone", row, one), {**FINANCE, f"between-{other}": "strong"})
    assert drawn(row).between(other, one) is How.STRONG
    mei.post(at("someone", row, one), FINANCE)  # a page from before that tie was drawn
    assert drawn(row).between(one, other) is How.STRONG
    said = mei.post(at("ties", row, one), {"other": other}, follow=True).content.decode()
    assert "Finance and Board: strained." in said
    assert "Finance and Board: <strong>strained</strong>" in " ".join(said.split())
    mei.post(at("ties", row, one), {"other": "nobody"})
    assert len(drawn(row).ties) == 3


def test_a_map_holds_so_many_ties(mei: Client, row: RelationshipMap) -> None:
    key = add(mei, row)
    others = [Node(str(uuid4()), f"N {at}") for at in range(21)]
    pairs = [(one.key, other.key) for one, other in combinations(others, 2)][:MOST_TIES]
    tied = tuple(tie(*both, How.FINE) for both in pairs)
    changes.edit_map(row, lambda on: Map(nodes=(*on.nodes, *others), ties=tied), AFTER)
    said = mei.post(at("ties", row, key), {"other": others[0].key}, follow=True).content.decode()
    assert "There is no more room: a map holds 200 ties." in said
    assert len(drawn(row).ties) == MOST_TIES


def test_what_is_saved_while_it_is_typed_is_one_step_to_undo(mei: Client, row: RelationshipMap) -> None:
    key = add(mei, row)
    before = drawn(row)
    mei.get("/maps/")  # where what was said of adding is read
    for note in ("T", "That they", "That they never ask."):
        answer = mei.post(at("someone", row, key), {**FINANCE, "note": note, "later": "1"}, follow=True)
        assert b"notice--pine" not in answer.content
    assert drawn(row).nodes[0].note == "That they never ask."
    undo = reverse("records:map_undo", args=[row.pk])
    mei.post(undo)
    assert drawn(row) == before
    mei.post(undo)
    assert drawn(row).nodes == ()
    assert "There is nothing to undo." in mei.post(undo, follow=True).content.decode()


def test_whoever_is_taken_off_comes_back_by_undo(mei: Client, row: RelationshipMap) -> None:
    key = add(mei, row)
    before = drawn(row)
    said = mei.post(at("taken_off", row, key), follow=True).content.decode()
    assert "Finance is off the map. Undo brings them back." in said
    assert mei.get(at("someone", row, key)).status_code == 404
    mei.post(reverse("records:map_undo", args=[row.pk]))
    assert drawn(row) == before


def test_nothing_has_to_be_filled_in_and_too_much_is_said_beside_the_field(
    mei: Client, row: RelationshipMap
) -> None:
    mei.post(reverse("records:map_people", args=[row.pk]), {})
    assert [node.name for node in drawn(row).nodes] == ["Someone"]
    page = mei.post(reverse("records:map_people", args=[row.pk]), {**FINANCE, "name": "x" * 61})
    assert "Use 60 characters or fewer" in page.content.decode()
    assert "x" * 61 in page.content.decode()
    sixty = tuple(Node(str(uuid4()), f"N {at}") for at in range(MOST_NODES))
    changes.edit_map(row, lambda _: Map(nodes=sixty), AFTER)
    full = mei.post(reverse("records:map_people", args=[row.pk]), FINANCE).content.decode()
    assert "There is no more room: a map holds 60, and 200 ties. Take somebody off first." in full
    assert 'value="Finance"' in full
    assert "see the list, where names have no room" in full


def test_states_are_kept_compared_and_removed(mei: Client, row: RelationshipMap) -> None:
    key = add(mei, row)
    keep = reverse("records:map_snapshots", args=[row.pk])
    mei.post(keep)
    assert "Nothing has changed since you last kept it." in mei.post(keep, follow=True).content.decode()
    first = MapSnapshot.objects.get()
    mei.post(at("place", row, key), {"way": "nearer"})
    compared = reverse("records:map_changes", args=[row.pk])
    assert "Finance moved from can influence to can act." in mei.get(compared).content.decode()
    back = mei.get(compared, {"before": "now", "after": str(first.pk)}).content.decode()
    assert "Finance moved from can act to can influence." in back
    assert "these two are the same" in mei.get(compared, {"before": "no", "after": "such"}).content.decode()

    shown = mei.get(reverse("records:map_snapshot", args=[row.pk, first.pk])).content.decode()
    assert "I can influence</td>" in " ".join(shown.split())
    mei.post(reverse("records:map_snapshot_removal", args=[row.pk, first.pk]))
    assert not MapSnapshot.objects.exists()


def test_two_states_of_one_day_are_told_apart_by_their_time(world: World, row: RelationshipMap) -> None:
    for hours in (0, 2, 40):
        changes.edit_map(row, lambda drawn: editing.add(drawn, Node(str(uuid4()), "New")), AFTER)
        changes.keep_snapshot(row, AFTER + timedelta(hours=hours))
    called = [one.called for one in queries.kept_states(world.mei, row, AFTER)]
    assert called == ["29 April", "27 April, 5pm", "27 April, 3pm"]


def test_what_a_map_is_about_is_kept_while_it_is_typed(mei: Client) -> None:
    fetch = {"X-Requested-With": "fetch"}
    assert mei.post("/maps/", {"title": " "}, headers=fetch).json() == {"saved": "", "address": "/maps/"}
    address = mei.post("/maps/", {"title": "Who is"}, headers=fetch).json()["address"]
    assert mei.post(address, {"title": "Who is around"}, headers=fetch).json()["address"] == address
    assert mei.post(address, {"title": "x" * 121}, headers=fetch).status_code == 422
    assert mei.post("/maps/", {"title": "x" * 121}, headers=fetch).status_code == 422
    [row] = RelationshipMap.objects.all()
    assert drawn(row).title == "Who is around"
    assert mei.post(address, {"title": "Whom I need"}).headers["Location"] == f"/maps/{row.pk}/"


def test_a_map_is_renamed_and_removed_with_all_its_states(
    world: World, mei: Client, row: RelationshipMap
) -> None:
    add(mei, row)
    changes.keep_snapshot(row, AFTER)
    mei.post(reverse("records:map_about", args=[row.pk]), {"title": "Damp", "learning_set": ""})
    row.refresh_from_db()
    assert (drawn(row).title, row.learning_set, len(drawn(row).nodes)) == ("Damp", None, 1)
    mei.post(reverse("records:map_removal", args=[row.pk]))
    assert not RelationshipMap.objects.exists()
    assert not MapSnapshot.objects.exists()


def test_a_map_opens_for_whoever_drew_it_and_with_no_key_of_a_set(world: World, row: RelationshipMap) -> None:
    changes.edit_map(row, lambda drawn: editing.add(drawn, Node("n", "Finance")), AFTER)
    kept = changes.keep_snapshot(row, AFTER)
    assert kept is not None
    changed = RelationshipMap.objects.get()
    assert row.owner == kept.owner
    assert row.owner.kind == "person"
    for actor in (world.ade, world.tom):
        for purpose in (Purpose.MEMBER_VIEW, Purpose.ROOM, Purpose.SUMMARY_SEND):
            reader = Reader(actor=str(actor.pk), purpose=purpose)
            for sealed in (changed, kept):
                with pytest.raises(NotForReader):
                    sealed.open_drawn(reader)
    assert queries.maps_of(world.tom) == ()
    [card] = queries.maps_of(world.mei)
    assert (card.title, card.n_nodes, card.n_snapshots) == ("Repairs", 1, 1)
