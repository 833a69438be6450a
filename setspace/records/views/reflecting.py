"""Looking back: the five-part review, finding one's own words, and sharing a piece of them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.lib import clock
from setspace.records import access, changes
from setspace.records.changes.sharing import sharing_form
from setspace.records.forms import PAGES
from setspace.records.forms_reflecting import ReviewForm, SearchForm, SharingForm
from setspace.records.queries import journal, shared
from setspace.records.queries.own import draft_of
from setspace.records.views.asking import asker
from setspace.records.views.keeping import is_typing, kept, not_kept


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def review(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Five headings after a session, each of them optional."""
    person = asker(request)
    meeting, sheet = access.review_of(person, meeting_id)
    form = ReviewForm(request.POST or None, initial=journal.review_parts(person, sheet))
    if request.method == "POST" and form.is_valid():
        changes.write_review(person, meeting, form.parts, clock.now())
        if is_typing(request):
            return kept(person, request.path)
        messages.success(request, "Kept, for you alone.")
        return redirect("records:reflections")
    if is_typing(request):
        return not_kept()
    context = {"form": form, "meeting": meeting, "own": journal.entry_of(person, sheet) if sheet else None}
    return render(request, "records/review.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def search(request: HttpRequest) -> HttpResponse:
    """What is looked for is posted, so that it stands in no address and no log."""
    form = SearchForm(request.POST or None)
    words = form.cleaned_data["words"] if request.method == "POST" and form.is_valid() else ""
    found = journal.found_in_journal(asker(request), words)
    return render(request, "records/reflection_search.html", {"form": form, "words": words, "found": found})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def sharing(request: HttpRequest, reflection_id: UUID) -> HttpResponse:
    person = asker(request)
    entry = journal.entry_of(person, access.own_words_of(person, reflection_id))
    sets, draft = shared.sets_to_share_with(person), sharing_form(entry.row.pk)
    about = str(entry.meeting.learning_set_id) if entry.meeting else ""
    initial = {"text": draft_of(person, draft) or entry.text, "learning_set": about}
    form = SharingForm(request.POST or None, sets=sets, initial=initial)
    if is_typing(request):
        changes.keep_draft(person, draft, request.POST.get("text", "")[:PAGES])
        return kept(person, request.path)
    if request.method == "POST" and form.is_valid():
        chosen = next(one for one in sets if str(one.pk) == form.cleaned_data["learning_set"])
        changes.share_piece(person, chosen, entry.row.pk, form.cleaned_data["text"], clock.now())
        changes.drop_draft(person, draft)
        messages.success(request, f"Shared with {chosen.name}. You can take it back at any time.")
        return redirect("records:shared", set_id=chosen.pk)
    return render(request, "records/sharing.html", {"form": form, "entry": entry, "sets": sets})


@require_safe
@login_required
def shared_with_set(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person = asker(request)
    learning_set, pieces = access.shared_in(person, set_id)
    context = {
        "learning_set": learning_set,
        "current": "shared",
        "pieces": shared.opened_pieces(person, pieces),
    }
    return render(request, "records/shared.html", context)


@require_POST
@login_required
def taking_back(request: HttpRequest, piece_id: UUID) -> HttpResponse:
    changes.take_back(access.shared_piece_of(asker(request), piece_id))
    messages.success(request, "Taken back. It is on nobody else’s page any more.")
    return redirect("records:reflections")
