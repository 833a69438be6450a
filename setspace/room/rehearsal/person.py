"""A simulated person: looks at the room from their seat, thinks, and does one thing at a time."""

from random import Random
from typing import Any

from setspace.core.process.commands import Command
from setspace.room.rehearsal.facilitating import FACILITATING
from setspace.room.rehearsal.taking_part import CHARACTER, TAKING_PART, Character
from setspace.room.rehearsal.wishes import SECOND, Glance, Habit, Key, View, Wish

AGAIN_AFTER = 15 * SECOND


class SimulatedPerson:
    """Answers like a person, from a seeded chance: the same seed and the same room give the same session.

    ``look`` says when this person will do something if nothing changes before; ``act`` what it is, once
    that moment has come. Whatever the room shows them in between may change their mind.
    """

    def __init__(
        self,
        person: str,
        character: Character,
        chance: Random,
        *,
        leads: bool = False,
        habits: tuple[Habit, ...] = TAKING_PART,
    ) -> None:
        self.person = person
        self._chance = chance
        self._habits: tuple[Habit, ...] = FACILITATING if leads else habits
        self._memory: dict[Key, Any] = {CHARACTER: character}
        self._done: dict[Key, int] = {}
        self._due: dict[Key, int] = {}

    def look(self, view: View, now: int) -> int | None:
        """When this person will next do something, or None if there is nothing that they wish."""
        wishes = self._wishes(view, now)
        return min((self._due[key] for key in wishes), default=None)

    def act(self, view: View, now: int) -> Command | None:
        """What this person does now, or None if they are still thinking."""
        wishes = self._wishes(view, now)
        ready = [key for key in wishes if self._due[key] <= now]
        if not ready:
            return None
        first = min(ready, key=lambda key: self._due[key])
        self._done[first] = now
        return wishes[first].command

    def wake(self) -> None:
        """Think anew about everything: after somebody else has held this seat for a while."""
        self._due.clear()

    def _wishes(self, view: View, now: int) -> dict[Key, Wish]:
        """What this person wishes now, each with the moment at which they will do it."""
        glance = Glance(self.person, view, now, self._chance, self._memory, self._done)
        found = {
            wish.key: wish for habit in self._habits for wish in habit(glance) if self._is_open(wish, now)
        }
        self._due = {key: self._due.get(key) or self._thought_over(wish, now) for key, wish in found.items()}
        return found

    def _is_open(self, wish: Wish, now: int) -> bool:
        done = self._done.get(wish.key)
        return done is None or (wish.may_repeat and now - done >= AGAIN_AFTER)

    def _thought_over(self, wish: Wish, now: int) -> int:
        return max(now, wish.since) + round(self._chance.uniform(wish.least, wish.most) * SECOND)
