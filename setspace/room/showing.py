"""What people prepared, beside the log: what an issue holder shows of it, and what a bid may begin with.

In the log stands only that something of a kind is shown. Its content is read here, once for all who look.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from setspace.core.process.formats import Artefact
from setspace.core.process.showing import Shown
from setspace.core.process.sight import View
from setspace.core.process.state import State
from setspace.records.changes import put_copy_away, show_copy
from setspace.records.queries import kinds_to_show, own_bids, shown_html

Key = tuple[str, int, Shown | None]
NOBODY: Key = ("", 0, None)


@dataclass(frozen=True, slots=True)
class Beside:
    """What there is to show, and what is shown, in somebody's turn; or what each would bid with."""

    of: Key = NOBODY
    kinds: tuple[str, ...] = ()
    html: str = ""  # marked as such, so that it is not escaped once more
    bids: Mapping[str, tuple[str, int]] = field(default_factory=dict)  # by person: the line, how alive


NOTHING = Beside()


def beside(room: UUID, learning_set: UUID, state: State, before: Beside) -> Beside:
    """What lies beside this state. It is read anew with each stage of a turn or of bids, not otherwise."""
    has_bids = state.step is not None and Artefact.BIDS in state.step.writes
    key = (state.holder, len(state.visits), state.shown) if state.holder or has_bids else NOBODY
    if key == before.of:
        return before
    if key == NOBODY:
        return NOTHING
    if has_bids:
        return Beside(key, bids=own_bids(learning_set))
    shown = state.shown
    html = shown_html(room, shown.by, shown.kind) if shown else ""
    return Beside(key, kinds_to_show(UUID(state.holder), learning_set), html)


def follow(room: UUID, before: State, after: State) -> None:
    """In the transaction of what happened: make the copy that is shown now, or put away the one that was."""
    shown = after.shown
    if shown == before.shown:
        return
    if shown is None:
        put_copy_away(room)
    else:
        at = datetime.fromtimestamp(shown.at / 1000, UTC)
        show_copy(room, UUID(shown.by), shown.kind, at)


def seen(view: View, person: str, found: Beside) -> View:
    """A view with what is shown in it. Where there is nothing to show, nothing is offered.

    A bid that was not made yet begins with what this person prepared; nobody else sees it before they ask.
    """
    if not view:
        return view
    shown, show, bid = view["shown"], view["show"], view["bid"]
    if bid and not bid["is_done"] and person in found.bids:
        line, alive = found.bids[person]
        bid = {**bid, "line": line, "alive": alive, "is_prepared": True}
    is_offered = bool(show) and (bool(found.kinds) or bool(show["shown"]))
    return {
        **view,
        "bid": bid,
        "shown": {**shown, "html": found.html} if shown and found.html else {},
        "show": {**show, "kinds": list(found.kinds)} if is_offered else {},
    }
