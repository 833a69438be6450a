"""Mails about an action, to one person: it is there, a buddy is asked, a word would be welcome.

None of them holds a word of what somebody set out to do.
"""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from setspace.lib.mail import Draft
from setspace.people.models import Letter, Person
from setspace.programmes.models import LearningSet, Membership, Role
from setspace.programmes.queries import facilitator_of
from setspace.records import access
from setspace.records.models import Action
from setspace.records.summary_words import one_line


def nudge_letter(letter: Letter) -> Draft | None:
    """Half-way, to the holder; None once it is done, let go, or no reminder is wished for."""
    action = _action(letter)
    if action is None or action.person != letter.person or not action.is_open:
        return None
    if action.nudge_key != letter.key or not _is_in(letter.person, action.meeting.learning_set):
        return None
    said = "You asked to be reminded, half-way, of something that you set out to do. It is here:"
    after = "Doing it, changing it or letting it go are all fine. This is the only reminder of it."
    return _draft(letter, "You asked to be reminded", said, _link("records:action", action.pk), after)


def buddy_asked_letter(letter: Letter) -> Draft | None:
    """To the one who is asked, while nobody has stopped it and no answer is given."""
    if letter.person is None or letter.about is None:
        return None
    asked = access.beside(letter.person).filter(pk=letter.about, agreed_at=None).first()
    if asked is None:
        return None
    name = one_line(asked.action.person.first_name)
    said = f"{name} asks you to be a buddy: somebody beside them for one action. Say yes or no here:"
    after = "No is a good answer, and you need not say why."
    return _draft(letter, f"{name} asks you to be a buddy", said, _link("records:buddy", asked.pk), after)


def stuck_letter(letter: Letter) -> Draft | None:
    """To a buddy or the facilitator, because the holder pressed a button to let them know."""
    action = _action(letter)
    if action is None or letter.person is None or not _may_hear(letter.person, action):
        return None
    name = one_line(action.person.first_name)
    said = f"{name} does not get on with something they set out to do, and would welcome a word from you."
    after = f"Nothing of what {name} wrote about it is in this mail. Ask, and listen. Your set is here:"
    subject = f"{name} would welcome a word"
    return _draft(letter, subject, said, _link("records:set", action.meeting.learning_set_id), "", after)


def _may_hear(person: Person, action: Action) -> bool:
    learning_set = action.meeting.learning_set
    is_beside = access.beside(person).filter(action=action).exclude(agreed_at=None).exists()
    return is_beside or facilitator_of(learning_set) == person


def _action(letter: Letter) -> Action | None:
    if letter.about is None:
        return None
    found = Action.objects.filter(pk=letter.about, removed_at=None)
    return found.select_related("person", "meeting__learning_set").first()


def _is_in(person: Person | None, learning_set: LearningSet) -> bool:
    rows = Membership.objects.filter(learning_set=learning_set, person=person, until_at=None)
    return rows.exclude(role=Role.OBSERVER).exists()


def _link(name: str, pk: object) -> str:
    return f"{settings.ORIGIN}{reverse(name, args=[pk])}"


def _draft(letter: Letter, subject: str, said: str, link: str, after: str, before: str = "") -> Draft:
    assert letter.person is not None
    parts = [f"Hello {letter.person.first_name},", said, before, link, after]
    return Draft(subject=subject, text="\n\n".join(part for part in parts if part) + "\n")
