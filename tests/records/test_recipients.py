"""Whoever comes and goes, the summary reaches those who are in the set and were there, and nobody else."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from setspace.people.models import Letter, Person
from setspace.programmes.models import Membership
from setspace.records import changes
from tests.records.world import BEGAN, HELD, World, delivered, join, leave, new_world

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SENT = HELD + timedelta(hours=100)
DELIVERED_LATER = 120
# Who comes in the very moment of the sending could be told of it or not; both are right.
HOURS = st.integers(-50, DELIVERED_LATER - 1).filter(lambda hour: hour != 100)
MOVES = st.lists(st.tuples(st.integers(0, 6), HOURS), max_size=12)


@dataclass(frozen=True)
class Stay:
    """An hour in, an hour out (None: still in), counted from the end of the session."""

    came: int
    left: int | None

    def covers(self, hour: int) -> bool:
        return self.came <= hour and (self.left is None or hour < self.left)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_the_summary_reaches_exactly_those_in_the_set_who_were_there(
    moves: list[tuple[int, int]], db: None
) -> None:
    world = new_world()
    people = [*world.members, world.charlie, world.ruth, world.tom]
    stays: dict[Person, list[Stay]] = {one: [Stay(-1000, None)] for one in (*world.members, world.ade)}
    changes.keep_session(world.held, world.outcome(), HELD)
    for who, hour in sorted(moves, key=lambda move: move[1]):
        if hour < 100:
            move(world, people[who], hour, stays)
    changes.send_summary(world.held, world.ade, SENT)
    for who, hour in sorted(moves, key=lambda move: move[1]):
        if hour >= 100:
            move(world, people[who], hour, stays)

    reached = [message.to[0] for message in delivered()]

    expected = [
        person.email
        for person, known in stays.items()
        if all(any(stay.covers(hour) for stay in known) for hour in (0, 100, DELIVERED_LATER))
    ]
    assert sorted(reached) == sorted(expected)
    Letter.objects.all().delete()


def move(world: World, person: Person, hour: int, stays: dict[Person, list[Stay]]) -> None:
    """Somebody in the set leaves it; somebody outside joins it."""
    known = stays.setdefault(person, [])
    at = HELD + timedelta(hours=hour)
    here = Membership.objects.filter(learning_set=world.learning_set, person=person, until_at=None).first()
    if here is None:
        join(world.learning_set, person, at=at)
        known.append(Stay(hour, None))
    else:
        leave(here, at)
        known[-1] = Stay(known[-1].came, hour)
    assert at > BEGAN
