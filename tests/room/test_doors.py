"""Who is let into a room, and who is shown out of it: asked at the door and again for every command."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from websockets.exceptions import InvalidStatus

from setspace.lib import clock
from setspace.people.changes import end_sessions_everywhere
from setspace.room.models import RoomEvent
from tests.room.serving import Server, opened
from tests.room.world import Tuesday, join, new_meeting, session_of, signed_in


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "https://localhost:8000",
        "http://localhost:8001",
        "http://localhost",
        "http://localhost:8000.evil.example",
        "http://evil.example",
        "http://localhost:8000/",
    ],
)
def test_only_our_own_origin_comes_in(tuesday: Tuesday, server: Server, origin: str | None) -> None:
    assert settings.ORIGIN == "http://localhost:8000"
    with (
        pytest.raises(InvalidStatus) as refused,
        opened(server.port, tuesday, tuesday.mei, origin=origin),
    ):
        pass
    assert refused.value.response.status_code == 403


def test_a_stranger_and_a_room_that_is_not_there_are_the_same(tuesday: Tuesday, server: Server) -> None:
    ends = []
    for room in (tuesday.room, uuid4()):
        with opened(server.port, tuesday, tuesday.charlie, room=room) as charlie:
            ends.append((charlie.hear_the_end(), charlie.gone, charlie.regions))
    with opened(server.port, tuesday, tuesday.ruth) as ruth:
        ends.append((ruth.hear_the_end(), ruth.gone, ruth.regions))

    assert ends == [(4403, "not_in_set", {})] * 3


def test_nobody_comes_in_without_signing_in(tuesday: Tuesday, server: Server) -> None:
    with opened(server.port, tuesday, None) as nobody:
        assert nobody.hear_the_end() == 4401
    with opened(server.port, tuesday, None, session="made-up") as nobody:
        assert nobody.hear_the_end() == 4401


def test_a_removed_member_is_cut_off_within_two_seconds(tuesday: Tuesday, server: Server) -> None:
    tuesday.started()
    with (
        opened(server.port, tuesday, tuesday.sam) as sam,
        opened(server.port, tuesday, tuesday.tom) as tom,
    ):
        sam.hear()
        began = clock.ticks()
        tuesday.remove(tuesday.sam)

        assert sam.hear_the_end() == 4403
        assert clock.ticks() - began < 2.0
        assert sam.gone == "not_in_set"
        tom.hear_until(lambda: "Sam" not in tom.regions.get("people", "Sam"))
        assert tuesday.known.state.seat(str(tuesday.sam.pk)) is None


def test_a_removed_members_next_command_is_refused_before_the_door_shuts(
    tuesday: Tuesday, server: Server
) -> None:
    tuesday.started()
    with opened(server.port, tuesday, tuesday.sam) as sam:
        sam.hear()
        tuesday.remove(tuesday.sam)

        assert sam.asked("check_in", words="Still here?")["reason"] == "not_in_set"


def test_signing_out_closes_the_room_in_that_browser(tuesday: Tuesday, server: Server) -> None:
    browser = signed_in(tuesday.mei)
    key = session_of(browser)
    with opened(server.port, tuesday, tuesday.mei, session=key) as mei:
        mei.hear()
        browser.logout()

        assert mei.hear_the_end() == 4401
        assert mei.gone == "signed_out"


def test_a_command_after_signing_out_is_not_heard(tuesday: Tuesday, server: Server) -> None:
    browser = signed_in(tuesday.ade)
    with opened(server.port, tuesday, tuesday.ade, session=session_of(browser)) as ade:
        ade.hear()
        browser.logout()

        assert ade.asked("start")["reason"] == "signed_out"
        assert ade.hear_the_end() == 4401
    assert not RoomEvent.objects.filter(kind="session_started").exists()


def test_signing_out_everywhere_closes_every_room(tuesday: Tuesday, server: Server) -> None:
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear()
        end_sessions_everywhere(tuesday.mei)

        assert mei.hear_the_end() == 4401


def test_a_newcomer_gets_a_seat_while_the_room_is_on(tuesday: Tuesday, server: Server) -> None:
    tuesday.opened()
    with opened(server.port, tuesday, tuesday.ade) as ade:
        join(tuesday.learning_set, tuesday.charlie)
        ade.hear_until(lambda: "Charlie" in ade.regions.get("people", ""))


def test_a_server_that_stops_says_that_it_will_be_back(tuesday: Tuesday, server: Server) -> None:
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear()
        server.stop()

        assert mei.hear_the_end() == 1012


def test_a_room_does_not_open_a_day_early(tuesday: Tuesday, server: Server) -> None:
    tomorrow = new_meeting(tuesday.learning_set, clock.now() + timedelta(days=1), 2)
    with opened(server.port, tuesday, tuesday.mei, room=tomorrow.pk) as mei:
        assert mei.hear_the_end() == 4404
        assert mei.gone == "not_open"


def test_the_socket_of_another_path_is_refused(tuesday: Tuesday, server: Server) -> None:
    with (
        pytest.raises(InvalidStatus) as refused,
        opened(server.port, tuesday, tuesday.mei, room=f"{tuesday.room}/../x"),
    ):
        pass
    assert refused.value.response.status_code == 403
