"""Hearing other processes' nudges, from Redis or from PostgreSQL. A bus that goes away is waited for."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from typing import Any

import psycopg
import redis.asyncio
from django.conf import settings
from django.db import connection
from redis.exceptions import RedisError

from setspace.room.nudges import CHANNEL

AGAIN_SECONDS = 1.0
IDLE_SECONDS = 5.0

logger = logging.getLogger("setspace.room")


def has_bus() -> bool:
    return bool(settings.REDIS_URL) or connection.vendor == "postgresql"


async def listen(hear: Callable[[str], None], on_return: Callable[[], None]) -> None:
    """Hear every nudge. Whenever the bus is back, `on_return` is called: something may have been missed."""
    while has_bus():
        try:
            on_return()
            async for message in _redis_messages() if settings.REDIS_URL else _postgres_messages():
                hear(message)
        except (OSError, RedisError, psycopg.Error) as error:
            logger.warning("The bus went away: %s", type(error).__name__)
        await asyncio.sleep(AGAIN_SECONDS)


async def _redis_messages() -> AsyncIterator[str]:
    client = redis.asyncio.Redis.from_url(settings.REDIS_URL, decode_responses=True)
    async with client, client.pubsub(ignore_subscribe_messages=True) as bus:
        await bus.subscribe(CHANNEL)
        while True:
            message = await bus.get_message(timeout=IDLE_SECONDS)
            if message is not None:
                yield str(message["data"])


async def _postgres_messages() -> AsyncIterator[str]:
    async with await psycopg.AsyncConnection.connect(autocommit=True, **_postgres_address()) as line:
        await line.execute(f"LISTEN {CHANNEL}")
        async for notice in line.notifies():
            yield notice.payload


def _postgres_address() -> dict[str, Any]:
    named = connection.settings_dict
    pairs = {
        "dbname": named["NAME"],
        "user": named["USER"],
        "password": named["PASSWORD"],
        "host": named["HOST"],
        "port": named["PORT"],
    }
    return {name: value for name, value in pairs.items() if value}
