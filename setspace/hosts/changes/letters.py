"""Holding back a letter, letting it go, trying it once more; and wording letters in one's own way."""

from datetime import datetime

from setspace.hosts.models import Host, HostText
from setspace.people import changes as people
from setspace.people.models import Letter
from setspace.programmes.changes.people import send_again
from setspace.programmes.mails import about
from setspace.programmes.models import Invitation

hold, let_go = people.hold, people.let_go


def try_again(letter: Letter, now: datetime) -> None:
    """An invitation goes out with a new link: the one in the letter that was lost is no longer known."""
    if letter.purpose != "invitation":
        people.send_again(letter, now)
        return
    found = Invitation.objects.select_related("person", "learning_set").filter(id=about(letter)).first()
    if found is not None and found.is_open:
        send_again(found, now)
        Letter.objects.filter(id=letter.id).delete()


def word(host: Host, purpose: str, subject: str, body: str, now: datetime) -> None:
    """From the next letter on. One that waits is worded when it is sent, so it has the new words too."""
    said = {"subject": subject, "body": body, "changed_at": now}
    HostText.objects.update_or_create(host=host, purpose=purpose, defaults=said)


def word_as_it_was(host: Host, purpose: str) -> None:
    HostText.objects.filter(host=host, purpose=purpose).delete()


def change_reminders(host: Host, *, week: bool, day: bool, hour: bool) -> None:
    """Which reminders of sessions the people of this host's sets may choose from."""
    host.reminds_week_before, host.reminds_day_before, host.reminds_hour_before = week, day, hour
    host.save(update_fields=["reminds_week_before", "reminds_day_before", "reminds_hour_before"])
