"""How often each member was heard: for who leads alone, never ranked, and gone when the session ends.

Counted are questions that were typed and times that somebody was brought in. Nobody's voice is measured.
"""

from collections import Counter
from typing import Any

from setspace.core.process.sight.onlooker import Onlooker


def voices(who: Onlooker) -> dict[str, Any]:
    """In this turn, and in all of the session so far; empty until somebody was heard."""
    state = who.state
    if not who.leads or not who.is_running:
        return {}
    in_all = Counter(asked.by for part in state.parts.values() for asked in part.asked)
    if not state.holder and not in_all and not state.floors_in_all:
        return {}
    now = Counter(asked.by for asked in who.part.asked) if state.holder else Counter()
    floors = state.floors_taken if state.holder else {}
    rows = [
        {
            **who.card(seat.person),
            "is_holder": seat.person == state.holder,
            "n_questions": now[seat.person],
            "n_floors": floors.get(seat.person, 0),
            "questions_in_all": in_all[seat.person],
            "floors_in_all": state.floors_in_all.get(seat.person, 0),
        }
        for seat in state.members
    ]
    most = max((max(now[seat.person], floors.get(seat.person, 0)) for seat in state.members), default=0)
    return {"rows": rows, "most": most, "in_turn": bool(state.holder)}
