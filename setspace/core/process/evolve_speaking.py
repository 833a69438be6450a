"""How asking for the floor, and giving it, change what a room knows."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from setspace.core.process import events as e
from setspace.core.process.evolve_life import counted
from setspace.core.process.mapping import with_, without
from setspace.core.process.state import State, Visit, Waiting

NOBODY = Waiting("", ())


def floor_asked(state: State, event: e.FloorAsked) -> State:
    return replace(state, queue=(*state.queue, event.by))


def queue_left(state: State, event: e.QueueLeft) -> State:
    return replace(state, queue=without(state.queue, event.by))


def floor_given(state: State, event: e.FloorGiven) -> State:
    taken = state.floors_taken
    if event.person:
        taken = with_(taken, event.person, taken.get(event.person, 0) + 1)
    return replace(
        state,
        floor=event.person,
        queue=without(state.queue, event.person),
        floors_taken=taken,
        floors_in_all=counted(state, event.person),
    )


def gone_to(state: State, last: Visit | None, step: int) -> State:
    """Who has the floor and who waits when a step begins: those whom the session left waiting in it.

    Nobody loses their place, or the question they were about to put, because the session was moved on too
    soon and then back. The issue holder asks nobody.
    """
    waited = dict(state.waited)
    if last:
        waited[last.step] = Waiting(state.floor, state.queue)
    found = waited.get(step, NOBODY)
    return replace(
        state,
        waited={at: left for at, left in waited.items() if left != NOBODY},
        floor=found.floor,
        queue=without(found.queue, state.holder_of(state.steps[step].turn)),
    )


def without_seat(state: State, person: str) -> dict[str, Any]:
    """What changes when a seat is left: its floor, and its places in all queues."""
    return {
        "floor": _unless(person, state.floor),
        "queue": without(state.queue, person),
        "waited": _without(state.waited, person),
    }


def _without(waited: Mapping[int, Waiting], person: str) -> dict[int, Waiting]:
    return {
        step: Waiting(_unless(person, left.floor), without(left.queue, person))
        for step, left in waited.items()
    }


def _unless(person: str, floor: str) -> str:
    return "" if floor == person else floor
