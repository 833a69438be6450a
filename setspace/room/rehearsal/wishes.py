"""What somebody would like to do next, and the glance at the room from which that comes."""

from collections.abc import Callable, Container, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

from setspace.core.process.commands import Command

Region = dict[str, Any]
View = Mapping[str, Region]
Key = tuple[object, ...]
T = TypeVar("T")

SECOND = 1_000


@dataclass(frozen=True, slots=True)
class Wish:
    """A command, and how many seconds somebody thinks before they give it.

    The same ``key`` is the same wish, however often the room is looked at. ``since`` is a moment before
    which the thinking does not begin. What was done is not wished again, unless it ``may_repeat``.
    """

    key: Key
    command: Command
    least: float
    most: float
    since: int = 0
    may_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Glance:
    """One look at the room: only what is shown to this seat, and what its person remembers."""

    me: str
    view: View
    now: int
    chance: Random
    memory: MutableMapping[Key, Any]
    done: Container[Key]

    def region(self, name: str) -> Region:
        return self.view.get(name) or {}

    @property
    def visit(self) -> int:
        """The number of the stage that is on, as the clock shows it; 0 outside the session."""
        return int(self.region("clock").get("visit") or 0)

    @property
    def ends_at(self) -> int | None:
        """When the stage that is on has used its time; None while the clock is held."""
        ends_at = self.region("clock").get("ends_at")
        return None if ends_at is None else int(ends_at)

    @property
    def stage_number(self) -> int:
        """The place of the stage in its turn, from 0; -1 outside a turn."""
        stages = self.region("bar").get("stages") or []
        return next((number for number, stage in enumerate(stages) if stage["is_now"]), -1)

    @property
    def is_last_stage(self) -> bool:
        stages = self.region("bar").get("stages") or []
        return bool(stages) and bool(stages[-1]["is_now"])

    def drawn(self, key: Key, draw: Callable[[], T]) -> T:
        """What was drawn by chance for this key: once, and the same ever after."""
        if key not in self.memory:
            self.memory[key] = draw()
        found: T = self.memory[key]
        return found

    def happens(self, key: Key, share: float) -> bool:
        """Whether something happens that happens this often."""
        return self.drawn(key, lambda: self.chance.random() < share)


Habit = Callable[[Glance], Iterator[Wish]]
