"""What the issue holder shows to the set. What stands in it is added at the edge, and is in no event."""

from typing import Any

from setspace.core.process.sight.onlooker import Onlooker


def shown(who: Onlooker) -> dict[str, Any]:
    """That something is shown, to everybody but whoever has turned away."""
    it = who.state.shown
    if it is None or who.is_turned_away:
        return {}
    return {"kind": it.kind, "first_name": who.first_name(it.by), "is_yours": it.by == who.id}


def show(who: Onlooker) -> dict[str, Any]:
    """For the issue holder: to show something of their own, and to take it back by one press."""
    step, it = who.step, who.state.shown
    if not who.is_holder or step is None or step.is_choosing or (who.is_still and it is None):
        return {}
    return {"shown": it.kind if it else ""}
