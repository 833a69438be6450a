"""What the issue holder shows of their own: the copy that lies beside the log, and what it adds to a view.

In the log stands only that something of a kind is shown. Its content is read here, once for all who look.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from setspace.core.process.showing import Shown
from setspace.core.process.sight import View
from setspace.core.process.state import State
from setspace.records.changes import put_copy_away, show_copy
from setspace.records.queries import kinds_to_show, shown_html

Key = tuple[str, int, Shown | None]
NOBODY: Key = ("", 0, None)


@dataclass(frozen=True, slots=True)
class Beside:
    """What there is to show, and what is shown, at a stage of somebody's turn."""

    of: Key = NOBODY
    kinds: tuple[str, ...] = ()
    html: str = ""  # marked as such, so that it is not escaped once more


NOTHING = Beside()


def beside(room: UUID, learning_set: UUID, state: State, before: Beside) -> Beside:
    """What lies beside this state. It is read anew with every stage of a turn, and not otherwise."""
    key = (state.holder, len(state.visits), state.shown) if state.holder else NOBODY
    if key == before.of:
        return before
    if key == NOBODY:
        return NOTHING
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


def seen(view: View, found: Beside) -> View:
    """A view with what is shown in it. Where there is nothing to show, nothing is offered."""
    if not view:
        return view
    shown, show = view["shown"], view["show"]
    is_offered = bool(show) and (bool(found.kinds) or bool(show["shown"]))
    return {
        **view,
        "shown": {**shown, "html": found.html} if shown and found.html else {},
        "show": {**show, "kinds": list(found.kinds)} if is_offered else {},
    }
