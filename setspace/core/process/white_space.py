"""The white space after a session: optional, unrecorded, and over at a time that is known."""

from setspace.core.process.state import MINUTE, State

ROUNDED = 5 * MINUTE  # people agree on 1:30pm, not on 1:28pm


def until(state: State) -> int | None:
    """When the white space is over, in epoch milliseconds; None where there is none, or none was left.

    It follows the end of the session and lasts as long as the plan says, but never beyond the time that
    was planned for it: a session that runs over takes from the white space, not from the evening.
    """
    length = state.plan.white_space * MINUTE
    if not length or state.ended_at is None or state.planned_end is None:
        return None
    begins = min(state.planned_end, -(-state.ended_at // ROUNDED) * ROUNDED)
    ends = begins + length
    return ends if ends > state.ended_at else None
