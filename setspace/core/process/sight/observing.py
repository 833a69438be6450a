"""What an observer sees, and what each member answers about one.

An observer sees nothing of a session until every member in the room has agreed, and then what all of
them share. What a region holds for one person alone, or asks of somebody, is never in it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from setspace.core.process import leading
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import Phase, Role

COVERED = ("bar", "observing")
SHARED = ("clock", "question", "people", "cue", "queue", "asked", "agenda", "round", "actions")


def observing(who: Onlooker) -> dict[str, Any]:
    """The observers in the room; for a member with their own answer, which nobody else sees.

    Whether somebody has said no is told to those who lead, and not who it was.
    """
    state = who.state
    if who.is_observer:
        return {"is_observer": True, "phase": state.phase.value, "is_admitted": _is_admitted(who, who.id)}
    seats = [seat.person for seat in state.seats if seat.role is Role.OBSERVER]
    if not seats or state.phase is Phase.CLOSED:
        return {}
    return {"is_observer": False, "rows": [_row(who, person) for person in seats]}


def seen(who: Onlooker, regions: Iterable[str]) -> Mapping[str, bool]:
    """Which regions there are for the onlooker."""
    if not who.is_observer:
        return dict.fromkeys(regions, True)
    open_ = (*COVERED, *SHARED) if _is_admitted(who, who.id) else COVERED
    return {name: name in open_ for name in regions}


def is_covered(who: Onlooker) -> bool:
    """Whether the onlooker is an observer who may see nothing yet."""
    return who.is_observer and not _is_admitted(who, who.id)


def _row(who: Onlooker, person: str) -> dict[str, Any]:
    return {
        **who.card(person),
        "has_arrived": person in who.state.arrived,
        "is_admitted": _is_admitted(who, person),
        "is_declined": who.leads and leading.is_declined(who.state, person),
        "may_answer": who.is_member,
        "mine": who.state.consents.get(person, {}).get(who.id),
    }


def _is_admitted(who: Onlooker, person: str) -> bool:
    return leading.is_admitted(who.state, person)
