"""A session in which everything was written that can be, at each of its stages, and what is shown of it."""

import json
from functools import cache

from setspace.core.process import commands as c
from setspace.core.process.sight import View, sight
from setspace.core.process.state import State
from tests.core.rooms import ADE, INES, MEI, MEIS_OLD_ACTION, MEMBERS, SAM, TOM, LiveRoom, room_for

HERE = frozenset([ADE, MEI, TOM])
SEEN: dict[tuple[int, str, int], tuple[State, View]] = {}  # a state that is kept keeps its id
KEPT, ASKED, ISSUE, WORDING, WHAT = (
    "marker kept.",
    "marker asked.",
    "marker issue.",
    "marker wording.",
    "marker what.",
)


def view(room: LiveRoom, person: str) -> View:
    """What somebody is shown, worked out once for each moment: many tests look at the same."""
    moment = (id(room.state), person, room.now)
    if moment not in SEEN:
        SEEN[moment] = (room.state, sight(room.state, person, room.now, HERE))
    return SEEN[moment][1]


def shown(room: LiveRoom, person: str) -> str:
    return json.dumps(view(room, person))


@cache
def session() -> dict[str, LiveRoom]:
    """A room at each stage of a session in which everything was written that can be."""
    room = room_for()
    found = {"waiting": room.copy()}
    for person in (ADE, *MEMBERS):
        room.do(person, c.Arrive())
    room.start()
    while room.state.step is not None:
        _write(room)
        found.setdefault(room.stage, room.copy())
        room.next(after=room.state.step.minutes)
    found["ended"] = room.copy()
    room.do(ADE, c.Close())
    return {**found, "closed": room}


def _write(room: LiveRoom) -> None:
    if room.stage == "check-in":
        room.do(TOM, c.CheckIn("marker check-in."))
    if room.stage == "update":
        room.do(MEI, c.ReportAction(MEIS_OLD_ACTION.key, "done", "marker did.", "marker learned."))
    if room.stage == "tell" and room.state.holder == MEI:
        room.do(MEI, c.NameIssue(ISSUE))
        room.do(MEI, c.WordQuestion(WORDING))
    if room.stage == "facts" and room.state.holder == MEI:
        room.do(TOM, c.KeepQuestion(KEPT), "kept")
        room.do(INES, c.SendQuestion(ASKED), "asked")
        room.do(MEI, c.MarkQuestion("asked", moved=True))
    if room.stage == "actions" and room.state.holder == MEI:
        room.do(MEI, c.NoteAction(WHAT))
    if room.stage == "review":
        for value, person in enumerate((SAM, TOM, MEI, INES), start=6):
            room.do(person, c.Score(value))
