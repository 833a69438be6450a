"""What is written about a room: that it closed by itself. Never what was said in it."""

from django.conf import settings
from django.urls import reverse

from setspace.lib.mail import Draft
from setspace.people import mails
from setspace.people.models import Letter
from setspace.programmes.models import Meeting, Membership
from setspace.programmes.queries import members_of
from setspace.records.models import Summary


def put_room_closed(meeting: Meeting) -> None:
    """Tell who facilitates that nobody closed the room, in the transaction that closes it."""
    for membership in members_of(meeting.learning_set):
        if not membership.leads_set:
            continue
        key = f"room_closed:{meeting.pk}:{membership.person_id}"
        mails.put(key, "room_closed", membership.person, about=meeting.pk)


def room_closed(letter: Letter) -> Draft | None:
    """Where a facilitator finds the summary of a session that closed by itself; None once it is sent."""
    if letter.about is None or letter.person is None:
        return None
    summary = Summary.objects.select_related("meeting__learning_set").filter(meeting=letter.about).first()
    if summary is None or summary.sent_at:
        return None
    learning_set = summary.meeting.learning_set
    leads = Membership.objects.filter(learning_set=learning_set, person=letter.person, until_at=None)
    if not any(membership.leads_set for membership in leads):
        return None
    link = settings.ORIGIN + reverse("records:summary", args=[summary.meeting_id])
    text = (
        f"Hello {letter.person.first_name},\n\n"
        f"Nobody closed the room of {summary.meeting.title}, so it closed by itself two hours later.\n"
        "All that was noted is kept. The summary waits for you to read it through and send it:\n\n"
        f"{link}\n"
    )
    return Draft(subject=f"{learning_set.name}: {summary.meeting.title} has closed", text=text)
