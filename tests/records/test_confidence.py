"""A marker in every confidential field: on the pages of those it is for, and nowhere else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connections
from django.db.models import BinaryField
from django.urls import get_resolver, reverse

from setspace.core.preparing import Sheet
from setspace.core.process.formats import BlockKind
from setspace.core.process.ledger import Line, Standing
from setspace.core.process.outcome import HolderPart, NotedAction, Outcome, Wording
from setspace.core.process.review import BlockRow, Spent
from setspace.people.models import Letter, Person
from setspace.records import changes
from setspace.records.models import Action, Kind, PartAction, PartWords, Reflection, Status, SummaryPart
from tests.cast import client_of
from tests.records.world import AFTER, HELD, World, delivered, new_world
from tests.records.written import ALONE, places_between, write_between

SHARED = (
    "issue",
    "question",
    "action",
    "by when",
    "first step",
    "did",
    "learned",
    "greeting",
    "piece",
    "wording",
)
NEVER_MAILED = ("wording", "kept back")
MEIS, ADES = ("reflection", "sheet", *ALONE, "asked about", "feedback"), ("note", "log entry", "timing")
INES = ("asked about", "feedback draft")
OWN = (*MEIS, "stems", "feedback draft", *ADES)
N_ASKED = 987_654_321_012_345_678  # questions: a number that stands nowhere else


def canary(name: str) -> str:
    return f"Canary {name.replace(' ', '')} 7f3e"


@pytest.fixture
def world(transactional_db: None) -> World:
    """Every sealed field of the record holds its own marker, written by Mei or by Ade."""
    world = new_world()
    changes.keep_session(world.held, _outcome(world), HELD)
    changes.adjust(world.learning_set, world.tom.pk, 7)
    mine = SummaryPart.objects.select_related("meeting").get(person=world.mei)
    rows = (*mine.open_words(mine.holder).actions, PartAction(canary("kept back"), is_kept_back=True))
    changes.edit_part(mine, PartWords(canary("issue"), canary("question"), rows), AFTER)
    noted = Action.objects.select_related("meeting").filter(person=world.mei).earliest("order")
    changes.report_action(noted, Status.UNDER_WAY, canary("did"), canary("learned"), AFTER)
    changes.write_greeting(world.held, canary("greeting"), world.ade)
    write_between(world, canary)
    changes.write_note(world.ade, world.held, canary("note"), AFTER)
    changes.write_log_entry(world.ade, canary("log entry"), AFTER, world.held)
    nothing = Spent(0, 0, 0, 0, 0)
    row = BlockRow("in", canary("timing"), BlockKind.CHECK_IN, "", nothing, 0, ())
    changes.keep_timing(world.held, [world.ade.pk], [row], AFTER)
    changes.keep_counts(world.held, {str(world.mei.pk): {"open": N_ASKED}}, AFTER)
    changes.write_sheet(world.mei, world.learning_set, Sheet({"happening": canary("sheet")}), AFTER)
    changes.show_copy(world.coming.pk, world.mei.pk, "sheet", AFTER)
    changes.send_summary(world.held, world.ade, AFTER)
    return world


def _outcome(world: World) -> Outcome:
    action = NotedAction(str(world.held.pk), canary("action"), canary("by when"), canary("first step"), 7)
    wording = Wording(canary("wording"), 1, str(world.mei.pk))
    part = HolderPart(
        str(world.mei.pk),
        canary("issue"),
        (wording,),
        canary("question"),
        (action,),
        40.0,
        approved=True,
        moved=(canary("moved"),),
    )
    rings = NotedAction(str(world.coming.pk), "Ring the residents", "", "", 6)
    toms = HolderPart(str(world.tom.pk), "Repairs", (), "", (rings,), 40.0, approved=True)
    line = Line(str(world.mei.pk), Standing.HELD, 1, 2_400_000, 2_400_000, 0)
    return Outcome((part, toms), (), (), (), (line,))


def test_every_sealed_field_of_the_record_holds_a_marker(world: World) -> None:
    for model in apps.get_app_config("records").get_models():
        for field in model._meta.get_fields():
            if isinstance(field, BinaryField):
                assert field.name.endswith("_sealed")
                values = list(model._default_manager.values_list(field.name, flat=True))
                assert any(values), f"{model.__name__}.{field.name} is empty: this test would prove nothing"


def test_no_marker_is_in_the_database(world: World) -> None:
    delivered()
    stored = b"".join(everything_stored())
    assert b"mei@example.org" in stored
    assert re.findall(rb"Canary \w+", stored) == []
    assert str(N_ASKED).encode() not in stored


def test_how_many_questions_she_asked_is_on_her_own_page_alone(world: World) -> None:
    pages = {
        person: client_of(person).get(reverse("records:own_questions")).content
        for person in (world.mei, world.tom, world.ade, world.ruth, world.charlie)
    }
    assert [person for person, page in pages.items() if str(N_ASKED).encode() in page] == [world.mei]


def everything_stored() -> Iterator[bytes]:
    """Every column of every table, and on SQLite the very bytes of the files too."""
    for alias in ("default", "keys"):
        connection = connections[alias]
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  the names are the database's own
                yield repr([[_plain(value) for value in row] for row in cursor.fetchall()]).encode()
        if connection.vendor == "sqlite":
            path = Path(str(connection.settings_dict["NAME"]))
            yield from (file.read_bytes() for file in path.parent.glob(path.name + "*"))


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def test_the_set_reads_what_it_shares_and_nobody_reads_what_is_someones_own(world: World) -> None:
    """Held against the mail and every page that each person can open."""
    mails = "".join(str(part) for message in delivered() for part in (message.body, message.subject))
    for_the_set = pages_of(world, world.sam)
    for_ade, for_mei = pages_of(world, world.ade), pages_of(world, world.mei)

    assert [name for name in SHARED if canary(name) not in for_the_set] == []
    assert [name for name in OWN if canary(name) in for_the_set] == []
    assert [name for name in OWN if canary(name) in for_ade] == [*ADES]
    assert [name for name in OWN if canary(name) in for_mei] == [*MEIS]
    assert [name for name in OWN if canary(name) in pages_of(world, world.ines)] == [*INES]
    assert [name for name in OWN if canary(name) in pages_of(world, world.tom)] == []
    assert [name for name in (*NEVER_MAILED, *OWN, "did", "learned") if canary(name) in mails] == []
    assert canary("issue") in mails
    assert canary("first step") in mails
    assert "of 10" not in mails


def test_nobody_else_finds_any_marker_anywhere(world: World) -> None:
    for person in (world.ruth, world.charlie):
        assert "Canary" not in pages_of(world, person)


def test_letters_hold_no_words_and_subjects_say_nothing(world: World) -> None:
    letters = Letter.objects.filter(purpose="summary")
    assert letters.count() == 5
    assert not letters.exclude(payload_sealed=None).exists()
    assert {message.subject for message in delivered()} == {
        "Tuesday set, session 3: your questions and actions",
        "Tom asks you to be a buddy",
    }


def pages_of(world: World, person: Person) -> str:
    """All that the person gets by asking for every page of the record, theirs or not."""
    client = client_of(person)
    ids = {
        "set_id": world.learning_set.pk,
        "meeting_id": world.held.pk,
        "action_id": Action.objects.filter(person=world.mei).earliest("order").pk,
        "letter_id": world.held.pk,
        "sheet_id": world.held.pk,
        "reflection_id": Reflection.objects.get(kind=Kind.REFLECTION).pk,
        "entry_id": Reflection.objects.get(kind=Kind.LOG).pk,
        **places_between(),
    }
    names = _record_names()
    assert len(names) > 10
    urls = [
        reverse(f"records:{name}", kwargs={key: ids[key] for key in _arguments_of(name)}) for name in names
    ]
    return "".join(client.get(url).content.decode() for url in urls)


def _record_names() -> list[str]:
    _, resolver = get_resolver().namespace_dict["records"]
    return [name for name in resolver.reverse_dict if isinstance(name, str)]


def _arguments_of(name: str) -> list[str]:
    _, resolver = get_resolver().namespace_dict["records"]
    [(_, arguments)] = resolver.reverse_dict.getlist(name)[0][0]
    return list(arguments)
