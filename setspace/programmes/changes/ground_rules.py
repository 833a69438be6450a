"""What a set agrees to, version by version, and each person's yes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from setspace.core.emailing import Mode
from setspace.people.models import Person
from setspace.programmes.changes.telling import Refused, tell
from setspace.programmes.models import Assent, GroundRules, LearningSet
from setspace.programmes.queries import current_rules, everyone_of


def change_ground_rules(
    learning_set: LearningSet,
    rules: Sequence[str],
    by: Person,
    now: datetime,
    summary_mode: Mode | None = None,
) -> GroundRules:
    """A new version. Whoever wrote it has accepted it; everybody else is asked."""
    with transaction.atomic():
        version = new_rules(learning_set, rules, now, summary_mode)
        assent(version, by, now)
        tell(_asked(learning_set), "new_ground_rules", version.id, now, but=by)
        return version


def _asked(learning_set: LearningSet) -> list[Person]:
    """Everybody who is to accept the ground rules, observers too."""
    return [membership.person for membership in everyone_of(learning_set)]


def accept_ground_rules(version: GroundRules, person: Person, now: datetime) -> None:
    with transaction.atomic():
        if current_rules(version.learning_set) != version:
            raise Refused("The ground rules changed while you were reading. Please read them again")
        assent(version, person, now)


def new_rules(
    learning_set: LearningSet, rules: Sequence[str], now: datetime, summary_mode: Mode | None = None
) -> GroundRules:
    """The next version. Without a mode of its own it keeps how summaries are emailed."""
    before = current_rules(learning_set)
    number = before.version + 1 if before else 1
    mode = summary_mode or (before.mode if before else Mode.FULL)
    version = GroundRules(learning_set=learning_set, version=number, made_at=now, summary_mode=mode)
    version.seal_rules(list(rules))
    version.save(force_insert=True)
    return version


def assent(version: GroundRules, person: Person, now: datetime) -> None:
    Assent.objects.get_or_create(ground_rules=version, person=person, defaults={"at": now})
