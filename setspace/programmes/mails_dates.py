"""Letters about the dates of a set. Each but a reminder changes one entry in its reader's calendar.

An entry has a number that goes up with each change, and a letter knows the number of its own change. Where a
later letter tells of a later change, the earlier one carries no entry any more. One letter carries one entry,
as calendar programs expect: the white space after a session is told in words, and stands in the feed.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse

from setspace.core.schedule.entries import cancellation
from setspace.core.schedule.entries import invitation as request
from setspace.lib import clock, dates, mail
from setspace.people.models import Letter, Person
from setspace.programmes.mails import about, drafted, is_in
from setspace.programmes.mails_attendance import can_you_come
from setspace.programmes.models import Meeting, Membership
from setspace.programmes.queries.calendar import (
    sequences_of,
    session_entry,
    white_space_of,
)

Words = tuple[str, str]  # how the subject ends, and a sentence


def session_date(letter: Letter) -> mail.Draft | None:
    """A date that stood already when somebody came into the set."""
    return _about_session(letter, lambda meeting, today: (_short(meeting, today), _is_on(meeting, today)))


def session_added(letter: Letter) -> mail.Draft | None:
    def words(meeting: Meeting, today: date) -> Words:
        return f"a new date, {_short(meeting, today)}", _is_on(meeting, today)

    return _about_session(letter, words)


def session_moved(letter: Letter) -> mail.Draft | None:
    was = letter.payload
    return _about_session(letter, lambda meeting, today: _moved(meeting, was, today))


def session_cancelled(letter: Letter) -> mail.Draft | None:
    def words(meeting: Meeting, today: date) -> Words:
        day, when = dates.short_day(meeting.on, today), meeting.when(today)
        return f"the session of {day} is cancelled", f"The session of {when} does not take place."

    return _about_session(letter, words)


def session_taken_out(letter: Letter) -> mail.Draft | None:
    """A date that is none for somebody who has left. Nothing if they are back."""
    meeting = _meeting(letter)
    if meeting is None or letter.person is None or is_in(letter.person, meeting.learning_set):
        return None
    name, today = meeting.learning_set.name, clock.now().date()
    when = meeting.when(today)
    return drafted(
        meeting.learning_set,
        f"{name}: the session of {dates.short_day(meeting.on, today)} comes out of your calendar",
        [f"You are no longer in “{name}”, so its session of {when} comes out of your calendar."],
        ("Open Setspace", "/"),
        calendar=_file(letter, meeting, stays=False),
    )


def session_reminder(letter: Letter) -> mail.Draft | None:
    """A session is near. Nothing if it has moved, is cancelled or has begun, or if its reader has left."""
    meeting = _meeting(letter)
    if meeting is None or letter.person is None or not is_in(letter.person, meeting.learning_set):
        return None
    now = clock.now()
    is_other = meeting.starts_at.isoformat() != letter.payload.get("starts")
    if is_other or meeting.cancelled_at is not None or meeting.has_begun(now):
        return None
    when = f"{dates.day(meeting.on, now.date())}, {dates.clock_time(meeting.at)}"
    account = f"{settings.ORIGIN}{reverse('people:account')}#reminders"
    draft = drafted(
        meeting.learning_set,
        f"{meeting.learning_set.name}: {meeting.title_in_a_sentence}, {when}",
        [_is_on(meeting, now.date()), local_words(meeting, letter.person)],
        ("Open the room", reverse("room:room", args=[meeting.id])),
        (
            *can_you_come(meeting, letter.person),
            f"Which reminders you get, you choose in your account: {account}",
        ),
    )
    return replace(draft, headers={"List-Unsubscribe": f"<{account}>"})


def local_words(meeting: Meeting, person: Person) -> str:
    """Whose clocks the times are of, and what those of the reader show where they differ.

    It names the reader's zone, since an account begins with one that may not be theirs.
    """
    place = meeting.learning_set.place
    there = meeting.starts_at.astimezone(meeting.learning_set.tz)
    here = meeting.starts_at.astimezone(person.tz)
    if here.replace(tzinfo=None) == there.replace(tzinfo=None):
        return f"Times are in {place} time."
    day = "" if here.date() == there.date() else f" on {dates.day(here.date())}"
    home = person.zone.rpartition("/")[2].replace("_", " ")
    return (
        f"Times are in {place} time: it begins at {dates.clock_time(there)} in {place}; "
        f"{dates.clock_time(here)}{day} where you are ({home})."
    )


def dates_for(person: Person, meeting: Meeting) -> str:
    """Where somebody reads the dates. Who looks on has no page of the set."""
    current = Membership.objects.filter(learning_set=meeting.learning_set, person=person, until_at=None)
    if current.filter(role="observer").exists():
        return "/"
    return reverse("programmes:sessions", args=[meeting.learning_set_id])


def _about_session(letter: Letter, words: Callable[[Meeting, date], Words]) -> mail.Draft | None:
    meeting = _meeting(letter)
    if meeting is None or letter.person is None or not is_in(letter.person, meeting.learning_set):
        return None
    is_cancelled = meeting.cancelled_at is not None
    if (letter.purpose == "session_cancelled") != is_cancelled:
        return None
    subject, sentence = words(meeting, clock.now().date())
    return drafted(
        meeting.learning_set,
        f"{meeting.learning_set.name}: {subject}",
        [sentence, local_words(meeting, letter.person)],
        ("See all the dates", dates_for(letter.person, meeting)),
        calendar=_file(letter, meeting, stays=not is_cancelled),
    )


def _short(meeting: Meeting, today: date) -> str:
    return f"{meeting.title_in_a_sentence} on {dates.short_day(meeting.on, today)}"


def _is_on(meeting: Meeting, today: date) -> str:
    return f"{meeting.title} is on {meeting.when(today)}.{_white_space(meeting)}"


def _moved(meeting: Meeting, was: dict[str, str], today: date) -> Words:
    """By the name that people know it by, since a session between others takes another number."""
    title, before = was["title"], date.fromisoformat(was["on"])
    known, day, when = title[:1].lower() + title[1:], dates.short_day(meeting.on, today), meeting.when(today)
    if (before, was["times"]) == (meeting.on, meeting.times):
        renamed = f"{title}, on {when}, is now called {meeting.title}. Its date stays."
        return f"{known} on {day} is now {meeting.title_in_a_sentence}", renamed
    moved = f"{title} has moved from {dates.day(before, today)}, {was['times']}, to {when}."
    called = "" if title == meeting.title else f" It is now called {meeting.title}."
    subject = f"{known} on {day} has a new time" if before == meeting.on else f"{known} is now on {day}"
    return subject, f"{moved}{_white_space(meeting)}{called}"


def _white_space(meeting: Meeting) -> str:
    minutes = white_space_of(meeting)
    until = dates.clock_time(meeting.local_end + timedelta(minutes=minutes))
    return f" White space follows until {until}: it is optional." if minutes else ""


def _file(letter: Letter, meeting: Meeting, *, stays: bool) -> mail.CalendarFile | None:
    """The entry as it is now. Nothing if a later letter tells of a later change."""
    assert letter.person is not None
    sequence = sequences_of(meeting, [letter.person])[letter.person.pk]
    if letter.payload.get("sequence") != str(sequence):
        return None
    entry = session_entry(meeting, letter.person, sequence)
    written = (request if stays else cancellation)(entry, letter.put_at)
    return mail.CalendarFile("REQUEST" if stays else "CANCEL", written.decode())


def _meeting(letter: Letter) -> Meeting | None:
    return Meeting.objects.select_related("learning_set").filter(id=about(letter)).first()
