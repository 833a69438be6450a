"""A log for supervision, and the timing of a session: for the one person who led, and for nobody else."""

import pytest
from django.urls import reverse

from setspace.core.process.formats import BlockKind
from setspace.core.process.review import BlockRow, Spent, StageRow
from setspace.lib.vault import NotForReader, Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records import changes, queries
from setspace.records.models import Reflection, TimingReview
from tests.cast import client_of
from tests.records.world import AFTER, HELD, World, leave, new_meeting, new_world

WORDS = "I filled the silence because it frightened me."
MINUTE = 60_000


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    changes.keep_session(world.held, world.outcome(), HELD)
    return world


def rows_of(holder: Person) -> tuple[BlockRow, ...]:
    tell = StageRow("Tell", Spent(4 * MINUTE, 5 * MINUTE, 0, MINUTE, 2))
    never = StageRow("Echo", Spent(4 * MINUTE, 0, 0, 0, 0))
    spent = Spent(40 * MINUTE, 41 * MINUTE + 10_000, 90_000, MINUTE, 2)
    return (
        BlockRow(
            "in", "Check-in", BlockKind.CHECK_IN, "", Spent(8 * MINUTE, 6 * MINUTE, 0, 0, 1), 2 * MINUTE, ()
        ),
        BlockRow("turn-1", "Turn 1", BlockKind.TURN, str(holder.pk), spent, 0, (tell, never)),
        BlockRow("turn-2", "Turn 2", BlockKind.TURN, "", Spent(40 * MINUTE, 0, 0, 0, 0), 0, ()),
    )


def page(person: Person, name: str, *args: object) -> str:
    return " ".join(client_of(person).get(reverse(name, args=args)).content.decode().split())


def test_an_entry_is_written_changed_and_removed_on_its_page(world: World) -> None:
    client = client_of(world.ade)
    client.post("/log/", {"text": WORDS, "session": str(world.held.pk)})
    [session] = queries.own_log(world.ade)
    [own] = session.entries
    assert (session.meeting, own.text) == (world.held, WORDS)
    shown = page(world.ade, "records:log")
    assert WORDS in shown
    assert "Tuesday set, session 3, Tuesday 27 April 2027" in shown

    client.post(reverse("records:log_entry", args=[own.entry.pk]), {"text": "Shorter."})
    assert queries.own_log(world.ade)[0].entries[0].text == "Shorter."

    client.post(reverse("records:log_removal", args=[own.entry.pk]))
    assert queries.own_log(world.ade) == ()


def test_an_entry_about_no_session_stands_last(world: World) -> None:
    changes.write_log_entry(world.ade, WORDS, AFTER)
    changes.write_log_entry(world.ade, "About the third.", AFTER, world.held)

    titles = [session.title for session in queries.own_log(world.ade)]
    assert titles == ["Tuesday set, session 3, Tuesday 27 April 2027", "Not about one session"]


def test_the_log_is_read_by_its_writer_alone(world: World) -> None:
    written = changes.write_log_entry(world.ade, WORDS, AFTER, world.held)
    assert WORDS in page(world.ade, "records:log")
    assert WORDS in page(world.ade, "records:log_text")

    for purpose in Purpose:
        if purpose not in (Purpose.ROTATION, Purpose.BREAK_GLASS):
            with pytest.raises(NotForReader):
                written.open_text(Reader(actor=str(world.mei.pk), purpose=purpose))
    for person in (world.mei, world.ruth, world.charlie):
        for name in ("records:log", "records:log_text", "records:reflections"):
            assert WORDS not in page(person, name)
        for name in ("log_entry", "log_removal"):
            url = reverse(f"records:{name}", args=[written.pk])
            assert client_of(person).post(url, {"text": "Other words."}).status_code == 404


def test_the_log_and_reflections_stay_apart(world: World) -> None:
    entry = changes.write_log_entry(world.ade, WORDS, AFTER, world.held)
    reflection = changes.write_reflection(world.ade, "As a person.", AFTER)

    assert [own.text for own in queries.reflections_of(world.ade)] == ["As a person."]
    assert [own.text for session in queries.own_log(world.ade) for own in session.entries] == [WORDS]
    client = client_of(world.ade)
    assert client.get(reverse("records:reflection", args=[entry.pk])).status_code == 404
    assert client.get(reverse("records:log_entry", args=[reflection.pk])).status_code == 404


def test_notes_made_in_the_room_stand_in_the_log_of_who_led_it(world: World) -> None:
    changes.write_note(world.ade, world.held, "Leave room after dread.", AFTER)
    changes.write_note(world.mei, world.held, "My own, as a member.", AFTER)

    assert "Leave room after dread." in page(world.ade, "records:log")
    assert "My own, as a member." not in page(world.mei, "records:log")


