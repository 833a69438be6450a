"""Rounds and session plans: the list of them, one of them, and what somebody does with their own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.core.process.files import Course, to_file
from setspace.lib import clock
from setspace.programmes import changes
from setspace.programmes.access import format_for, leads_a_set, own_format_of, person_of
from setspace.programmes.forms import FormatFileForm
from setspace.programmes.queries import formats as queries
from setspace.programmes.queries.strips import strip_of_parts


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def formats(request: HttpRequest) -> HttpResponse:
    """All formats that somebody can open; a POST brings one in from a file."""
    person, form = person_of(request), FormatFileForm()
    if request.method == "POST":
        form = FormatFileForm(request.POST, request.FILES)
        if form.is_valid() and form.thing is not None:
            try:
                return _brought_in(request, changes.take_copy(form.thing, person, clock.now()).key)
            except changes.Refused as refusal:
                form.add_error("file", str(refusal))
    return render(request, "programmes/formats.html", {"shelf": queries.shelf_of(person), "form": form})


@login_required
@require_safe
def format_page(request: HttpRequest, key: str) -> HttpResponse:
    page = _page_of(request, key)
    parts = page.thing.plan.blocks if isinstance(page.thing, Course) else page.thing.stages
    context = {
        "page": page,
        "strip": strip_of_parts(parts, page.minutes),
        "sessions": queries.sessions_with(page.own) if page.own and page.is_mine else [],
        "may_share": page.is_mine and leads_a_set(request.user),
    }
    return render(request, "programmes/format.html", context)


@login_required
@require_POST
def copies(request: HttpRequest, key: str) -> HttpResponse:
    """One more of one's own, which begins as this one is."""
    page = _page_of(request, key)
    title = f"{page.title[:70].rstrip()} (copy)"
    try:
        own = changes.take_copy(page.thing, person_of(request), clock.now(), title)
    except changes.Refused as refusal:
        messages.warning(request, f"{refusal}.")
        return redirect("programmes:formats")
    messages.success(request, "This is your copy. Only you see it, until you share it.")
    return redirect("programmes:format_draft", own.key)


@login_required
@require_safe
def file(request: HttpRequest, key: str) -> HttpResponse:
    page = _page_of(request, key)
    name = slugify(page.title) or page.key
    response = HttpResponse(to_file(page.thing), content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


@login_required
@require_POST
def sharing(request: HttpRequest, key: str) -> HttpResponse:
    """Shared with all who facilitate here, or taken back."""
    own = own_format_of(request.user, key)
    if request.POST.get("share") == "no":
        changes.take_back_format(own)
        messages.success(request, "Only you see it now. Copies that others have made stay theirs.")
        return redirect("programmes:format", key)
    try:
        changes.share_format(own, clock.now())
    except changes.Refused as refusal:
        messages.warning(request, f"{refusal}.")
    else:
        messages.success(request, "Everybody who facilitates here can read and copy it now.")
    return redirect("programmes:format", key)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def removal(request: HttpRequest, key: str) -> HttpResponse:
    """A page that asks once more, and the end of a format."""
    own = own_format_of(request.user, key)
    context = {"own": own, "sessions": queries.sessions_with(own)}
    if request.method != "POST":
        return render(request, "programmes/format_removal.html", context)
    try:
        changes.remove_format(own)
    except changes.Refused as refusal:
        return render(request, "programmes/format_removal.html", {**context, "refusal": str(refusal)})
    messages.success(request, f"{own.title} is removed.")
    return redirect("programmes:formats")


def _page_of(request: HttpRequest, key: str) -> queries.FormatPage:
    ours = queries.our_page(key)
    return ours or queries.own_page(format_for(request.user, key), person_of(request))


def _brought_in(request: HttpRequest, key: str) -> HttpResponse:
    page = queries.own_page(own_format_of(request.user, key), person_of(request))
    if page.faults:
        messages.warning(request, f"{page.title} is here as a draft: it does not add up yet.")
        return redirect("programmes:format_draft", key)
    messages.success(request, f"{page.title} is here. Only you see it, until you share it.")
    return redirect("programmes:format", key)
