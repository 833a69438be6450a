"""The sheet on which somebody prepares their issue: theirs alone, kept as they write, carried over."""

from dataclasses import asdict
from uuid import UUID

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.preparing import ASKED, Sheet, Wish
from setspace.lib.vault import NotForReader, Purpose, Reader
from setspace.people.models import Person
from setspace.records import changes
from setspace.records.forms_preparing import SheetForm
from setspace.records.models import IssueSheet
from setspace.records.queries import sheet_of
from tests.cast import client_of
from tests.records.world import AFTER, HELD, World, new_world

WORDS = "I keep being the one who stays late."


@pytest.fixture
def world(db: None) -> World:
    return new_world()


@pytest.fixture
def url(world: World) -> str:
    return reverse("records:preparation", args=[world.learning_set.pk])


def mine(world: World, person: Person) -> Sheet:
    return sheet_of(person.pk, world.learning_set.pk)


def test_nothing_on_the_sheet_has_to_be_answered(world: World, url: str) -> None:
    answer = client_of(world.mei).post(url, {})
    assert answer.status_code == 302
    assert not IssueSheet.objects.exists()
    client_of(world.mei).post(url, {"now": "It starts on Monday"})
    assert mine(world, world.mei) == Sheet({"now": "It starts on Monday"})


def test_all_of_it_is_kept_and_shown_again(world: World, url: str) -> None:
    told = {asked.key: f"Words on {asked.key}" for asked in ASKED}
    client = client_of(world.mei)
    client.post(url, {**told, "tests": ["mine", "important"], "alive": "4", "wish": "bring"})
    kept = mine(world, world.mei)
    assert kept == Sheet(told, frozenset({"mine", "important"}), 4, Wish.BRING)
    page = client.get(url).content.decode()
    assert all(words in page for words in told.values())
    assert SheetForm(kept).initial["tests"]


def test_it_is_kept_while_it_is_written(world: World, url: str) -> None:
    """Closing the browser in the middle loses nothing: what the page sends by itself is kept."""
    answer = client_of(world.mei).post(url, {"issue": WORDS}, headers={"X-Requested-With": "fetch"})
    assert answer.json() == {"saved": "Kept. Only you see it.", "address": url}
    assert mine(world, world.mei).issue == WORDS


def test_what_is_too_long_is_said_beside_it_with_what_was_typed_still_there(world: World, url: str) -> None:
    page = client_of(world.mei).post(url, {"now": WORDS + "!" * 2_000}).content.decode()
    assert "Use 2,000 characters or fewer" in page
    assert WORDS in page


def test_no_other_person_ever_reads_it(world: World, url: str) -> None:
    changes.write_sheet(world.mei, world.learning_set, Sheet({"issue": WORDS}), HELD)
    row = IssueSheet.objects.get()
    for purpose in set(Purpose) - {Purpose.ROTATION, Purpose.BREAK_GLASS}:
        for actor in (world.ade, world.tom, world.ruth):
            with pytest.raises(NotForReader):
                row.open_sheet(Reader(str(actor.pk), purpose))
    assert WORDS not in client_of(world.tom).get(url).content.decode()
    for person in (world.ade, world.ruth, world.charlie):
        assert client_of(person).get(url).status_code == 404
        assert client_of(person).post(url, {"issue": "Mine"}).status_code == 404
    assert mine(world, world.mei).issue == WORDS


def test_it_is_carried_over_until_its_owner_has_held_an_issue(world: World) -> None:
    for person in (world.mei, world.ines):
        changes.write_sheet(person, world.learning_set, Sheet({"issue": WORDS}), HELD)
    outcome = world.outcome()
    held = {UUID(part.person) for part in outcome.parts}
    assert world.mei.pk in held
    assert world.ines.pk not in held
    changes.keep_session(world.held, outcome, AFTER)
    assert mine(world, world.mei) == Sheet()
    assert mine(world, world.ines).issue == WORDS
    told = IssueSheet.objects.get(person=world.mei)
    assert (told.told_at, told.told_in) == (AFTER, world.held)


def test_what_was_told_can_be_read_again_and_removed_by_its_owner_alone(world: World, url: str) -> None:
    changes.write_sheet(world.mei, world.learning_set, Sheet({"issue": WORDS}), HELD)
    changes.keep_session(world.held, world.outcome(), AFTER)
    assert WORDS in client_of(world.mei).get(url).content.decode()
    assert WORDS not in client_of(world.tom).get(url).content.decode()
    removal = reverse("records:sheet_removal", args=[IssueSheet.objects.get().pk])
    assert client_of(world.tom).post(removal).status_code == 404
    assert client_of(world.mei).post(removal).status_code == 302
    assert not IssueSheet.objects.exists()


def test_it_can_be_emptied_for_something_else(world: World) -> None:
    changes.write_sheet(world.mei, world.learning_set, Sheet({"issue": WORDS}, alive=3), HELD)
    client_of(world.mei).post(reverse("records:emptied_sheet", args=[world.learning_set.pk]))
    assert not IssueSheet.objects.exists()


SHEETS = st.builds(
    Sheet,
    st.dictionaries(st.sampled_from([asked.key for asked in ASKED]), st.text(min_size=1, max_size=30)),
    st.frozensets(st.sampled_from(["important", "changeable", "mine"])),
    st.integers(0, 5),
    st.sampled_from(Wish),
)


@given(SHEETS)
def test_a_sheet_is_empty_when_nothing_at_all_was_said_and_tells_in_the_order_of_its_questions(
    sheet: Sheet,
) -> None:
    assert sheet.is_empty == (sheet == Sheet())
    order = [asked.key for asked in ASKED]
    said = [asked.key for asked, _ in sheet.said]
    assert said == sorted(said, key=order.index)
    assert {asked.key: words for asked, words in sheet.said} == asdict(sheet)["words"]
