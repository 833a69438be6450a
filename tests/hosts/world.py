"""Homeground Network, which Ruth organises for, and its programme in housing. Nest North is another host."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from setspace.core.schedule.presets import shapes
from setspace.hosts.changes import NewHost, NewProgramme, found_host, set_up
from setspace.hosts.models import Application, Host, Programme
from setspace.people.changes import person_for
from setspace.people.models import Person

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
HOMEGROUND = NewHost("Homeground Network", "Ruth Abbot, 020 7946 0000", "ruth@example.org")
HOUSING = NewProgramme(
    name="Housing, Spring 2027",
    shape=shapes()["tpas-vals"],
    first_on=date(2027, 2, 2),
    weekdays=(1, 3),
    at=time(9, 30),
    zone="Europe/London",
)


def homeground(by: Person, now: datetime = NOW) -> Host:
    return found_host(HOMEGROUND, by, now)


def another_host(by: Person, now: datetime = NOW) -> Host:
    return found_host(replace(HOMEGROUND, name="Nest North"), by, now)


def housing(host: Host, now: datetime = NOW, *, published: bool = True) -> Programme:
    programme = set_up(host, HOUSING, now)
    if published:
        programme.published_at = now
        programme.save(update_fields=["published_at"])
    return programme


def applied(programme: Programme, name: str, organisation: str = "", now: datetime = NOW) -> Application:
    """Somebody who has sent an application and can do every set."""
    first = name.split(maxsplit=1)[0].lower()
    application = Application.objects.create(
        programme=programme,
        person=person_for(f"{first}@example.org", name),
        organisation=organisation or f"{first.title()} Homes",
        job="Housing officer",
        level=2,
        languages=programme.language,
        steps_done=4,
        begun_at=now,
        saved_at=now,
        sent_at=now,
    )
    for one in programme.sets.all():
        application.set_answers.create(programme_set=one)
    return application
