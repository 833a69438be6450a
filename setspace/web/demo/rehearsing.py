"""A whole session without a screen, through the same code as a real one, checked by the oracle."""

import email
import email.policy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.message import EmailMessage
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from setspace.core.process import events as e
from setspace.core.process.files import Course
from setspace.core.process.outcome import Outcome, outcome
from setspace.lib import clock
from setspace.lib.mail import MailboxBackend
from setspace.people.models import Letter, LetterState
from setspace.people.outbox import send_due
from setspace.programmes.changes import PlannedDate, take_copy
from setspace.programmes.models import Meeting
from setspace.records.changes import send_summary
from setspace.room.queries import to_ms
from setspace.room.rehearsal.company import RealRoom, played
from setspace.room.rehearsal.oracle import Held, Mail, broken_rules, minutes_per_holder
from setspace.web.demo.cast import FACILITATOR, MEMBERS, UNDERSTUDIES
from setspace.web.demo.founding import Founded, company_of, found_set, gather, history_of, introduced

STARTED = datetime(2027, 1, 12, 10, 0, tzinfo=UTC)
HELD_ON = datetime(2027, 2, 9, 9, 25, tzinfo=UTC)
HALF_PAST_NINE = time(9, 30)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What happened in a session that was played."""

    plan: str
    people: int
    seed: int
    log: list[e.Event]
    names: dict[str, str]
    zone: ZoneInfo
    result: Outcome
    mails: list[Mail]
    broken_rules: list[str]

    @property
    def minutes_per_holder(self) -> dict[str, float]:
        return minutes_per_holder(Held(self.log, self.names))

    @property
    def n_questions(self) -> int:
        return sum(isinstance(event, e.QuestionAsked) for event in self.log)

    @property
    def n_actions(self) -> int:
        return sum(len(part.actions) for part in self.result.parts)

    def plain(self) -> dict[str, Any]:
        return {
            "plan": self.plan,
            "people": self.people,
            "seed": self.seed,
            "events": len(self.log),
            "minutes_per_holder": self.minutes_per_holder,
            "questions": self.n_questions,
            "actions": self.n_actions,
            "mails": [{"subject": mail.subject, "recipients": list(mail.recipients)} for mail in self.mails],
            "broken_rules": self.broken_rules,
        }


def rehearse(
    plan: str | Course, n_people: int, seed: int, tell: Callable[[str], None] = lambda _: None
) -> Rehearsed:
    """Play a session with so many members; the same seed gives the same session.

    The plan is one of ours by its key, or somebody's own with its rounds.
    """
    founded = _founded(plan, n_people)
    meeting = founded.first_meeting()
    room = gather(founded, meeting, HELD_ON)
    end = _play(room, founded, seed, tell)
    with _mailbox() as folder:
        _send(MailboxBackend(folder / "before"))
        send_summary(meeting, founded.facilitator, end)
        _send(MailboxBackend(folder / "after"))
        mails = list(_read(folder / "after"))
    names = {str(person.pk): person.name for person in founded.people}
    result = outcome(room.state(), to_ms(end))
    log = history_of(meeting)
    addresses = [person.email for person in founded.people]
    broken = broken_rules(Held(log, names, result.parts), mails, addresses) + _unlike_the_log(meeting, log)
    key = plan if isinstance(plan, str) else plan.plan.key
    return Rehearsed(key, n_people, seed, log, names, founded.learning_set.tz, result, mails, broken)


def _founded(plan: str | Course, n_people: int) -> Founded:
    key = plan if isinstance(plan, str) else take_copy(plan, introduced(FACILITATOR), STARTED).key
    dates = [PlannedDate(HELD_ON.date(), HALF_PAST_NINE, key)]
    return found_set(key, (*MEMBERS, *UNDERSTUDIES)[:n_people], dates, STARTED)


def _play(room: RealRoom, founded: Founded, seed: int, tell: Callable[[str], None]) -> datetime:
    """To the end. Each stage that begins is told."""
    chance = Random(seed)  # noqa: S311  a rehearsal is to be played again from its seed
    now = began = to_ms(HELD_ON)
    n_visits = 0
    for now in played(room, company_of(founded, chance), began):
        state = room.state()
        if state.step is not None and len(state.visits) != n_visits:
            n_visits = len(state.visits)
            at = datetime.fromtimestamp(now / 1000, founded.learning_set.tz)
            tell(f"{at:%H:%M}  {state.step.block.title}: {state.step.title}")
    return datetime.fromtimestamp(now / 1000, UTC)


def _unlike_the_log(meeting: Meeting, log: list[e.Event]) -> list[str]:
    """The room counts its events; the log must have just as many, in the order of time."""
    meeting.refresh_from_db()
    broken = [] if meeting.room.number == len(log) else ["The room's number is not that of its newest event."]
    moments = [event.at for event in log]
    return broken if moments == sorted(moments) else [*broken, "Time ran backwards."]


@contextmanager
def _mailbox() -> Iterator[Path]:
    with TemporaryDirectory(prefix="setspace-mail-") as folder:
        yield Path(folder)


def _send(carrier: MailboxBackend) -> None:
    while Letter.objects.filter(state=LetterState.WAITING).exists():
        if not send_due(clock.wall(), carrier):
            return


def _read(folder: Path) -> Iterator[Mail]:
    for path in sorted(folder.glob("*.eml")):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        plain = message.get_body(("plain",))
        recipients = tuple(address.addr_spec for address in message["To"].addresses)
        yield Mail(str(message["Subject"]), recipients, plain.get_content() if plain else "")
