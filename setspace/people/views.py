"""Signing in and out, beginning, and one's own account."""

from typing import Any, cast

from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME as NEXT
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.lib import clock
from setspace.people import address_once, changes
from setspace.people.forms import AccountForm, CoachForm, CodeForm, RemindersForm, SignUpForm
from setspace.people.joining import may_ask_for_a_code, send_a_code
from setspace.people.models import CalendarLink, Person

TRIED_ADDRESS = "tried_address"


class SignIn(RequestLoginCodeView):
    """Asks for the address. Answers the same whether or not anybody here uses it."""

    template_name = "people/sign_in.html"

    def get_initial(self) -> dict[str, Any]:
        """The address, for whoever has just used up the tries."""
        return {"email": self.request.session.pop(TRIED_ADDRESS, "")}

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: object) -> None:
        """Nothing: whoever comes back to this page wants another code, or has another address."""


class Code(ConfirmLoginCodeView):
    """Asks for the code, in the browser that asked for it."""

    template_name = "people/code.html"

    def form_invalid(self, form: CodeForm) -> HttpResponse:
        if not form.was_a_try or self._process.record_invalid_attempt():
            return self.render_to_response(self.get_context_data(form=form))
        messages.warning(self.request, _("That was three tries. Ask for a new code."))
        self.request.session[TRIED_ADDRESS] = self._process.state.get("email", "")
        return redirect(_with_next("people:sign_in", _next(self.request)))


sign_in = sensitive_post_parameters("email")(SignIn.as_view())
code = sensitive_post_parameters("code")(Code.as_view())


@never_cache
@sensitive_post_parameters("name", "email")
def sign_up(request: HttpRequest) -> HttpResponse:
    """Asks for a name and an address, and sends a code there. The name counts once the code comes back."""
    if settings.SIGN_UP != "open":
        raise Http404
    if request.user.is_authenticated:
        return redirect(_next(request) or "/")
    form = SignUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and may_ask_for_a_code(request, form):
        send_a_code(request, form)
        return redirect(_with_next("people:code", _next(request)))
    return render(request, "people/sign_up.html", {"form": form, "next": _next(request)})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    response = redirect("people:signed_out")
    response.headers["Clear-Site-Data"] = '"cookies", "storage"'
    return response


@require_safe
def signed_out(request: HttpRequest) -> HttpResponse:
    return render(request, "people/signed_out.html")


@never_cache
@login_required
@sensitive_post_parameters("name")
def account(request: HttpRequest) -> HttpResponse:
    person = cast(Person, request.user)
    form = AccountForm.about(person, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        changes.change_settings(person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("people:account")
    context = {"form": form, "coach_form": CoachForm.about(person), "person": person}
    context["reminders_form"] = RemindersForm.about(person)
    context["calendar"] = CalendarLink.objects.filter(person=person).first()
    return render(request, "people/account.html", context)


@require_POST
@login_required
def coach(request: HttpRequest) -> HttpResponse:
    """Whether the question coach reads along, and counts. A room turns it off and leaves the counts alone."""
    person = cast(Person, request.user)
    if request.POST.get("turn") == "off":
        changes.change_coach(person, wants_coach=False, wants_counts=person.wants_counts)
    else:
        form = CoachForm(request.POST)
        form.full_clean()
        changes.change_coach(person, **form.cleaned_data)
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    messages.success(request, _("Saved."))
    return redirect(f"{reverse('people:account')}#coach")


@require_POST
@login_required
def reminders(request: HttpRequest) -> HttpResponse:
    """Which reminders of a session somebody gets."""
    form = RemindersForm(request.POST)
    form.full_clean()
    changes.change_reminders(cast(Person, request.user), **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect(f"{reverse('people:account')}#reminders")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def calendar(request: HttpRequest) -> HttpResponse:
    """A private address for one's calendar, made by a POST and shown once; or none any more."""
    person = cast(Person, request.user)
    if request.method != "POST":
        return _calendar_address(request, person)
    if request.POST.get("link") == "off":
        changes.revoke_calendar(person)
        messages.success(request, _("The address has stopped working."))
        return redirect(f"{reverse('people:account')}#calendar")
    token = changes.renew_calendar(person, clock.now())
    address_once.keep(request.session, person, f"{settings.ORIGIN}{reverse('programmes:feed', args=[token])}")
    return redirect("people:calendar")


@require_POST
@login_required
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    changes.end_sessions_everywhere(cast(Person, request.user))
    return sign_out(request)


def _calendar_address(request: HttpRequest, person: Person) -> HttpResponse:
    """The page with the new address. Whoever opens it again is back at the account, and nothing is made."""
    address = address_once.take(request.session, person)
    if not address:
        return redirect(f"{reverse('people:account')}#calendar")
    context = {"address": address, "to_subscribe": f"webcal:{address.partition(':')[2]}"}
    return render(request, "people/calendar_link.html", context)


def _next(request: HttpRequest) -> str:
    """The page somebody was on the way to, if it is one of ours."""
    asked = request.POST.get(NEXT) or request.GET.get(NEXT) or ""
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if is_ours else ""


def _with_next(name: str, wanted: str) -> str:
    return f"{reverse(name)}?{urlencode({NEXT: wanted})}" if wanted else reverse(name)
