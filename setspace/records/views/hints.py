"""A hint for whoever writes, where something may point to somebody. What they typed is read and forgotten."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from setspace.core.discretion import LOOKS_LIKE, found_in
from setspace.records import queries
from setspace.records.views.asking import asker

MOST_LETTERS = 20_000
MOST_TOLD = 3
MOST_REPEATED = 60  # of what is repeated
INSTEAD = "A role or initials may do."


@never_cache
@sensitive_post_parameters()
@sensitive_variables()
@require_POST
@login_required
def hints(request: HttpRequest) -> HttpResponse:
    """What there is to say about a text, in a few sentences; empty where there is nothing."""
    text = str(request.POST.get("text", ""))[:MOST_LETTERS]
    return JsonResponse({"says": _said(text, queries.names_around(asker(request)))})


@sensitive_variables()
def _said(text: str, names: frozenset[str]) -> str:
    found = found_in(text, names)[:MOST_TOLD]
    told = [f"“{_short(text[one.start : one.end])}” {LOOKS_LIKE[one.kind]}." for one in found]
    return " ".join([*dict.fromkeys(told), INSTEAD]) if told else ""


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= MOST_REPEATED else f"{plain[:MOST_REPEATED]}…"
