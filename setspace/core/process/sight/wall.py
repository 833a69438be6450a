"""The big clock on a second screen, in a room where the set sits together."""

from dataclasses import replace
from typing import Any

from setspace.core.process.sight import clock, people, white_space
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import Role, Seat

NOBODY = Seat("the wall", "", Role.MEMBER)


def wall(who: Onlooker) -> dict[str, Any]:
    """The stage, who may speak, the time and what follows: the same for whoever opened it.

    Nothing that anybody said or wrote is in it. The issue holder sits before it too: where the set
    hides the clock from them, it shows no time in a turn.
    """
    on_the_wall = replace(who, seat=NOBODY)
    is_hidden = bool(who.state.holder) and who.state.setup.hides_clock_from_holder
    return {
        **(clock.without_time(on_the_wall) if is_hidden else clock.clock(on_the_wall)),
        "session": who.state.setup.title,
        "turn_of": who.first_name(who.state.holder) if who.state.holder else "",
        "cue": people.cue(on_the_wall)["text"],
        "white_space": white_space.white_space(on_the_wall).get("until"),
    }
