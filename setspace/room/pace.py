"""How time runs in a room: as for everybody, or in a rehearsal faster, from the press of Start."""

from typing import Protocol

from setspace.lib import clock


class Pace(Protocol):
    """`rate` is how many seconds of the room pass in one of the wall's; 0 while it stands."""

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
    """Stands at ``starts_at`` (epoch milliseconds), then runs ``rate`` times as fast as the wall's clock."""

    def __init__(self, starts_at: int, rate: float) -> None:
        self._starts_at, self._rate = starts_at, rate
        self._began: float | None = None

    @property
    def rate(self) -> float:
        return 0.0 if self._began is None else self._rate

    def go(self) -> None:
        self._began = clock.ticks()

    def now_ms(self) -> int:
        if self._began is None:
            return self._starts_at
        return self._starts_at + round((clock.ticks() - self._began) * 1000 * self._rate)


AS_USUAL: Pace = AsUsual()
