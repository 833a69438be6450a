"""Who leads a session, who may look on as an observer, and whose turn it is to lead next.

Usually the facilitators lead. Somebody else may hold the lead for a while: a stand-in, or each in turn
in a set that facilitates itself and so has no facilitator's seat. Facilitators may lead all the time.
"""

from collections.abc import Mapping, Sequence

from setspace.core.process.state import Role, Seat, State


def leaders(state: State) -> tuple[str, ...]:
    """Who holds the process now: whoever has taken the lead, else the facilitators; nobody perhaps."""
    if state.lead:
        return (state.lead,)
    return tuple(seat.person for seat in state.seats if seat.role is Role.FACILITATOR)


def leads(state: State, person: str) -> bool:
    """Whether somebody may lead now: every facilitator, and whoever has the lead."""
    seat = state.seat(person)
    return seat is not None and (seat.role is Role.FACILITATOR or person == state.lead)


def facilitates_itself(state: State) -> bool:
    """Whether a set has nobody who facilitates, so that its members lead in turn."""
    return all(seat.role is not Role.FACILITATOR for seat in state.seats)


def may_take_over(state: State, person: str) -> bool:
    """Whether somebody may take the lead unasked: the stand-in, or any member where all lead in turn."""
    seat = state.seat(person)
    if seat is None or seat.role is not Role.MEMBER or person == state.lead:
        return False
    return person == state.stand_in or facilitates_itself(state)


def is_admitted(state: State, observer: str) -> bool:
    """Whether an observer may look on: every member who has arrived has said yes, and somebody has."""
    here = [seat.person for seat in state.members if seat.person in state.arrived]
    answers = state.consents.get(observer, {})
    return bool(here) and all(answers.get(person, False) for person in here)


def is_declined(state: State, observer: str) -> bool:
    """Whether a member would rather be without an observer today."""
    answers = state.consents.get(observer, {})
    return not all(answers.get(seat.person, True) for seat in state.members)


def next_lead(seats: Sequence[Seat], n_led: Mapping[str, int]) -> str:
    """Whose turn it is to lead: of the members who led fewest sessions the first; empty without members."""
    members = [seat.person for seat in seats if seat.role is Role.MEMBER]
    return min(members, key=lambda person: n_led.get(person, 0), default="")
