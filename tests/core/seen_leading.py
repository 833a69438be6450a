"""What a person was shown of who leads, and of who looks on; and all that an observer was shown."""

from setspace.core.process.sight import View
from tests.core.oracle import Facts
from tests.core.oracle.leading import AN_OBSERVER_SEES


def leading(view: View) -> Facts:
    shown = view["leading"]
    if not shown:
        return {"lead": None}
    leader, stand_in = (shown[key]["person"] if shown[key] else "" for key in ("leader", "stand_in"))
    found: Facts = {"lead": (leader, stand_in, shown["offer"])}
    if shown["leads"] and "may_hand_to" in shown:
        found["may lead next"] = sorted(one["person"] for one in shown["may_hand_to"])
        found["may stand in"] = [one["person"] for one in shown["may_name"]]
    if observing := view["observing"]:
        found["observers"] = [
            (row["person"], row["is_admitted"], row["is_declined"], row["mine"]) for row in observing["rows"]
        ]
    return found


def is_observer(view: View) -> bool:
    return bool(view["observing"]) and view["observing"]["is_observer"]


def observed(view: View) -> Facts:
    """What an observer was shown; ``more`` is what was none of theirs."""
    is_covered = not view["observing"]["is_admitted"]
    theirs = {"bar", "observing"} if is_covered else AN_OBSERVER_SEES
    found: Facts = {
        "phase": view["bar"]["phase"],
        "covered": is_covered,
        "more": [name for name, region in view.items() if region and name not in theirs],
    }
    if is_covered:
        found["more"] += [key for key in ("turn_of", "block", "stages", "leads") if view["bar"][key]]
    return found
