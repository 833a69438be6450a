"""Letters about who can come to a session. They say that somebody can’t, and never why."""

from django.conf import settings
from django.urls import reverse

from setspace.lib import clock, mail
from setspace.people.models import Letter, LetterState, Person
from setspace.programmes.access import role_in
from setspace.programmes.mails import about, drafted, is_in
from setspace.programmes.models import Attendance, Meeting
from setspace.programmes.queries import who_comes
from setspace.programmes.queries.attendance import LEAST


def apology(letter: Letter) -> mail.Draft | None:
    """Somebody can’t come. Nothing if they can after all, or if the session is off."""
    said = _attendance(letter)
    if said is None or not said.is_apology:
        return None
    name, meeting = said.person.first_name, said.meeting
    when = meeting.when(clock.now().date())
    comes = who_comes(meeting)
    words = [f"{said.person.name or name} can’t make it to {meeting.title_in_a_sentence}, {when}."]
    if said.instead is not None:
        words.append(f"{name} would like {said.instead.first_name} to hold an issue instead.")
    words.append(_how_many(comes.n_members))
    return drafted(
        meeting.learning_set, f"{meeting.learning_set.name}: {name} can’t make it", words, _page(said)
    )


def apology_taken_back(letter: Letter) -> mail.Draft | None:
    """Somebody comes after all, for whoever had a letter that they don’t."""
    said = _attendance(letter)
    if said is None or said.is_apology:
        return None
    told = Letter.objects.filter(purpose="apology", about=said.pk, person=letter.person)
    if not told.filter(state=LetterState.SENT).exists():
        return None
    name, meeting = said.person.first_name, said.meeting
    when = meeting.when(clock.now().date())
    return drafted(
        meeting.learning_set,
        f"{meeting.learning_set.name}: {name} can come after all",
        [f"{name} can come to {meeting.title_in_a_sentence} after all, {when}."],
        _page(said),
    )


def holds_instead(letter: Letter) -> mail.Draft | None:
    """A member is asked to hold an issue in the place of another."""
    said = _attendance(letter)
    if said is None or said.instead_id != letter.person_id:
        return None
    name, meeting = said.person.first_name, said.meeting
    when = meeting.when(clock.now().date())
    return drafted(
        meeting.learning_set,
        f"{meeting.learning_set.name}: would you hold an issue on {when}?",
        [
            f"{name} can’t make it to {meeting.title_in_a_sentence}, {when}.",
            f"{name} would like you to hold an issue instead.",
            "If it doesn’t suit you, say so to your set or reply to this mail. Nothing is fixed by it.",
        ],
        _page(said),
    )


def can_you_come(meeting: Meeting, person: Person) -> list[str]:
    """For a reminder: where to say that one can’t come. The link opens a page and changes nothing."""
    if role_in(person, meeting.learning_set) is None:
        return []
    page = f"{settings.ORIGIN}{reverse('programmes:attendance', args=[meeting.pk])}"
    said = meeting.attendances.filter(person=person).first()
    if said is not None and said.is_apology:
        return [f"You have said that you can’t make it. If you can after all: {page}"]
    return [f"If you can’t make it, say so early: {page}"]


def _attendance(letter: Letter) -> Attendance | None:
    """Of a session that still takes place, for a reader who is in the set, about somebody who is."""
    found = Attendance.objects.select_related("meeting__learning_set", "person", "instead")
    said = found.filter(id=about(letter)).first()
    if said is None or said.meeting.cancelled_at is not None or said.meeting.closed_at is not None:
        return None
    learning_set = said.meeting.learning_set
    return said if is_in(letter.person, learning_set) and is_in(said.person, learning_set) else None


def _how_many(n_members: int) -> str:
    if n_members < LEAST:
        return f"That leaves {n_members} of the members. You may like to look for another date."
    return f"That leaves {n_members} of the members."


def _page(said: Attendance) -> tuple[str, str]:
    return ("See who comes", reverse("programmes:attendance", args=[said.meeting_id]))
