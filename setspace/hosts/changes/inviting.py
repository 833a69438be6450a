"""From the board to a set that meets: shown to its people, then founded.

Nobody is put into a set: each is asked, the facilitator first.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from setspace.hosts.models import Application, Placement, ProgrammeSet
from setspace.hosts.queries.fitting import fitting_plan
from setspace.people import mails as letters
from setspace.people.models import Person
from setspace.programmes.changes import Invitee, NewSet, PlannedDate, Refused, start_set
from setspace.programmes.models import LearningSet

FEWEST = 2
LONGEST_NAME = 80


def show_set(planned: ProgrammeSet, now: datetime) -> int:
    """Asks everybody in a planned set who has not been shown it yet. Says how many."""
    with transaction.atomic():
        planned = locked(planned)
        _refuse_what_has_begun(planned)
        places = [one for one in _standing(planned) if one.shown_at is None]
        if not places:
            raise Refused("Everybody in this set has been shown it")
        _tell_who_said_yes(planned, now)
        for place in places:
            place.shown_at = now
            place.save(update_fields=["shown_at"])
            accept(place.application, now)
            letters.put(f"place:{place.id}", "place_proposed", place.application.person, about=place.id)
        return len(places)


def found_set(planned: ProgrammeSet, rules: Sequence[str], by: Person, now: datetime) -> LearningSet:
    """The set itself, its dates and invitations. The members’ wait until the facilitator has said yes."""
    with transaction.atomic():
        planned = locked(planned)
        _refuse_what_has_begun(planned)
        people = _agreed(planned)
        learning_set = start_set(_new_set(planned, people, rules, by), by, now)
        _tie(planned, learning_set)
        return learning_set


def name_organisation(planned: ProgrammeSet, organisation: str) -> None:
    """Where the facilitator works, so that nobody from there is placed in the set."""
    planned.facilitator_organisation = organisation.strip()
    planned.save(update_fields=["facilitator_organisation"])


def _tell_who_said_yes(planned: ProgrammeSet, now: datetime) -> None:
    """Somebody new would be in their set. Their yes stands unless they say otherwise."""
    for place in _standing(planned):
        if place.agreed_at:
            key = f"place_changed:{place.id}:{int(now.timestamp() * 1000)}"
            letters.put(key, "place_changed", place.application.person, about=place.id)


def _agreed(planned: ProgrammeSet) -> list[Person]:
    places = _standing(planned)
    waiting = [one.application.person.name for one in places if one.agreed_at is None]
    if planned.facilitator is None:
        raise Refused("Find a facilitator for this set first. The facilitator is asked before anybody else")
    if waiting:
        raise Refused(
            f"These have not said yes: {', '.join(waiting)}. Wait for them, or take them off the set"
        )
    if len(places) < FEWEST:
        raise Refused("A set needs at least two people who have said yes")
    return [one.application.person for one in places]


def _new_set(planned: ProgrammeSet, people: Sequence[Person], rules: Sequence[str], by: Person) -> NewSet:
    programme, facilitator = planned.programme, planned.facilitator
    assert facilitator is not None
    dates = [PlannedDate(one.on, one.at, fitting_plan(one)) for one in planned.dates.all()]
    usual = Counter(one.plan for one in dates).most_common(1)
    return NewSet(
        name=f"{programme.name}: {planned.label}"[:LONGEST_NAME],
        plan=usual[0][0] if usual else "tpas-session",
        people=[Invitee(one.name, one.email) for one in people if one != facilitator],
        rules=rules,
        facilitator=None if facilitator == by else Invitee(facilitator.name, facilitator.email),
        dates=dates,
        language=planned.language,
        zone=programme.zone,
        absence_rule=programme.absence,
    )


def _tie(planned: ProgrammeSet, learning_set: LearningSet) -> None:
    """Each planned date with its session: from now on the set’s own dates count."""
    planned.learning_set = learning_set
    planned.save(update_fields=["learning_set"])
    sessions = {(one.on, one.at): one for one in learning_set.meetings.all()}
    for date in planned.dates.all():
        date.meeting = sessions[date.on, date.at]
        date.save(update_fields=["meeting"])


def _standing(planned: ProgrammeSet) -> list[Placement]:
    """The places of those who may still come."""
    found = planned.placements.filter(
        ended_at=None, declined_at=None, application__withdrawn_at=None, application__declined_at=None
    )
    return list(found.select_related("application__person").order_by("placed_at"))


def accept(application: Application, now: datetime) -> None:
    """Whoever waited has a place now."""
    if application.accepted_at is None:
        application.accepted_at, application.waiting_at = now, None
        application.save(update_fields=["accepted_at", "waiting_at"])


def _refuse_what_has_begun(planned: ProgrammeSet) -> None:
    if planned.learning_set_id:
        raise Refused("This set has begun")


def locked(planned: ProgrammeSet) -> ProgrammeSet:
    pk: UUID = planned.pk
    found = ProgrammeSet.objects.select_for_update(of=("self",)).select_related(
        "programme__host", "facilitator", "learning_set"
    )
    return found.get(pk=pk)
