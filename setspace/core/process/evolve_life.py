"""How the events of what happens to people change what a room knows."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from setspace.core.process import events as e
from setspace.core.process import ledger
from setspace.core.process.evolve_giving import passed_by_lead, passed_no_more
from setspace.core.process.leading import leads
from setspace.core.process.mapping import with_, without
from setspace.core.process.quiet import Said
from setspace.core.process.state import ABSENT, Phase, Setup, State

V = TypeVar("V")


def away_from_the_start(setup: Setup) -> dict[str, str]:
    """Who has said, before anybody was in the room, that they are not coming."""
    return {away.person: ABSENT for away in setup.away}


def prepared_anew(state: State, setup: Setup) -> dict[str, Any]:
    """Who passes, and the order of the turns, in a session that is prepared anew.

    On another day nothing of before counts, and no order for another plan.
    """
    if setup.starts_at != state.setup.starts_at:
        return {"passed": away_from_the_start(setup), "order": ()}
    passed = _passed_by_now(state, setup)
    instead = {away.person: away.instead for away in setup.away}
    gone = {person: instead.get(person, "") for person in state.order if person in passed}
    stays = setup.plan == state.setup.plan
    return {"passed": passed, "order": ledger.order_without(state.order, gone) if stays else ()}


def _passed_by_now(state: State, setup: Setup) -> dict[str, str]:
    """What was said in the room stays; who has said since that they are away, or come after all, counts."""
    away = away_from_the_start(setup)
    before = away_from_the_start(state.setup)
    comes_after_all = [one for one in before if one not in away and state.passed.get(one) == ABSENT]
    said_since = {one: why for one, why in away.items() if one not in before}
    return {**_less(state.passed, *comes_after_all), **said_since}


def turn_passed(state: State, event: e.TurnPassed) -> State:
    settled = state.order[: state.n_settled]
    still = without(state.order[state.n_settled :], event.person)
    is_undoable = state.phase is Phase.RUNNING and leads(state, event.by)
    return replace(
        state,
        order=(*settled, *still),
        passed=with_(state.passed, event.person, event.why),
        **(passed_by_lead(state, event.person) if is_undoable else {}),
    )


def turn_returned(state: State, event: e.TurnReturned) -> State:
    return replace(
        state,
        order=event.order,
        passed=_less(state.passed, event.person),
        **passed_no_more(state, event.person),
    )


def moment_needed(state: State, event: e.MomentNeeded) -> State:
    return replace(state, moments=with_(state.moments, event.by, value=False))


def moment_answered(state: State, event: e.MomentAnswered) -> State:
    if event.by == event.person:
        return replace(state, moments=_less(state.moments, event.person))
    return replace(state, moments=with_(state.moments, event.person, value=True))


def break_called(state: State, event: e.BreakCalled) -> State:
    since = event.at if state.paused_at is None else state.paused_at
    return replace(state, paused_at=since, held_for="break", break_until=event.until, back=())


def quiet_word_said(state: State, event: e.QuietWordSaid) -> State:
    said = Said(event.id, event.by, event.person, event.text, len(state.visits))
    return replace(state, quiet_words=(*state.quiet_words, said))


def still_passed(state: State, order: tuple[str, ...]) -> Mapping[str, str]:
    """Who holds no issue today, when this becomes the order: whoever is chosen holds one again."""
    return _less(state.passed, *order)


def unseen(state: State) -> Mapping[str, bool]:
    """The moments that nobody has seen yet: what was seen is over with the stage in which it was."""
    return {person: seen for person, seen in state.moments.items() if not seen}


def counted(state: State, person: str) -> Mapping[str, int]:
    """How often each was brought in over the whole session, with this once more."""
    if not person:
        return state.floors_in_all
    return with_(state.floors_in_all, person, state.floors_in_all.get(person, 0) + 1)


def with_leader(state: State, by: str) -> tuple[str, ...]:
    """Who has led so far, with whoever moved the session on just now; the room itself leads nobody."""
    is_known = by in state.has_led or state.seat(by) is None
    return state.has_led if is_known else (*state.has_led, by)


def without_seat(state: State, person: str) -> dict[str, Any]:
    """What changes when a seat is left. What was said quietly to that person goes with them."""
    words = tuple(word for word in state.quiet_words if person not in (word.by, word.person))
    return {
        "passed": _less(state.passed, person),
        "moments": _less(state.moments, person),
        "quiet_words": words,
        **passed_no_more(state, person),
    }


def _less(mapping: Mapping[str, V], *people: str) -> dict[str, V]:
    return {person: value for person, value in mapping.items() if person not in people}
