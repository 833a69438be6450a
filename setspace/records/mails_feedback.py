"""Two letters about feedback. They name nobody and say nothing of what it is about."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from setspace.lib.mail import Draft
from setspace.people.models import Letter
from setspace.records.models import Feedback
from setspace.records.queries.feedback import asked_of
from setspace.records.summary_words import one_line


def feedback_asked(letter: Letter) -> Draft | None:
    """Somebody in the set asks; None once it is written, set aside, or they are no longer asked."""
    if letter.person is None or letter.about is None:
        return None
    asked = asked_of(letter.person).filter(pk=letter.about, sent_at=None, set_aside_at=None).first()
    if asked is None:
        return None
    name = one_line(asked.request.learning_set.name)
    text = (
        f"Hello {letter.person.first_name},\n\n"
        f"A member of {name} asks for your feedback.\n"
        "You can write a few lines, or set it aside. If you do, nobody is told.\n\n"
        f"{_link()}\n"
    )
    return Draft(subject=f"{name}: you are asked for feedback", text=text)


def feedback_written(letter: Letter) -> Draft | None:
    """There is something to read; None where it was taken back, or is read."""
    if letter.person is None or letter.about is None:
        return None
    waiting = Feedback.objects.select_related("asked__request__learning_set").filter(asked__read_at=None)
    found = waiting.filter(pk=letter.about).first()
    if found is None:
        return None
    name = one_line(found.asked.request.learning_set.name)
    text = (
        f"Hello {letter.person.first_name},\n\n"
        "You asked for feedback, and somebody has written some for you.\n"
        "It waits until you have a quiet moment. Only you can read it:\n\n"
        f"{_link()}\n"
    )
    return Draft(subject=f"{name}: feedback that you asked for", text=text)


def _link() -> str:
    return f"{settings.ORIGIN}{reverse('records:feedback')}"
