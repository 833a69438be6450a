"""The editor of a format of one's own: it says at once what does not add up."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods, require_POST

from setspace.lib import clock
from setspace.programmes import changes
from setspace.programmes.access import own_format_of
from setspace.programmes.forms import FormatEditor, moved
from setspace.programmes.models import OwnFormat
from setspace.programmes.queries import formats as queries

MEANWHILE = (
    "This was changed in another window since you opened it here. To keep what stands here, save again"
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, key: str) -> HttpResponse:
    """What cannot be understood is not saved; what does not add up is saved as a draft."""
    own = own_format_of(request.user, key)
    if request.method != "POST":
        editor = FormatEditor.of(queries.body_of(own), queries.formats_for(own.owner))
        return _page(request, own, editor)
    if "press" in request.POST:
        data = moved(request.POST, request.POST["press"], is_plan=own.is_plan)
        return _page(
            request, own, FormatEditor(key, queries.formats_for(own.owner), data, is_plan=own.is_plan)
        )
    editor = _sent(request, own)
    if editor.body is None:
        return _page(request, own, editor, failed=True)
    if request.POST.get("seen") != own.changed_at.isoformat():
        return _page(request, own, editor, refusal=MEANWHILE)
    try:
        changes.save_format(own, editor.body, clock.now())
    except changes.Refused as refusal:
        return _page(request, own, editor, refusal=str(refusal))
    return _saved(request, own, editor)


@login_required
@require_POST
def soundness(request: HttpRequest, key: str) -> HttpResponse:
    """How what is typed stands, region by region. Nothing is saved."""
    own = own_format_of(request.user, key)
    editor = _sent(request, own)
    return JsonResponse({"regions": _regions(editor), "invalid": editor.invalid})


def _sent(request: HttpRequest, own: OwnFormat) -> FormatEditor:
    return FormatEditor(own.key, queries.formats_for(own.owner), request.POST, is_plan=own.is_plan)


def _saved(request: HttpRequest, own: OwnFormat, editor: FormatEditor) -> HttpResponse:
    if editor.faults:
        messages.warning(request, "Saved as a draft. It cannot be used for a session until it adds up.")
        return redirect("programmes:format_draft", own.key)
    used = "You can choose it for your sessions." if own.is_plan else "Your session plans can use it."
    messages.success(request, f"Saved. It adds up. {used}")
    return redirect("programmes:format", own.key)


def _page(
    request: HttpRequest, own: OwnFormat, editor: FormatEditor, *, failed: bool = False, refusal: str = ""
) -> HttpResponse:
    context = {
        "own": own,
        "editor": editor,
        "failed": failed or bool(refusal),
        "refusal": refusal,
        "seen": own.changed_at.isoformat(),
        "sessions": queries.sessions_with(own) if own.is_plan else [],
    }
    return render(request, "programmes/format_draft.html", context)


def _regions(editor: FormatEditor) -> dict[str, str]:
    """The parts of the page that say how it stands, by their ids."""
    found = {
        "sums": render_to_string("programmes/_format_sums.html", {"editor": editor}),
        "standing": editor.standing,
        "problems": render_to_string("programmes/_format_problems.html", {"editor": editor}),
        "said-whole": _said(editor.said_of_whole),
    }
    for one in editor.lists:
        found[f"said-list-{one.number}"] = _said(one.said)
        for row in one.rows:
            found[f"said-{row.name}"] = _said(row.said)
            found[f"times-{row.name}"] = render_to_string("programmes/_format_times.html", {"row": row})
    return found


def _said(said: object) -> str:
    return render_to_string("programmes/_format_said.html", {"said": said})