def test_members_who_lead_in_turn_find_their_log(world: World) -> None:
    """Nobody facilitates: Tom looks after the dates, and Mei has led a session."""
    link, set_page = f'href="{reverse("records:log")}"', ("records:set", world.learning_set.pk)
    assert link in page(world.ade, "records:reflections")
    for name in (("records:reflections",), set_page):
        assert link not in page(world.mei, *name)
    leave(world.membership(world.ade), AFTER)
    keeper = world.membership(world.tom)
    keeper.keeps_at = AFTER
    keeper.save()
    Meeting.objects.filter(pk=world.held.pk).update(led_by=world.mei)
    changes.write_note(world.mei, world.held, "I spoke too soon.", AFTER)
    for name in (("records:reflections",), set_page):
        assert link in page(world.mei, *name)
    assert "I spoke too soon." in page(world.mei, "records:log")
    assert link in page(world.ade, "records:reflections")  # who led it before
    assert link not in page(world.charlie, "records:reflections")


def test_an_entry_is_not_tied_to_a_session_of_others_or_of_later(world: World) -> None:
    later = new_meeting(world.learning_set, 9, world.held.on.replace(year=2999))
    for person, meeting in ((world.charlie, world.held), (world.mei, world.held), (world.ade, later)):
        shown = client_of(person).post("/log/", {"text": WORDS, "session": str(meeting.pk)}).content.decode()
        assert "Select one of the sessions in the list" in shown
        assert WORDS in shown
    assert not Reflection.objects.exists()


def test_an_empty_entry_is_asked_for_again(world: World) -> None:
    shown = client_of(world.ade).post("/log/", {"text": " "}).content.decode()

    assert "Write a few words, or go back" in shown
    assert queries.own_log(world.ade) == ()


def test_the_log_is_taken_along_as_a_text_file(world: World) -> None:
    changes.write_note(world.ade, world.held, "Leave room.", AFTER)
    changes.write_log_entry(world.ade, WORDS, AFTER, world.held)
    response = client_of(world.ade).get(reverse("records:log_text"))

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="my-log.txt"'
    assert response.content.decode().splitlines() == [
        "Tuesday set, session 3, Tuesday 27 April 2027",
        "=" * 45,
        "",
        "Notes from the room",
        "",
        "Leave room.",
        "",
        "Written on Tuesday 27 April 2027",
        "",
        WORDS,
        "",
    ]


def test_the_log_stays_with_somebody_who_leaves(world: World) -> None:
    changes.write_log_entry(world.ade, WORDS, AFTER, world.held)
    leave(world.membership(world.ade), AFTER)

    assert WORDS in page(world.ade, "records:log")


def test_the_timing_is_told_in_words_to_who_led(world: World) -> None:
    changes.keep_timing(world.held, [world.ade.pk], rows_of(world.mei), AFTER)
    shown = page(world.ade, "records:timing", world.held.pk)

    assert "Mei’s turn" in shown
    assert "Planned 40 min, took 41 min 10 s" in shown
    assert "1 min 10 s over" in shown
    assert "Added 1 min. Clock held for 1 min 30 s." in shown
    assert "Gave 2 min." in shown
    assert "Did not take place" in shown
    assert "Tell" in shown
    assert "Echo" not in shown


def test_the_timing_is_nobody_elses(world: World) -> None:
    changes.keep_timing(world.held, [world.ade.pk], rows_of(world.mei), AFTER)
    address = reverse("records:timing", args=[world.held.pk])

    assert client_of(world.ade).get(address).status_code == 200
    for person in (world.mei, world.ruth, world.charlie):
        assert client_of(person).get(address).status_code == 404
    with pytest.raises(NotForReader):
        TimingReview.objects.get().open_rows(Reader(actor=str(world.mei.pk), purpose=Purpose.MEMBER_VIEW))


def test_each_who_led_has_a_timing_and_it_is_kept_once(world: World) -> None:
    for _ in range(2):
        changes.keep_timing(world.held, [world.ade.pk, world.mei.pk], rows_of(world.tom), AFTER)

    assert TimingReview.objects.count() == 2
    assert queries.timed_sessions(world.mei, world.learning_set.pk) == {world.held.pk}
    assert queries.timed_sessions(world.tom, world.learning_set.pk) == frozenset()


def test_what_is_kept_of_the_timing_names_nobody(world: World) -> None:
    changes.keep_timing(world.held, [world.ade.pk], rows_of(world.mei), AFTER)
    reader = Reader(actor=str(world.ade.pk), purpose=Purpose.MEMBER_VIEW)

    assert TimingReview.objects.get().open_rows(reader) == rows_of(world.mei)
    Person.objects.filter(pk=world.mei.pk).update(name="Meike Chen")
    assert "Meike’s turn" in page(world.ade, "records:timing", world.held.pk)


def test_the_page_of_the_set_leads_to_the_timing_and_the_log(world: World) -> None:
    changes.keep_timing(world.held, [world.ade.pk], rows_of(world.mei), AFTER)
    address = reverse("records:timing", args=[world.held.pk])

    assert address in page(world.ade, "records:set", world.learning_set.pk)
    assert reverse("records:log") in page(world.ade, "records:set", world.learning_set.pk)
    assert address not in page(world.mei, "records:set", world.learning_set.pk)
    assert reverse("records:log") not in page(world.mei, "records:set", world.learning_set.pk)
