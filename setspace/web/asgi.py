"""The server's one entrance: pages go to Django, the live room and the server's start and stop to `room`."""

import os

from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, Scope
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "setspace.web.settings")
pages = get_asgi_application()

from setspace.lib import vault  # noqa: E402  models can be imported only once Django is set up
from setspace.room import stream  # noqa: E402  models can be imported only once Django is set up

vault.refuse_without_master_key()


async def application(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    if scope["type"] == "http":
        await pages(scope, receive, send)
    else:
        await stream.application(scope, receive, send)
