"""The server's one entrance: pages go to Django, the live room and the server's start and stop to `room`."""

import os
from collections.abc import Awaitable, Callable
from typing import Any

from django.core.asgi import get_asgi_application

# What a server hands over is described by ASGI; Django and `room` each have types of their own for it.
Application = Callable[[Any, Any, Any], Awaitable[None]]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "setspace.web.settings")
pages: Application = get_asgi_application()

from setspace.lib import vault  # noqa: E402  models can be imported only once Django is set up
from setspace.room import stream  # noqa: E402  models can be imported only once Django is set up

vault.refuse_without_master_key()


async def application(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "http":
        await pages(scope, receive, send)
    else:
        await stream.application(scope, receive, send)
