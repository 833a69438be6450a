"""Shapes of programmes: a host's own, one more of them, and the shape of a programme that has not begun."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.core.schedule.files import shape_from_text
from setspace.core.schedule.shapes import Shape
from setspace.hosts.access import host_for, programme_for, shape_kept_for
from setspace.hosts.changes.dates import may_lay_anew
from setspace.hosts.changes.shapes import keep_shape, remove_shape, reshape
from setspace.hosts.forms.shape_editor import ShapeEditor, as_typed, pressed
from setspace.hosts.forms.shapes import ShapeFileForm
from setspace.hosts.models import Host, Programme
from setspace.hosts.queries.shapes import OWN, choice_of, kept_by
from setspace.lib import clock
from setspace.programmes.changes import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def shapes(request: HttpRequest, host: str) -> HttpResponse:
    """Those that a host keeps; a POST brings one in from a file."""
    found, form = host_for(request.user, host), ShapeFileForm()
    if request.method == "POST":
        form = ShapeFileForm(request.POST, request.FILES)
        if form.is_valid() and form.shape is not None:
            try:
                kept = keep_shape(found, form.shape, clock.now())
            except Refused as refusal:
                form.add_error("file", str(refusal))
            else:
                messages.success(request, f"{kept.title} is here.")
                return redirect("hosts:shapes", found.slug)
    return render(request, "hosts/shapes.html", {"host": found, "kept": kept_by(found), "form": form})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_shape(request: HttpRequest, host: str) -> HttpResponse:
    """One more of the host's own, which begins as another is. A programme can be planned from it at once."""
    found = host_for(request.user, host)
    if request.method != "POST":
        choice = choice_of(found, request.GET.get("from", "tpas-vals"))
        return _host_page(
            request, found, ShapeEditor(as_typed(choice.shape, f"{choice.shape.title}, our way"))
        )
    if "press" in request.POST:
        return _host_page(request, found, ShapeEditor(pressed(request.POST.dict(), request.POST["press"])))
    editor = ShapeEditor(request.POST.dict())
    shape = editor.read()
    if shape is None:
        return _host_page(request, found, editor, failed=True)
    try:
        kept = keep_shape(found, shape, clock.now())
    except Refused as refusal:
        editor.said = [f"{refusal}."]
        return _host_page(request, found, editor, failed=True)
    messages.success(request, f"{kept.title} is kept. You can plan a programme with it now.")
    return redirect(f"{_new_programme(found)}?shape={OWN}{kept.id}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def shape(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """Another shape for a programme, while its dates can still be laid anew."""
    programme = programme_for(request.user, programme_id)
    refusal = may_lay_anew(programme)
    if request.method != "POST" or refusal:
        now = shape_from_text(programme.shape)
        return _page(request, programme, ShapeEditor(as_typed(now, now.title)), refusal=refusal)
    if "press" in request.POST:
        return _page(request, programme, ShapeEditor(pressed(request.POST.dict(), request.POST["press"])))
    editor = ShapeEditor(request.POST.dict())
    found = editor.read()
    if found is None or not _reshaped(programme, found, editor):
        return _page(request, programme, editor, failed=True)
    messages.success(request, "The shape is changed, and the dates are laid anew.")
    return redirect("hosts:dates", programme.id)


@login_required
@require_safe
def shape_file(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """The shape of a programme to keep, or to take to another host. No date, name or word of it."""
    programme = programme_for(request.user, programme_id)
    name = slugify(shape_from_text(programme.shape).title) or "shape"
    response = HttpResponse(programme.shape, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


@login_required
@require_POST
def shape_removal(request: HttpRequest, shape_id: UUID) -> HttpResponse:
    kept = shape_kept_for(request.user, shape_id)
    remove_shape(kept)
    messages.success(request, f"{kept.title} is removed. Programmes that have it keep it.")
    return redirect("hosts:shapes", kept.host.slug)


def _reshaped(programme: Programme, found: Shape, editor: ShapeEditor) -> bool:
    try:
        reshape(programme, found)
    except (Refused, ValueError) as wrong:
        editor.said = [str(wrong)]
        return False
    return True


def _new_programme(host: Host) -> str:
    return redirect("hosts:new_programme", host.slug).url


def _host_page(
    request: HttpRequest, host: Host, editor: ShapeEditor, *, failed: bool = False
) -> HttpResponse:
    return render(request, "hosts/new_shape.html", {"host": host, "editor": editor, "failed": failed})


def _page(
    request: HttpRequest,
    programme: Programme,
    editor: ShapeEditor,
    *,
    failed: bool = False,
    refusal: str = "",
) -> HttpResponse:
    context = {"programme": programme, "editor": editor, "failed": failed, "refusal": refusal}
    return render(request, "hosts/shape.html", context)
