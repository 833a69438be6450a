"""What Mei writes for herself between the sessions of the demo, and what she shares of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.changes import share_piece, write_reflection, write_review
from setspace.records.changes.feedback import ask_for_feedback, read_feedback, send_feedback
from setspace.records.changes.loops import begin_loop, keep_assumption
from setspace.room.rehearsal.phrases import REFLECTIONS

PIECE = "I talked fast again when it came to my own part."
REVIEW = {
    "learned": "I am afraid of the second winter, not of the meeting.",
    "myself": "I look at the clock when it gets close.",
}
LOOP = {
    "belief": "If I say that it will not be mended, they will stop talking to us.",
    "frame": "Every meeting was a promise that I had to bring.",
    "did": "I said “soon”, and changed the subject.",
    "came": "They stopped asking. I took it for trust.",
    "other": "People can live with a no that they can plan with.",
}
ASSUMPTION = "It is quicker if I do it myself."
ABOUT = "How I am with silence."
FEEDBACK = {
    "appreciated": "When I lost my thread you looked at me and said nothing. I found it again by myself.",
    "noticed": "You wrote while the second question was asked, and looked up at its last word.",
    "more": "I would like to hear your own doubt, as you told it in the check-in.",
}


def asked_around(person: Person, others: Sequence[Person], meeting: Meeting, at: datetime) -> None:
    """One has written, and it is read; the other asks in turn."""
    one, other = others
    request = ask_for_feedback(person, others, meeting, ABOUT, at)
    later = at + timedelta(days=1)
    read_feedback(send_feedback(request.asked.get(person=one), FEEDBACK, later), later)
    ask_for_feedback(other, [person], meeting, "What did my questions do?", at)


def looked_back(person: Person, meeting: Meeting, at: datetime) -> None:
    number = meeting.number or 1
    written = write_reflection(person, REFLECTIONS[number - 1], at, meeting, prompt="stays")
    if number == 1:
        share_piece(person, meeting.learning_set, written.pk, PIECE, at)
        begin_loop(person, LOOP, at, meeting)
    else:
        write_review(person, meeting, REVIEW, at)
        keep_assumption(person, ASSUMPTION, at, meeting)
