"""Where allauth meets the product: its mail goes to the outbox, its words are ours."""

from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from setspace.lib import clock
from setspace.lib.tokens import new_token
from setspace.people import browsers, changes, mails
from setspace.people.access import BEGAN
from setspace.people.codes import code_of
from setspace.people.models import Person

JOINING_NAME = "joining_name"


class Adapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("That code does not match. Enter the newest code we sent you"),
        "too_many_login_attempts": _("Wait a minute, then ask for a code again"),
        "rate_limited": _("Wait a minute, then ask for a code again"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No: people join through `people.views.sign_up`, or because somebody invited them."""
        return False

    def generate_login_code(self) -> str:
        """What the session keeps: a seed, of which the code is made."""
        return new_token()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put the mail into the outbox. Known and unknown addresses cost the same."""
        if template_prefix.endswith("login_code"):
            mails.put_sign_in_code(email, code_of(str(context["code"])))
        else:
            mails.put_no_account(email)

    def add_message(self, request: HttpRequest, *args: object, **kwargs: object) -> None:
        """The pages say what happened by themselves."""

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        person, now = cast(Person, user), clock.wall()
        request.session[BEGAN] = now.timestamp()
        changes.take_up_name(person, request.session.pop(JOINING_NAME, ""))
        browsers.greet(request, person, now)

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        browsers.remember(request, response)
        return response
