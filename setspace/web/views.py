"""Pages about the place itself: who can see what, getting help, and words for when something goes wrong."""

from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from setspace.room.writer import writer
from setspace.web.middleware import PERMISSIONS_TO_CHECK


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "web/privacy.html")


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "web/help.html")


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """How to prepare. The only page that may look at a camera and listen, in the browser alone."""
    answer = render(request, "web/ready.html")
    answer.headers["Permissions-Policy"] = PERMISSIONS_TO_CHECK
    return answer


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "web/accessibility.html")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """For whoever watches the server: both databases answer, and what rooms are asked is written down."""
    for name in connections:
        with connections[name].cursor() as cursor:
            cursor.execute("SELECT 1")
    rooms = writer.figures()
    if not rooms.is_up:
        return HttpResponse("The writer of the rooms is down.\n", content_type="text/plain", status=503)
    times = ", ".join(f"commit-p{n};dur={rooms.percentile(n / 100)}" for n in (50, 99))
    return HttpResponse("ok\n", content_type="text/plain", headers={"Server-Timing": times})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "web/400.html", status=400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "web/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "web/404.html", status=404)


def our_fault(request: HttpRequest) -> HttpResponse:
    """Drawn without the request: what went wrong may well be the database or the session."""
    return render(None, "web/500.html", status=500)


def form_not_accepted(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open for too long, in another browser, or somewhere else altogether."""
    return render(request, "web/form_not_accepted.html", status=403)
