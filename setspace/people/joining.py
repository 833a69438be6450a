"""Asking for a code with a name and an address: whoever signs up, and whoever applies for a place."""

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.stagekit import clear_login
from allauth.core import ratelimit
from django.http import HttpRequest
from django.utils.translation import gettext as _

from setspace.people import changes
from setspace.people.allauth_adapter import JOINING_NAME
from setspace.people.forms import SignUpForm


def may_ask_for_a_code(request: HttpRequest, form: SignUpForm) -> bool:
    """The same limits as for signing in: so many a minute from one place, and for one address."""
    if ratelimit.consume(request, action="request_login_code", key=form.cleaned_data["email"]):
        return True
    form.add_error("email", _("Wait a minute, then ask for a code again"))
    return False


def send_a_code(request: HttpRequest, form: SignUpForm) -> None:
    """The name counts once the code comes back. Known and unknown addresses have the same answer."""
    person = changes.person_for(form.cleaned_data["email"])
    clear_login(request)
    LoginCodeVerificationProcess.initiate(
        request=request, user=person if person.is_active else None, email=person.email
    )
    request.session[JOINING_NAME] = form.cleaned_data["name"]
