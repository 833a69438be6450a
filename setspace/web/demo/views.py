"""Pages that exist in the demo alone: a link that signs in, and a mailbox that everybody can read."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from setspace.lib import clock
from setspace.people.access import BEGAN
from setspace.people.models import Person
from setspace.room.models import Room
from setspace.web.demo import mailbox
from setspace.web.middleware import POLICY

SALT = "setspace.web.demo"
LETTER_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation"
)
FRAME_POLICY = f"{POLICY}; frame-src 'self'"


def entry_link(person: Person) -> str:
    """A link that signs in as this person, and goes on to the session that they are in."""
    return f"{settings.ORIGIN}{reverse('demo:enter', args=[_token(person)])}"


@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponse:
    person = Person.objects.filter(email__startswith=f"{token.rpartition('-')[0]}@").first()
    if person is None or not constant_time_compare(token, _token(person)):
        raise Http404
    logout(request)
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[BEGAN] = clock.wall().timestamp()
    sets = person.memberships.filter(until_at=None).values("learning_set")
    room = Room.objects.filter(closed_at=None, meeting__learning_set__in=sets).first()
    return redirect("room:room", room.pk) if room else redirect("/")


@require_safe
def everybody(request: HttpRequest) -> HttpResponse:
    """Who one can be."""
    people = [(person, entry_link(person)) for person in Person.objects.order_by("name")]
    return render(request, "web/demo/everybody.html", {"people": people})


@require_safe
def all_mail(request: HttpRequest) -> HttpResponse:
    return render(request, "web/demo/mailbox.html", {"boxes": mailbox.boxes()})


@require_safe
def letter(request: HttpRequest, name: str) -> HttpResponse:
    found = _letter(name)
    response = render(request, "web/demo/letter.html", {"letter": found})
    response.headers["Content-Security-Policy"] = FRAME_POLICY
    return response


@require_safe
@xframe_options_sameorigin
def letter_html(request: HttpRequest, name: str) -> HttpResponse:
    """A mail's HTML as a mail program would show it: inline styles, no scripts, links open in the window."""
    response = HttpResponse(_letter(name).html.replace("<head>", '<head><base target="_top">', 1))
    response.headers["Content-Security-Policy"] = LETTER_POLICY
    return response


def _token(person: Person) -> str:
    """The name in the address, and a signature of it: mei.lin-5f0c…"""
    name = person.email.partition("@")[0]
    return f"{name}-{salted_hmac(SALT, person.email).hexdigest()[:12]}"


def _letter(name: str) -> mailbox.Received:
    found = mailbox.read(name)
    if found is None:
        raise Http404
    return found
