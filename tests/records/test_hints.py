"""A hint for whoever writes, when something points to somebody: told to nobody else, kept nowhere."""

import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from setspace.core.discretion import found_in
from setspace.people.models import Person
from setspace.records import queries
from setspace.room.rehearsal import phrases
from setspace.web.demo import cast
from tests.access.test_canaries import all_bytes
from tests.cast import client_of
from tests.records.world import World, new_world

NUMBER = "943 476 5919"


@pytest.fixture
def world(db: None) -> World:
    return new_world()


def said(person: Person, text: str) -> str:
    answer = client_of(person).post("/hints/", {"text": text})
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    return str(answer.json()["says"])


def test_what_points_to_somebody_is_said_in_plain_words(world: World) -> None:
    told = said(world.mei, f"Her number is {NUMBER}, and she lives at 14 Larch Court.")
    assert told == (
        f"“{NUMBER}” looks like an NHS number. “14 Larch Court” looks like somebody’s address. "
        "A role or initials may do."
    )
    assert said(world.mei, "She is tired, and I stay late.") == ""


def test_the_full_names_of_those_one_works_with_here_are_known_and_ones_own_is_fine(world: World) -> None:
    assert queries.names_around(world.mei) == {
        one.name for one in (world.ade, world.tom, world.ines, world.sam)
    }
    assert said(world.mei, f"I told {world.tom.name}.").startswith(
        f"“{world.tom.name}” is somebody’s full name."
    )
    assert said(world.mei, f"I told {world.tom.first_name}.") == ""
    assert said(world.mei, f"I am {world.mei.name}.") == ""
    assert said(world.charlie, f"I told {world.tom.name}.") == ""


def test_nobody_is_read_who_is_not_signed_in(world: World) -> None:
    assert Client().post("/hints/", {"text": NUMBER}).status_code == 302
    assert client_of(world.mei).get("/hints/").status_code == 405


def test_what_was_read_is_in_no_database_and_in_no_log(
    transactional_db: None, caplog: pytest.LogCaptureFixture
) -> None:
    world = new_world()
    with caplog.at_level(logging.DEBUG):
        assert said(world.mei, f"canary-of-hints {NUMBER}")
    lying = b"".join(all_bytes())
    assert b"mei@example.org" in lying
    assert b"canary-of-hints" not in lying
    assert "canary-of-hints" not in caplog.text


def test_the_demo_and_its_people_are_never_warned() -> None:
    """All that simulated people say, against the names of the invented people of the demo."""
    names = [one.name for one in (cast.FACILITATOR, *cast.MEMBERS, *cast.UNDERSTUDIES, *cast.THURSDAY)]
    sentences = [
        *_texts([getattr(phrases, name) for name in phrases.__all__]),
        *cast.MEIS_SHEET.words.values(),
    ]
    assert len(sentences) > 100
    assert [text for text in sentences if found_in(text, names)] == []


def _texts(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from _texts(list(found.values()))
    elif isinstance(found, list | tuple | set | frozenset):
        for one in found:
            yield from _texts(one)
    elif hasattr(found, "__dataclass_fields__") and not isinstance(found, type):
        yield from _texts([getattr(found, name) for name in found.__dataclass_fields__])
