"""What a person was in fact shown of what happens to people."""

from typing import Any

from setspace.core.process.sight import View

Facts = dict[str, Any]


def life(view: View) -> Facts:
    found: Facts = {}
    clock = view["clock"]
    if "held_for" in clock:
        found["held for"] = (clock["held_for"], clock["break_until"])
    if words := view["quiet_words"]:
        found["told quietly"] = [word["text"] for word in words["words"]]
    word, is_on = view["quiet_word"], view["bar"]["phase"] in ("waiting", "running")
    if word and not word["leads"]:
        found["just told"] = word["text"]
    if is_on:
        found |= _while_it_lasts(view)
    return found


def _while_it_lasts(view: View) -> Facts:
    own, moment = view["own_turn"], view["moment"]
    found: Facts = {"own turn": (own["why"], own["may_return"]) if own else None}
    if not moment["leads"]:
        found["moment"] = (moment["asked"], moment["may_break"])
        return found
    found["moments"] = (sorted(row["person"] for row in moment["rows"]), moment["may_break"])
    found["said quietly"] = [one["text"] for one in view["quiet_word"]["sent"]]
    if order := view["order"]:
        rows = (*order["chosen"], *order["others"])
        found["passed"] = {row["person"]: row["passed"] for row in rows if row["passed"]}
        found["instead"] = {row["person"]: row["instead"] for row in rows if row["instead"]}
    if (voices := view["voices"]) and voices["rows"]:
        fields = ("n_questions", "n_floors", "questions_in_all", "floors_in_all")
        found["voices"] = {row["person"]: tuple(row[field] for field in fields) for row in voices["rows"]}
    return found
