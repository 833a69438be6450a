"""The letters of a host's programmes: what goes out, in which words, and which reminders."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.hosts import access
from setspace.hosts.changes import letters as changes
from setspace.hosts.forms.letters import HostRemindersForm, WordsForm
from setspace.hosts.mails.defaults import DEFAULTS, NAMES, Wording
from setspace.hosts.mails.words import example, has_own_words
from setspace.hosts.queries.letters import letter_of
from setspace.hosts.queries.outbox import outbox_of
from setspace.lib import clock
from setspace.programmes.access import person_of


@require_safe
@login_required
def letters(request: HttpRequest, host: str) -> HttpResponse:
    found = access.host_for(request.user, host)
    own = has_own_words(found)
    wordings = [(purpose, one, purpose in own) for purpose, one in DEFAULTS.items()]
    context = {
        "host": found,
        "outbox": outbox_of(found, person_of(request).tz),
        "wordings": wordings,
        "reminders": HostRemindersForm.about(found),
    }
    return render(request, "hosts/letters.html", context)


@require_POST
@login_required
def holding(request: HttpRequest, host: str, host_letter_id: UUID) -> HttpResponse:
    """Hold a letter back, or let it go."""
    letter = letter_of(access.host_for(request.user, host), host_letter_id)
    if request.POST.get("hold") == "off":
        changes.let_go(letter)
        messages.success(request, "The letter goes out with the next ones.")
    elif changes.hold(letter):
        messages.success(request, "The letter is held back until you let it go.")
    else:
        messages.warning(request, "The letter is no longer waiting, so it can’t be held back.")
    return redirect("hosts:letters", host)


@require_POST
@login_required
def sending(request: HttpRequest, host: str, host_letter_id: UUID) -> HttpResponse:
    """Try a letter that did not arrive once more."""
    changes.try_again(letter_of(access.host_for(request.user, host), host_letter_id), clock.wall())
    messages.success(request, "We try to send it once more.")
    return redirect("hosts:letters", host)


@require_POST
@login_required
def reminders(request: HttpRequest, host: str) -> HttpResponse:
    found = access.host_for(request.user, host)
    form = HostRemindersForm(request.POST)
    form.full_clean()
    changes.change_reminders(found, **form.cleaned_data)
    messages.success(request, "Saved.")
    return redirect(f"{reverse('hosts:letters', args=[host])}#reminders")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def words(request: HttpRequest, host: str, purpose: str) -> HttpResponse:
    """A letter in the host's words. Looking at an example keeps nothing."""
    found, default = access.host_for(request.user, host), _default(purpose)
    form = (
        WordsForm(request.POST, purpose=purpose)
        if request.method == "POST"
        else WordsForm.about(found, purpose)
    )
    shown = None
    if form.is_bound and form.is_valid():
        if request.POST.get("do") != "look":
            changes.word(found, purpose, form.cleaned_data["subject"], form.cleaned_data["body"], clock.now())
            messages.success(request, "Saved. Letters say this from now on.")
            return redirect("hosts:letter_words", host, purpose)
        shown = example(found, purpose, form.cleaned_data["subject"], form.cleaned_data["body"])
    context = {"host": found, "purpose": purpose, "default": default, "form": form, "example": shown}
    context["names"] = [(f"{{{one}}}", NAMES[one]) for one in default.all_names]
    context["is_own"] = purpose in has_own_words(found)
    return render(request, "hosts/letter_words.html", context)


@require_POST
@login_required
def as_it_was(request: HttpRequest, host: str, purpose: str) -> HttpResponse:
    found = access.host_for(request.user, host)
    _default(purpose)
    changes.word_as_it_was(found, purpose)
    messages.success(request, "The letter says again what it said in the beginning.")
    return redirect("hosts:letter_words", host, purpose)


def _default(purpose: str) -> Wording:
    if purpose not in DEFAULTS:
        raise Http404
    return DEFAULTS[purpose]
