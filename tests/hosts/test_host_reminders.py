"""Reminders of sessions follow the person's setting, and in a programme the host's too."""

from datetime import timedelta

import pytest

from setspace.hosts.models import Host
from setspace.hosts.queries.reminders import NAMES, reminders_left
from setspace.people.models import Letter, Person
from setspace.programmes.changes.reminders import LEADS, Lead, remind_of_sessions
from setspace.web.worker import STEPS
from tests.hosts.world import homeground, housing
from tests.records.world import World, new_world


@pytest.fixture
def world(db: None) -> World:
    return new_world()


@pytest.fixture
def host(world: World) -> Host:
    """Of whose programme the set is the first."""
    programme = housing(homeground(world.ruth))
    programme.sets.filter(number=1).update(learning_set=world.learning_set)
    return programme.host


def reminded(world: World, lead: Lead) -> set[Person]:
    Letter.objects.all().delete()
    remind_of_sessions(world.coming.starts_at - lead.before + timedelta(minutes=1), reminders_left)
    return {one.person for one in Letter.objects.all() if one.person is not None}


@pytest.mark.parametrize("lead", LEADS, ids=[one.name for one in LEADS])
def test_a_reminder_needs_the_yes_of_the_host_and_of_the_person(world: World, host: Host, lead: Lead) -> None:
    Person.objects.update(**{f"wants_{lead.name}_before": True})
    Person.objects.filter(id=world.tom.id).update(**{f"wants_{lead.name}_before": False})
    assert reminded(world, lead) == {world.ade, world.mei, world.ines, world.sam}
    Host.objects.update(**{f"reminds_{lead.name}_before": False})
    assert reminded(world, lead) == set()


def test_a_host_says_nothing_about_a_set_of_its_own_standing(world: World, host: Host) -> None:
    Host.objects.update(**{f"reminds_{name}_before": False for name in NAMES})
    host.programmes.get().sets.update(learning_set=None)
    day = LEADS[1]
    assert len(reminded(world, day)) == 5


def test_hosts_and_people_speak_of_the_same_reminders_and_the_worker_asks_both(
    world: World, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tuple(one.name for one in LEADS) == NAMES
    Host.objects.update(reminds_day_before=False)
    at = world.coming.starts_at - timedelta(hours=23)
    monkeypatch.setattr("setspace.lib.clock.now", lambda: at)
    step = next(one for one in STEPS if one.name == "reminders of sessions put")
    assert step.work() == 0
    Host.objects.update(reminds_day_before=True)
    assert step.work() == 5
