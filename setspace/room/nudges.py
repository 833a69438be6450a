"""Telling other processes that a room moved on. A nudge carries no content and may be lost.

Within PostgreSQL it is a notification, given out when the batch commits; where SETSPACE_REDIS_URL names a
Redis it is published there after the commit. With neither, processes find out by looking at the log.
"""

import logging
from collections.abc import Iterable, Sequence
from functools import lru_cache
from uuid import UUID, uuid4

import redis
from django.conf import settings
from django.db import connection

CHANNEL = "setspace_room"
THIS_PROCESS = uuid4().hex[:12]
PATIENCE_SECONDS = 0.5

logger = logging.getLogger("setspace.room")


def moved(room: UUID, number: int) -> str:
    return f"moved {room} {number}"


def present(room: UUID, people: Iterable[str]) -> str:
    return f"here {THIS_PROCESS} {room} {','.join(sorted(people))}"


def notify(messages: Sequence[str]) -> None:
    """Tell through the database, where it can. Within a transaction it is told when that commits."""
    if settings.REDIS_URL or connection.vendor != "postgresql" or not messages:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_notify(%s, said) FROM unnest(%s::text[]) AS said", [CHANNEL, list(messages)]
        )


def publish(messages: Sequence[str]) -> None:
    """Tell through Redis, where there is one. When it is away, nobody waits for it."""
    if not settings.REDIS_URL or not messages:
        return
    try:
        pipe = _redis(settings.REDIS_URL).pipeline(transaction=False)
        for message in messages:
            pipe.publish(CHANNEL, message)
        pipe.execute()
    except redis.RedisError as error:
        logger.warning("Redis did not take a nudge: %s", type(error).__name__)


@lru_cache(maxsize=2)
def _redis(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_timeout=PATIENCE_SECONDS, socket_connect_timeout=PATIENCE_SECONDS)
