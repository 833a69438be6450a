"""The page of a programme, open to everybody, and the same page before it is."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from setspace.hosts import access
from setspace.hosts.models import Programme
from setspace.hosts.queries.public import public_page
from setspace.hosts.queries.structured import structured
from setspace.lib import clock

KEPT = "public, max-age=60"  # a minute: dates move, and a page that is taken down must go


@require_safe
def programme(request: HttpRequest, host: str, programme: str) -> HttpResponse:
    response = _page(request, access.public_programme(host, programme), is_public=True)
    response.headers["Cache-Control"] = KEPT
    return response


@require_safe
@login_required
def preview(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    return _page(request, access.programme_for(request.user, programme_id), is_public=False)


def _page(request: HttpRequest, found: Programme, *, is_public: bool) -> HttpResponse:
    page = public_page(found, clock.now())
    path = reverse("hosts:public", args=[found.host.slug, found.slug])
    context = {
        "page": page,
        "data": structured(page, path),
        "is_public": is_public,
        "address": f"{settings.ORIGIN}{path}",
    }
    return render(request, "hosts/public.html", context)
