"""A break: whether the onlooker is back, and for the facilitator who is."""

from typing import Any

from setspace.core.process import breaks
from setspace.core.process.sight.onlooker import Onlooker


def back(who: Onlooker) -> dict[str, Any]:
    """A member says that they are back; the facilitator sees who has said so."""
    state = who.state
    if not breaks.is_on(state):
        return {}
    if not who.leads:
        return {"leads": False, "is_back": who.id in state.back}
    rows = [{**who.card(seat.person), "is_back": seat.person in state.back} for seat in state.members]
    return {"leads": True, "rows": rows, "n_back": sum(row["is_back"] for row in rows)}
