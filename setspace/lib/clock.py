"""The only reader of the clock. Everything else is told what time it is."""

import time
from datetime import UTC, datetime

from django.conf import settings

_STARTED = datetime.now(UTC)


def now() -> datetime:
    """The product's time, in UTC. In the demo it may begin elsewhere, and run faster."""
    real = wall()
    began, speed = settings.BEGINS or _STARTED, rate()
    return real if (began, speed) == (_STARTED, 1.0) else began + (real - _STARTED) * speed


def now_ms() -> int:
    """`now` in milliseconds since 1970."""
    return int(now().timestamp() * 1000)


def rate() -> float:
    """Seconds of `now` in a second of the wall's clock: 1.0 outside the demo."""
    return float(settings.SPEED)


def wall() -> datetime:
    """The wall's time, whatever the demo does: for sign-in sessions and for retries of mail."""
    return datetime.now(UTC)


def ticks() -> float:
    """Seconds that never jump. They mean something only as a difference."""
    return time.monotonic()
