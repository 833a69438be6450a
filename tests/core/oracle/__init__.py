"""A second opinion on a room: what may happen, and what each may then see, worked out another way.

It remembers what was asked and accepted, keeps its own time and its own lists, and knows of the
engine nothing but the form of commands and of plans. Where the two differ, one of them is wrong.
"""

from collections.abc import Callable

from setspace.core.process import commands as c
from tests.core.oracle.course import Course
from tests.core.oracle.sees import Facts, Sees
from tests.core.oracle.words import Words
from tests.core.oracle.world import THE_ROOM, Carried

__all__ = ["THE_ROOM", "Carried", "Facts", "Oracle"]

RULES: dict[type[c.Command], str] = {type_: name for name, type_ in c.COMMANDS.items()}  # a method each
RULES[c.Prepare] = "prepare"
RULES[c.Return] = "return_"
MAKES_SOMETHING = (c.KeepQuestion, c.SendQuestion, c.NoteAction)  # under the id of its call


class Oracle(Course, Words, Sees):
    last_heard = 0

    def asked(self, by: str, id_: str, what: c.Command, now: int) -> bool:
        """Whether this is to be accepted; if so, it has happened."""
        self.last_heard = now
        if not self._is_heard(by, what):
            return False
        rule: Callable[..., bool] = getattr(self, RULES[type(what)])
        under = (id_,) if isinstance(what, MAKES_SOMETHING) else ()
        accepted = rule(by, what, now, *under)
        if accepted:
            self.put_away_what_is_over()
            self.asked_for.append((now, by, id_, type(what).__name__))
        return accepted

    def _is_heard(self, by: str, what: c.Command) -> bool:
        """The room alone seats people; strangers are not heard, and after the close nobody is."""
        if isinstance(what, c.ROOM_ONLY) and by != THE_ROOM:
            return False
        if by != THE_ROOM and by not in self.people:
            return False
        if self.is_observer(by) and not isinstance(what, c.Arrive):
            return False
        return self.phase != "closed" or isinstance(what, c.LeaveSeat)
