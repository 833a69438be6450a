"""My questions: counts by session, for the author alone."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from setspace.records import changes, queries
from setspace.records.views.asking import asker


@require_safe
@login_required
def own_questions(request: HttpRequest) -> HttpResponse:
    return render(request, "records/own_questions.html", {"counts": queries.own_counts(asker(request))})


@require_POST
@login_required
def erased_counts(request: HttpRequest) -> HttpResponse:
    changes.erase_counts(asker(request))
    messages.success(request, "Your counts are erased.")
    return redirect("records:own_questions")
