"""Whoever sends forms from a page without script is here too, for as long as a sign of life lasts."""

import pytest

from setspace.lib import clock
from setspace.room.hub import hub
from setspace.room.presence import ABSENT_AFTER
from tests.room.serving import Browser, Server, opened
from tests.room.test_pages import send
from tests.room.world import Tuesday, signed_in


def n_here(browser: Browser) -> int:
    return browser.regions.get("people", "").count("data-present")


def test_who_sends_a_form_is_present_to_the_others(tuesday: Tuesday, server: Server) -> None:
    tuesday.started()
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear_until(lambda: n_here(mei) == 1)
        send(signed_in(tuesday.tom), tuesday, "check_in", words="Drizzle")
        mei.hear_until(lambda: n_here(mei) == 2)

        assert hub.present(tuesday.room) == {str(tuesday.mei.pk), str(tuesday.tom.pk)}


def test_a_form_that_is_refused_is_a_sign_of_life_too(tuesday: Tuesday, server: Server) -> None:
    tuesday.opened()
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear_until(lambda: n_here(mei) == 1)
        assert send(signed_in(tuesday.tom), tuesday, "start").status_code == 422

        mei.hear_until(lambda: n_here(mei) == 2)


def test_it_lasts_as_long_as_any_sign_of_life(
    tuesday: Tuesday, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    tuesday.started()
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear_until(lambda: n_here(mei) == 1)
        send(signed_in(tuesday.tom), tuesday, "check_in", words="Drizzle")
        mei.hear_until(lambda: n_here(mei) == 2)
        known, ticks = hub.rooms[tuesday.room].presence, clock.ticks
        assert str(tuesday.tom.pk) in known.everybody(ticks() + ABSENT_AFTER - 5)

        monkeypatch.setattr(clock, "ticks", lambda: ticks() + ABSENT_AFTER)
        mei.say({"t": "here"})
        mei.hear_until(lambda: n_here(mei) == 1)

        assert hub.present(tuesday.room) == {str(tuesday.mei.pk)}


def test_nobody_else_gets_in_this_way(tuesday: Tuesday, server: Server) -> None:
    tuesday.started()
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear_until(lambda: n_here(mei) == 1)
        assert send(signed_in(tuesday.charlie), tuesday, "check_in", words="Hello").status_code == 404
        send(signed_in(tuesday.tom), tuesday, "check_in", words="Drizzle")
        mei.hear_until(lambda: n_here(mei) == 2)

        assert hub.present(tuesday.room) == {str(tuesday.mei.pk), str(tuesday.tom.pk)}


def test_where_nobody_listens_there_is_nobody_to_tell(tuesday: Tuesday, server: Server) -> None:
    tuesday.started()
    send(signed_in(tuesday.tom), tuesday, "check_in", words="Drizzle")
    hub.looked_in(tuesday.room, str(tuesday.tom.pk))

    assert hub.present(tuesday.room) == frozenset()
    assert tuesday.room not in hub.rooms
