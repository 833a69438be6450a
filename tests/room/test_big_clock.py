"""The big clock, for everybody to see, and the pack, which lies on tables: no content is on either."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from setspace.core.process import commands as c
from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes.changes import change_clock, change_ground_rules
from setspace.room.changes import follow_meeting
from setspace.room.hub import hub
from setspace.room.models import Room
from setspace.room.pack import pack_of
from tests.room.serving import Server, opened
from tests.room.world import Tuesday, signed_in

ISSUE, QUESTION, ASKED, ACTION = (
    "canary of the issue",
    "canary of the question",
    "canary of what was asked",
    "canary of the action",
)
CONTENT = (ISSUE, QUESTION, ASKED, ACTION)
AS_CLOCK = "?page=clock"


def page(tuesday: Tuesday, person: Person, name: str) -> HttpResponse:
    answer: HttpResponse = signed_in(person).get(reverse(f"room:{name}", args=[tuesday.room]))  # type: ignore[assignment]  # the test client's own subclass
    return answer


def words(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def holder(tuesday: Tuesday) -> Person:
    return Person.objects.get(pk=UUID(tuesday.known.state.holder))


def arrived(tuesday: Tuesday) -> list[str]:
    return list(tuesday.known.state.arrived)


def written(tuesday: Tuesday) -> Tuesday:
    """In the open questions of the first turn, with content everywhere."""
    tuesday.started()
    tuesday.move_to("Open questions")
    mine = holder(tuesday)
    asker = next(one for one in (tuesday.mei, tuesday.tom) if one != mine)
    for person, what in (
        (mine, c.NameIssue(ISSUE)),
        (mine, c.WordQuestion(QUESTION)),
        (mine, c.NoteAction(ACTION)),
        (asker, c.SendQuestion(ASKED)),
        (tuesday.ade, c.GiveFloor(str(asker.pk))),
    ):
        tuesday.ask(person, what)
    return tuesday


def test_the_big_clock_has_the_stage_who_may_speak_and_what_follows_and_no_content(tuesday: Tuesday) -> None:
    written(tuesday)
    asker = tuesday.known.state.seat(tuesday.known.state.floor)
    mine = holder(tuesday)
    assert asker is not None
    assert QUESTION in words(page(tuesday, tuesday.ade, "room"))
    assert ASKED in words(page(tuesday, tuesday.ade, "room"))

    for person in (tuesday.ade, mine, tuesday.sam):
        shown = words(page(tuesday, person, "clock"))
        assert f"{mine.first_name}’s turn" in shown
        assert "Open questions</h1>" in shown
        assert f"{asker.first_name} is asking. Let {mine.first_name} take their time." in shown
        assert "Then quiet" in shown
        assert [text for text in CONTENT if text in shown] == []


def test_opening_the_big_clock_opens_no_room_and_before_the_session_says_when_it_begins(
    tuesday: Tuesday,
) -> None:
    shown = words(page(tuesday, tuesday.ade, "clock"))
    assert "We begin at" in shown
    assert not Room.objects.exists()


def test_only_the_time_goes_down_the_line_of_a_big_clock(tuesday: Tuesday, server: Server) -> None:
    written(tuesday)
    with (
        opened(server.port, tuesday, tuesday.ade) as ade,
        opened(server.port, tuesday, tuesday.ade, query=AS_CLOCK) as wall,
    ):
        ade.hear()
        wall.hear()
        assert list(wall.regions) == ["wall"]
        assert "wall" not in ade.regions
        assert ASKED in ade.regions["asked"]
        ade.asked("next_stage", seen=len(tuesday.known.state.visits))
        wall.hear_until(lambda: "Quiet</h1>" in wall.regions["wall"])
        ade.hear_until(lambda: "Quiet" in ade.regions["clock"])

    said = str(wall.views)
    assert [text for text in CONTENT if text in said] == []
    assert ASKED in str(ade.views)


def test_nobody_is_in_the_room_by_a_big_clock_alone(tuesday: Tuesday, server: Server) -> None:
    tuesday.opened()
    with opened(server.port, tuesday, tuesday.ade, query=AS_CLOCK) as wall:
        wall.hear()
        wall.say({"t": "ping", "c": 1})
        assert wall.hear()["t"] == "pong"
        assert hub.present(tuesday.room) == frozenset()
        assert arrived(tuesday) == []
        with opened(server.port, tuesday, tuesday.ade) as ade:
            ade.hear()
            assert hub.present(tuesday.room) == {str(tuesday.ade.pk)}
            assert arrived(tuesday) == [str(tuesday.ade.pk)]
            ade.say({"t": "bye"})
            wall.say({"t": "ping", "c": 2})
            wall.hear()
            ade.hear_until(lambda: not hub.present(tuesday.room))


def test_a_member_who_was_removed_loses_the_big_clock_too(tuesday: Tuesday, server: Server) -> None:
    tuesday.started()
    with opened(server.port, tuesday, tuesday.sam, query=AS_CLOCK) as wall:
        wall.hear()
        tuesday.remove(tuesday.sam)
        assert wall.hear_the_end() == 4403
    assert page(tuesday, tuesday.sam, "clock").status_code == 404


def test_a_set_hides_the_clock_from_the_holder_and_from_the_wall_in_a_turn(tuesday: Tuesday) -> None:
    tuesday.opened()
    change_clock(tuesday.learning_set, hides_from_holder=True)
    tuesday.meeting.learning_set.refresh_from_db()
    follow_meeting(tuesday.meeting, clock.now())
    written(tuesday)
    mine = holder(tuesday)
    other = tuesday.tom if mine != tuesday.tom else tuesday.mei

    for person, name in ((mine, "room"), (mine, "companion"), (tuesday.ade, "clock")):
        shown = words(page(tuesday, person, name))
        assert "Ade is minding the time." in shown
        assert "<set-timer" not in shown
        assert "data-ends-at" not in shown
    for person in (tuesday.ade, other):
        assert "data-ends-at" in words(page(tuesday, person, "room"))


def test_the_pack_has_the_times_the_prompts_the_rules_and_blank_sheets(tuesday: Tuesday) -> None:
    rules = ["What is said here stays here.", "We ask one short question at a time."]
    change_ground_rules(tuesday.learning_set, rules, tuesday.ade, clock.now())
    written(tuesday)

    pack = pack_of(tuesday.meeting, tuesday.mei)
    turns = [line for line in pack.lines if line.is_turn]
    assert [line.minutes for line in turns] == [40, 40, 40, 40]
    assert pack.lines[0].starts == tuesday.meeting.starts_at
    assert pack.lines[-1].ends - pack.lines[0].starts == timedelta(minutes=210)
    assert pack.white_space_ends == pack.lines[-1].ends + timedelta(minutes=30)
    assert all(line.ends == after.starts for line, after in zip(pack.lines, pack.lines[1:], strict=False))
    assert list(pack.sheets) == [1, 2, 3, 4]

    for person in (tuesday.mei, tuesday.ade):
        shown = words(page(tuesday, person, "pack"))
        assert all(rule in shown for rule in rules)
        assert "Take your time. You may leave any question unanswered." in shown  # the issue holder’s
        assert "Ask one, wait, let it land. No hints." in shown  # the others’
        assert "Let’s take a breath before the next question." in shown  # the facilitator’s
        assert shown.count("Who or what can support me") == 8
        assert [text for text in CONTENT if text in shown] == []


def test_the_pack_of_three_has_three_turns_and_the_times_of_the_place(tuesday: Tuesday) -> None:
    tuesday.remove(tuesday.sam)
    tuesday.learning_set.zone = "America/New_York"
    tuesday.learning_set.save()
    tuesday.meeting.learning_set.refresh_from_db()

    pack = pack_of(tuesday.meeting, tuesday.mei)
    assert list(pack.sheets) == [1, 2, 3]
    assert pack.lines[-1].ends - pack.lines[0].starts == timedelta(minutes=170)
    assert str(pack.lines[0].starts.tzinfo) == "America/New_York"


def test_the_pack_is_there_long_before_the_room_opens_and_for_the_set_alone(tuesday: Tuesday) -> None:
    tuesday.meeting.on += timedelta(days=20)
    tuesday.meeting.save()
    assert page(tuesday, tuesday.mei, "pack").status_code == 200
    for person in (tuesday.charlie, tuesday.ruth):
        assert page(tuesday, person, "pack").status_code == 404
        assert page(tuesday, person, "clock").status_code == 404
