"""What a person was in fact shown: the facts in a view from the engine, in the oracle's plain values."""

import json
import re
from collections.abc import Callable
from typing import Any

from setspace.core.process.sight import View
from tests.core.oracle import Facts
from tests.core.seen_leading import is_observer, leading, observed
from tests.core.seen_life import life

MARKER = re.compile(r"m\d+\.")  # what the simulated people write


def markers(shown: object) -> set[str]:
    """Everything that somebody wrote and that is in here."""
    return set(MARKER.findall(json.dumps(shown, default=str)))


def facts(view: View) -> Facts:
    if not view:
        return {}
    if is_observer(view):
        shared = {**_questions(view), **_writing(view), **_round(view)} if view["people"] else {}
        theirs = {name: fact for name, fact in shared.items() if not name.startswith("my ")}
        return {**observed(view), **theirs}
    bar = view["bar"]
    return {
        "phase": bar["phase"],
        "leads": bar["leads"],
        "clock": _clock(view),
        **_beside(view),
        "tiles": {
            tile["person"]: tuple(tile[key] for key in ("is_holder", "has_floor", "is_present", "is_away"))
            for tile in view["people"]["people"]
        },
        **_questions(view),
        **_writing(view),
        **_round(view),
        **(_facilitator(view) if bar["leads"] else {}),
        **leading(view),
        **life(view),
        **_of_the_format(view),
        **_showing(view),
        **_after(view),
        **_time_given(view),
        "agenda": [(item["start"], item["kind"], item["when"]) for item in view["agenda"]["items"]],
    }


def _clock(view: View) -> Facts:
    if view["bar"]["phase"] != "running":
        return {}
    clock = view["clock"]
    return {key: clock[key] for key in ("visit", "ends_at", "held_left") if key in clock}


def _beside(view: View) -> Facts:
    found: Facts = {
        "white space": view["white_space"].get("until"),
        "wall": view["wall"].get("ends_at"),
    }
    if back := view["back"]:
        rows = back.get("rows", ())
        found["back"] = (
            [row["person"] for row in rows if row["is_back"]] if back["leads"] else back["is_back"]
        )
    return found


def _of_the_format(view: View) -> Facts:
    found: Facts = {}
    if still := view["still"]:
        found["still"] = (still["is_quiet"], still["is_turned_away"])
    if resources := view["resources"]:
        found["resources"] = (resources["is_asked"], resources["is_yours"])
    return found


def _showing(view: View) -> Facts:
    found: Facts = {}
    if shown := view["shown"]:
        found["shown"] = (shown["kind"], shown["is_yours"])
    if show := view["show"]:
        found["may show"] = show["shown"]
    return found


def _questions(view: View) -> Facts:
    found: Facts = {}
    if view["bar"]["phase"] == "running":
        found["key question"] = view["question"]["text"]
    if asked := view["asked"]:
        found["asked"] = [(q["id"], q["person"], q["text"], q["is_moved"]) for q in asked["questions"]]
    if held := view["held"]:
        found["held"] = [(one["id"], one["text"]) for one in held["questions"]]
    if queue := view["queue"]:
        asking = queue["asking"]["person"] if queue["asking"] else ""
        waiting = [one["person"] for one in queue["waiting"]]
        found["queue"] = (asking, waiting, queue["may_ask"], queue["may_leave"])
    return found


def _writing(view: View) -> Facts:
    found: Facts = {}
    if wording := view["wording"]:
        found["issue"] = wording["issue"]
        found["wordings"] = [(one["text"], one["is_pinned"]) for one in wording["wordings"]]
    if actions := view["actions"]:
        found["actions"] = (actions["holder_id"], _rows(actions["actions"]), actions["may_note"])
    return found


def _rows(actions: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    fields = ("key", "what", "by_when", "first_step", "confidence")
    return [tuple(action[field] for field in fields) for action in actions]


def _round(view: View) -> Facts:
    round_ = view["round"]
    if not round_:
        return {}
    rows = {row["person"]: row for row in round_["rows"]}
    said = {person: row["words"] if row["is_done"] else None for person, row in rows.items()}
    own: dict[str, Callable[[], Facts]] = {
        "check_in": lambda: {"said": said, "my check-in": _if_done(view["check_in"], "words")},
        "bids": lambda: {
            "bids made": {one: _bid(row) if row["is_done"] else None for one, row in rows.items()},
            "my bid": _bid(view["bid"]) if view["bid"] and view["bid"]["is_done"] else None,
        },
        "reports": lambda: {
            "told": {one: [_told(action) for action in row["actions"]] for one, row in rows.items()},
            "my reports": [_told(action) for action in view["reports"].get("actions", ())],
        },
        "echo": lambda: {"echoes": said},
        "score": lambda: {
            "scored": {one: row["is_done"] for one, row in rows.items()},
            "scores": round_["scores"],
            "my score": view["score"]["value"] if view["score"] else None,
        },
    }
    return own[round_["kind"]]()


def _if_done(region: dict[str, Any], field: str) -> Any:
    return region[field] if region and region["is_done"] else None


def _bid(row: dict[str, Any]) -> tuple[str, int]:
    return (row.get("line") or row["words"], row["alive"])


def _told(action: dict[str, Any]) -> tuple[str, str, str]:
    return (action["what"], action["did"], action["learned"])


def _facilitator(view: View) -> Facts:
    now = view["now"]
    late = view["late"]
    found: Facts = {"seen": now["seen"], "late": late["minutes"] if late else None}
    if now["phase"] == "running":
        found |= {"may back": now["may_back"], "unused": now["unused_minutes"]}
        found["needs holder"] = now["needs_holder"]
    if (voices := view["voices"]) and voices["in_turn"]:
        found["issue in hand"] = now["issue"]
    if order := view["order"]:
        chosen = [(one["person"], one["is_settled"], _asked_for(one)) for one in order["chosen"]]
        found["order"] = (chosen, [(one["person"], _asked_for(one)) for one in order["others"]])
    return found


def _time_given(view: View) -> Facts:
    found: Facts = {}
    if ways := view["giving"]:
        kinds = sorted(way["kind"] for way in ways["ways"])
        asked = ways["asked"]
        found["ways"] = (kinds, ways["longer"] is not None)
        found["asked of all"] = (asked["n_agreed"], asked["n_waiting"]) if asked else None
        found["may undo"] = bool(ways["undo"])
    if consent := view["consent"]:
        found["my yes"] = consent["has_agreed"]
    if given := view["given"]:
        found["ends"] = given["end"]
    if ledger := view["ledger"]:
        found["ledger"] = {
            row["person"]: (row["standing"], row["minutes"], row["gave"]) for row in ledger["rows"]
        }
    return found


def _asked_for(row: dict[str, Any]) -> tuple[str, int] | None:
    return (row["bid"]["line"], row["bid"]["alive"]) if row["bid"] else None


def _after(view: View) -> Facts:
    found: Facts = {}
    if part := view["part"]:
        rows = _rows(part["actions"])
        found["part"] = (part["issue"], part["question"], rows, part["version"], part["is_approved"])
    if parts := view["parts"]:
        found["parts"] = [(row["person"], row["is_approved"]) for row in parts["rows"]]
    return found
