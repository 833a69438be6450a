"""What it costs, in words, if somebody comes into a set that has begun: only dates still to come count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from setspace.core.forming.moving import Broken, Rule
from setspace.hosts.models import (
    DateAnswer,
    Placement,
    Programme,
    ProgrammeDate,
    ProgrammeSet,
    Proposal,
    SetAnswer,
)
from setspace.hosts.queries.board import in_words
from setspace.hosts.queries.instance import Forming
from setspace.lib import dates, words
from setspace.programmes.models import Membership, Role

Who = tuple[str, UUID]  # an application, and a set


@dataclass(frozen=True, slots=True)
class DatesSaid:
    """What people have said of sets and of single dates, read once."""

    sets: Mapping[str, Mapping[UUID, bool]]  # those they can do: gladly, or if need be
    away: Mapping[Who, Sequence[date]]  # dates still to come that they cannot do
    refused: frozenset[Who]
    left: frozenset[Who]  # in which sets they were once
    unwanted: frozenset[Who]  # for which sets a facilitator has said no to them


def dates_said(programme: Programme, now: datetime) -> DatesSaid:
    answers = SetAnswer.objects.filter(application__programme=programme)
    sets: dict[str, dict[UUID, bool]] = {}
    for who, where, gladly in answers.values_list("application_id", "programme_set_id", "is_preferred"):
        sets.setdefault(str(who), {})[where] = gladly
    rows = DateAnswer.objects.filter(application__programme=programme, can_come=False)
    away: dict[Who, list[date]] = {}
    for row in rows.select_related("programme_date__meeting").order_by("programme_date__position"):
        on = _on(row.programme_date)
        if on and on >= now.astimezone(programme.tz).date():
            away.setdefault((str(row.application_id), row.programme_date.programme_set_id), []).append(on)
    no = Placement.objects.filter(application__programme=programme, declined_at__isnull=False)
    refused = frozenset(
        (str(who), where) for who, where in no.values_list("application_id", "programme_set_id")
    )
    return DatesSaid(sets, away, refused, _left(programme), _unwanted(programme))


def costs_of(
    forming: Forming, planned: ProgrammeSet, who: str, said: DatesSaid, broken: Sequence[Broken]
) -> list[str]:
    """Sentences; none where nothing stands in the way."""
    name, label = forming.people[who].person.first_name, planned.label
    found = []
    wish = said.sets.get(who)
    if wish is None:
        found.append(f"{name} has not said which sets suit")
    elif planned.pk not in wish:
        found.append(f"{name} did not choose the {label}")
    elif not wish[planned.pk]:
        found.append(f"{name} can do the {label} if need be")
    days = [dates.day(one) for one in said.away.get((who, planned.pk), ())]
    if days:
        found.append(f"{name} cannot come on {words.listed(days)}")
    if (who, planned.pk) in said.unwanted:
        found.append(f"{name} was proposed before, and the answer was no")
    if (who, planned.pk) in said.left:
        found.append(f"{name} was in the {label}, and has left it")
    if (who, planned.pk) in said.refused:
        found.append(f"{name} has said no to the {label} before")
    rules = [one for one in broken if one.rule is not Rule.DATES]
    return [*found, *(in_words(forming, planned, who, one) for one in rules)]


def _left(programme: Programme) -> frozenset[Who]:
    sets = dict(programme.sets.exclude(learning_set=None).values_list("learning_set_id", "pk"))
    gone = Membership.objects.filter(learning_set__in=sets, until_at__isnull=False)
    found = gone.filter(person__applications__programme=programme, role=Role.MEMBER)
    rows = found.values_list("person__applications__id", "learning_set_id")
    return frozenset((str(who), sets[where]) for who, where in rows)


def _unwanted(programme: Programme) -> frozenset[Who]:
    proposed = Proposal.objects.filter(programme_set__programme=programme)
    no = proposed.filter(invitation__sent_at=None, invitation__withdrawn_at__isnull=False)
    rows = no.values_list("application_id", "programme_set_id")
    return frozenset((str(who), where) for who, where in rows)


def _on(one: ProgrammeDate) -> date | None:
    """When it is now; None once it is cancelled."""
    if one.meeting is None:
        return one.on
    return None if one.meeting.cancelled_at else one.meeting.on
