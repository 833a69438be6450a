"""Who is in the room at this moment. It is kept in memory: it is not part of what happened."""

from collections.abc import Collection

ABSENT_AFTER = 25.0  # seconds without a sign of life; a page gives one each ten


class Presence:
    """Signs of life in one room: those that this process hears, and what others tell of theirs."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}
        self._elsewhere: dict[str, tuple[float, frozenset[str]]] = {}

    def here(self, person: str, at: float) -> None:
        self._seen[person] = at

    def gone(self, person: str) -> None:
        self._seen.pop(person, None)

    def heard(self, process: str, people: Collection[str], at: float) -> None:
        """What another process tells of the people whom it hears."""
        self._elsewhere[process] = (at, frozenset(people))

    def own(self, at: float) -> frozenset[str]:
        """Those whom this process hears."""
        return frozenset(person for person, seen in self._seen.items() if at - seen < ABSENT_AFTER)

    def elsewhere(self, at: float) -> frozenset[str]:
        """Those whom other processes hear."""
        told = [people for heard, people in self._elsewhere.values() if at - heard < ABSENT_AFTER]
        return frozenset().union(*told)

    def everybody(self, at: float) -> frozenset[str]:
        return self.own(at) | self.elsewhere(at)
