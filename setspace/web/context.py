"""What every page may know about the place it is shown in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def place(request: HttpRequest) -> dict[str, Any]:
    return {"demo": settings.DEMO, "sign_up_is_open": settings.SIGN_UP == "open"}
