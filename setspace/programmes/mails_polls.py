"""Letters about a poll for another date. The page of the poll has the dates; a link changes nothing."""

from django.urls import reverse

from setspace.lib import clock, mail
from setspace.people.models import Letter
from setspace.programmes.mails import about, drafted, is_in
from setspace.programmes.models import Became, Meeting, Poll


def poll_opened(letter: Letter) -> mail.Draft | None:
    """Which of these dates suits you? Nothing once the poll is closed."""
    poll = _poll(letter)
    if poll is None or poll.ended_at is not None or poll.closed_at is not None:
        return None
    meeting, learning_set = poll.meeting, poll.meeting.learning_set
    asks = f"{poll.asked_by.first_name} asks which other date suits you for {meeting.title_in_a_sentence}."
    return drafted(
        learning_set,
        f"{learning_set.name}: another date for {meeting.title_in_a_sentence}?",
        [
            asks,
            *(one.when(clock.now().date()) for one in poll.dates.all()),
            f"It stays on {_when(meeting)} until one of these is chosen.",
            f"Please answer until {poll.last_words}, {learning_set.place} time.",
        ],
        ("Say when you can come", _page(poll)),
    )


def poll_closed(letter: Letter) -> mail.Draft | None:
    """The answers are there, for whoever chooses."""
    poll = _poll(letter)
    if poll is None or poll.ended_at is not None:
        return None
    meeting = poll.meeting
    choose = f"You can now choose one of the dates, or keep the one that stands: {_when(meeting)}."
    return drafted(
        meeting.learning_set,
        f"{meeting.learning_set.name}: the answers for {meeting.title_in_a_sentence} are there",
        ["The poll for another date is closed.", choose],
        ("See the answers", _page(poll)),
    )


def poll_kept(letter: Letter) -> mail.Draft | None:
    """No other date: the session stays where it was."""
    poll = _poll(letter)
    if poll is None or poll.became != Became.KEPT or poll.meeting.cancelled_at is not None:
        return None
    meeting = poll.meeting
    return drafted(
        meeting.learning_set,
        f"{meeting.learning_set.name}: {meeting.title_in_a_sentence} keeps its date",
        [f"No other date was chosen. {meeting.title} stays on {_when(meeting)}."],
        ("See all the dates", reverse("programmes:sessions", args=[meeting.learning_set_id])),
    )


def _when(meeting: Meeting) -> str:
    return meeting.when(clock.now().date())


def _poll(letter: Letter) -> Poll | None:
    """For a reader who is still in the set."""
    poll = Poll.objects.select_related("meeting__learning_set", "asked_by").filter(id=about(letter)).first()
    if poll is None or not is_in(letter.person, poll.meeting.learning_set):
        return None
    return poll


def _page(poll: Poll) -> str:
    return reverse("programmes:poll", args=[poll.pk])
