"""Applying: who you are, your work and dates, what you bring, and the sending."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from setspace.core.applying import Gap, Step, first_open
from setspace.hosts import access
from setspace.hosts.changes import applying as changes
from setspace.hosts.forms.applying import FORMS, NameForm, StepForm, WorkForm
from setspace.hosts.models import Application, Programme
from setspace.hosts.queries import applying as queries
from setspace.hosts.queries.checking import checked
from setspace.hosts.queries.offered_sets import OfferedSet, offered_sets
from setspace.lib import clock
from setspace.people.changes import change_name
from setspace.people.forms import SignUpForm
from setspace.people.joining import may_ask_for_a_code, send_a_code
from setspace.people.models import Person
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused
from setspace.programmes.forms.fields import LANGUAGES

TITLES = {
    Step.YOU: "You",
    Step.WORK: "Your work and your dates",
    Step.WISHES: "What you bring",
    Step.CHECK: "Check your answers",
}
PAGES = {
    Step.WORK: "hosts/apply_work.html",
    Step.WISHES: "hosts/apply_wishes.html",
    Step.CHECK: "hosts/apply_check.html",
}


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, host: str, programme: str) -> HttpResponse:
    """The first step, or the second for whoever is signed in. Whoever has begun goes on where they were."""
    found, now = access.public_programme(host, programme), clock.now()
    person = request.user if isinstance(request.user, Person) else None
    own = queries.own_application(found, person) if person else None
    if own is not None and request.method != "POST":
        return _go_on(own)
    if not found.takes_applications(now):
        today = now.astimezone(found.tz).date()
        return render(request, "hosts/apply_closed.html", {"programme": found, "today": today})
    if person is None:
        return _join(request, found)
    if not person.name:
        return _name(request, found, person, request.path)
    if request.method == "POST":
        return _posted(request, own or changes.begin(found, person, now), Step.WORK)
    blank = Application(programme=found, person=person)
    return _page(request, WorkForm(blank))


@never_cache
@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, application_id: UUID, step: int) -> HttpResponse:
    application = access.application_of(person_of(request), application_id)
    if step not in TITLES:
        raise Http404
    if why := queries.why_fixed(application, clock.now()):
        return _refused(request, application, why)
    if step == Step.YOU:
        onward = reverse("hosts:application_step", args=[application.pk, Step.WORK])
        return _name(request, application.programme, application.person, onward)
    if request.method == "POST":
        return _posted(request, application, Step(step))
    return _page(request, FORMS[Step(step)](application))


def _join(request: HttpRequest, programme: Programme) -> HttpResponse:
    """A name and an address, which a code by email proves."""
    form = SignUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and may_ask_for_a_code(request, form):
        send_a_code(request, form)
        return redirect(f"{reverse('people:code')}?{urlencode({'next': request.path})}")
    context = {"form": form, "programme": programme, "step": Step.YOU, "title": TITLES[Step.YOU]}
    return render(request, "hosts/apply_you.html", context)


def _name(request: HttpRequest, programme: Programme, person: Person, onward: str) -> HttpResponse:
    """The address is known; the name can be put right."""
    form = NameForm(request.POST or None, initial={"name": person.name})
    if request.method == "POST" and form.is_valid():
        change_name(person, form.cleaned_data["name"])
        return redirect(onward)
    context = {"form": form, "programme": programme, "step": Step.YOU, "title": TITLES[Step.YOU]}
    return render(request, "hosts/apply_you.html", context)


def _posted(request: HttpRequest, application: Application, step: Step) -> HttpResponse:
    """What was typed is kept, finished or not. Only a finished step leads on."""
    is_later = "later" in request.POST
    form = FORMS[step](application, request.POST)
    is_finished = form.is_valid() and not is_later
    try:
        if is_finished or application.sent_at is None:
            kept = form if is_finished else FORMS[step](application, request.POST, is_draft=True)
            application = form.application = _kept(application, kept, is_draft=not is_finished)
        if request.headers.get("X-Requested-With") == "fetch":
            return _told(application, form, request.POST)
        if is_finished:
            return _next(request, application, step, form)
    except Refused as refusal:
        return _refused(request, application, str(refusal))
    if is_later and application.sent_at is None:
        messages.success(request, "Saved. You can go on whenever you like.")
        return redirect("hosts:application", application.pk)
    return _page(request, form)


def _kept(application: Application, form: StepForm, *, is_draft: bool) -> Application:
    form.full_clean()
    return changes.save(application, form.typed, clock.now(), is_draft=is_draft)


def _told(application: Application, form: StepForm, posted: QueryDict) -> HttpResponse:
    """For the script that saves while somebody types."""
    if application.sent_at is not None:
        return HttpResponse(status=409)
    address = reverse("hosts:application_step", args=[application.pk, form.step])
    opened = form.as_posted(posted)
    return JsonResponse({"saved": queries.saved_at(application), "address": address, "opened": opened})


def _next(request: HttpRequest, application: Application, step: Step, form: StepForm) -> HttpResponse:
    if application.sent_at is not None:
        messages.success(request, "Saved. The organiser sees your answers as they are now.")
        return redirect("hosts:application", application.pk)
    if step is not Step.CHECK:
        return redirect("hosts:application_step", application.pk, step + 1)
    if queries.gaps_of(application):
        return _page(request, form)
    changes.send(application, clock.now())
    return redirect("hosts:application", application.pk)


def _page(request: HttpRequest, form: StepForm) -> HttpResponse:
    application, step = form.application, form.step
    context = {
        "form": form,
        "application": application,
        "is_begun": application.is_begun,
        "saved": queries.saved_at(application) if application.is_begun else "",
        "programme": application.programme,
        "step": step,
        "title": TITLES[step],
        "back": step - 1,
    }
    if step is Step.WORK:
        context["offered"] = _offered(form)
    if step is Step.CHECK:
        context["checked"] = checked(application, dict(LANGUAGES))
        context["missing"] = _missing_before(form) if form.is_bound else []
        context["replies"] = queries.replies(application.programme)
    return render(request, PAGES[step], context)


def _missing_before(form: StepForm) -> list[Gap]:
    """What earlier steps lack; what this one lacks, the form itself says."""
    return [one for one in queries.gaps_of(form.application) if one.step is not form.step]


def _offered(form: StepForm) -> list[tuple[OfferedSet, bool, bool]]:
    """Each set, whether it is ticked, and whether only if need be."""
    chosen, less = form["sets"].value() or [], form["less"].value() or []
    return [
        (one, str(one.id) in chosen, str(one.id) in less) for one in offered_sets(form.application.programme)
    ]


def _go_on(application: Application) -> HttpResponse:
    if application.sent_at is not None or not queries.may_change(application, clock.now()):
        return redirect("hosts:application", application.pk)
    answers = queries.answers_of(application, application.person)
    step = first_open(answers, queries.asked_of(application.programme))
    return redirect("hosts:application_step", application.pk, step)


def _refused(request: HttpRequest, application: Application, why: str) -> HttpResponse:
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=409)
    messages.warning(request, f"{why}.")
    return redirect("hosts:application", application.pk)
