"""What is left when the session has ended: time together of which nothing is kept."""

from typing import Any

from setspace.core.process import white_space as rule
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import Phase


def white_space(who: Onlooker) -> dict[str, Any]:
    """Until when it is, for everybody, while the room is open and it lasts."""
    until = rule.until(who.state)
    if who.state.phase is not Phase.ENDED or until is None or who.now >= until:
        return {}
    return {"until": until, "zone": who.state.setup.zone, "leads": who.leads}
