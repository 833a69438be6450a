"""Sentences that are offered for an answer. The organiser changes them; they go by letter."""

from setspace.hosts.models import Answer, Application
from setspace.lib import dates

TITLES = {
    Answer.ACCEPTED: "Accept",
    Answer.WAITING: "Put on the waiting list",
    Answer.DECLINED: "Decline",
}

_ACCEPTED = """Thank you for your application. We are glad to offer you a place in {name}.

We are putting the sets together. When yours is ready you will see who is in it and when it meets, and you \
can say yes or no before anything begins."""
_WAITING = """Thank you for your application to {name}. More people would like to come than there are \
places, so we have put you on the waiting list.

{when}If you would rather not wait, you can withdraw on the page below, and need not say why."""
_DECLINED = """Thank you for your application to {name}, and for the thought you gave it. We are sorry that \
we cannot offer you a place this time.

If you would like to talk about it, we are glad to: {contact}."""


def offered_words(application: Application, answer: Answer) -> str:
    programme = application.programme
    words = {Answer.ACCEPTED: _ACCEPTED, Answer.WAITING: _WAITING, Answer.DECLINED: _DECLINED}[answer]
    return words.format(name=programme.name, contact=programme.host.contact, when=_when(application))


def _when(application: Application) -> str:
    on = application.programme.replies_on
    return f"You will hear from us by {dates.short_day(on)}. " if on else ""
