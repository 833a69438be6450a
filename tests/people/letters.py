"""Letters for the tests of the outbox."""

from datetime import UTC, datetime, timedelta

from setspace.lib.mail import Draft
from setspace.people import mails
from setspace.people.models import Letter, Person

NOW = datetime(2027, 4, 27, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def a_note(letter: Letter) -> Draft | None:
    return Draft(
        subject="Tuesday set, session 3: your questions and actions",
        text="Plain words",
        html="<p>Plain words</p>",
        from_name="Ade",
        reply_to="ade@example.org",
    )


def no_longer_due(letter: Letter) -> Draft | None:
    return None


def broken(letter: Letter) -> Draft | None:
    raise RuntimeError("quizzaciously")


def put_note(mei: Person, key: str = "summary:1:mei", purpose: str = "note") -> Letter:
    assert mails.put(key, purpose, mei, due_at=NOW)
    return Letter.objects.get(key=key)


def state_of(letter: Letter) -> str:
    letter.refresh_from_db()
    return letter.state
