"""How time runs in a room: as for everybody, or in a rehearsal faster and from a moment of its own."""

from typing import Protocol

from setspace.lib import clock


class Pace(Protocol):
    """`rate` is how many seconds of the room pass in one of the wall's."""

    @property
    def rate(self) -> float: ...

    def now_ms(self) -> int: ...


class AsUsual:
    """The product's own clock."""

    @property
    def rate(self) -> float:
        return clock.rate()

    def now_ms(self) -> int:
        return clock.now_ms()


class Faster:
    """Begins at ``starts_at`` (epoch milliseconds) and runs ``rate`` times as fast as the wall's clock."""

    def __init__(self, starts_at: int, rate: float) -> None:
        self._starts_at, self._rate, self._began = starts_at, rate, clock.ticks()

    @property
    def rate(self) -> float:
        return self._rate

    def now_ms(self) -> int:
        return self._starts_at + round((clock.ticks() - self._began) * 1000 * self._rate)


AS_USUAL: Pace = AsUsual()
