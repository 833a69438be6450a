"""Who sits in a rehearsal: invented people with invented matters, and what each of them finds hard."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID, uuid5

from setspace.core.process.formats import Format, Plan
from setspace.core.process.state import CarriedAction, Role, Seat, Setup
from setspace.room.rehearsal.difficult import OF_ASKING, Away, Difficulty, away, habits_of
from setspace.room.rehearsal.person import SimulatedPerson
from setspace.room.rehearsal.phrases import MATTERS, Matter
from setspace.room.rehearsal.taking_part import Character

NAMES = (
    "Mei Lin",
    "Tom Hughes",
    "Ines Costa",
    "Sam Okoro",
    "Nora Whitby",
    "Jonah Achebe",
    "Lena Fox",
    "Yusuf Demir",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a facilitator asked to rehearse. ``speed`` is how many minutes pass in one."""

    plan: Plan
    formats: tuple[Format, ...]
    people: int
    speed: int
    difficulties: tuple[Difficulty, ...]
    seed: int
    zone: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A simulated member: their seat, what they do, what is hard for them, and when they are away."""

    seat: Seat
    person: SimulatedPerson
    difficulty: Difficulty | None
    away: Sequence[Away]

    def is_there(self, since_start: int) -> bool:
        return not any(one.since <= since_start < one.until for one in self.away)


def cast(room: UUID, wanted: Wanted) -> tuple[Actor, ...]:
    """The members, each difficulty given to one of them; the same seed gives the same people."""
    chance = Random(wanted.seed)  # noqa: S311  a rehearsal is to be played again from its seed
    matters = chance.sample(MATTERS, len(MATTERS))
    places = chance.sample(range(wanted.people), wanted.people)
    hard = _hard_for(places, wanted)
    return tuple(
        _actor(room, place, matters, hard.get(place), wanted, chance) for place in range(wanted.people)
    )


def _hard_for(places: Sequence[int], wanted: Wanted) -> dict[int, Difficulty]:
    """Who finds what hard. Where there is one turn, its holder is the first: whoever is to ask is another."""
    free, hard = list(places), {}
    for difficulty in wanted.difficulties[: len(places)]:
        others = [place for place in free if place or wanted.plan.turns > 1]
        place = (others or free)[0] if difficulty in OF_ASKING else free[0]
        free.remove(place)
        hard[place] = difficulty
    return hard


def setup(wanted: Wanted, actors: Sequence[Actor], leader: Seat, starts_at: int) -> Setup:
    """What the room of the rehearsal is opened with."""
    return Setup(
        title=f"Rehearsal, {wanted.plan.title.lower()}",
        plan=wanted.plan,
        formats=wanted.formats,
        seats=(leader, *(actor.seat for actor in actors)),
        carried=tuple(_carried(number, actor) for number, actor in enumerate(actors)),
        starts_at=starts_at,
        zone=wanted.zone,
    )


def _actor(
    room: UUID, place: int, matters: Sequence[Matter], hard: Difficulty | None, wanted: Wanted, chance: Random
) -> Actor:
    person = str(uuid5(room, NAMES[place]))
    character = Character.drawn(matters[place % len(matters)], chance)
    own = Random(chance.getrandbits(64))  # noqa: S311  as above
    simulated = SimulatedPerson(person, character, own, habits=habits_of(hard))
    seat = Seat(person, NAMES[place], Role.MEMBER)
    return Actor(seat, simulated, hard, away(hard, wanted.plan.minutes, chance))


def _carried(number: int, actor: Actor) -> CarriedAction:
    matter = MATTERS[number % len(MATTERS)]
    return CarriedAction(f"before-{number}", actor.seat.person, matter.steps[0].what, "by today", "under_way")
