"""Forming again after a no or a conflict: few people move, and those who have said yes move last."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from setspace.core.forming.model import Answer, Applicant, Instance, Size
from setspace.core.forming.moving import broken_in
from setspace.hosts.queries.board import Board, in_words
from setspace.hosts.queries.conflicts import AskedAgain, asked_again
from setspace.hosts.queries.instance import Forming
from setspace.hosts.queries.moves import Move
from setspace.hosts.queries.refused import Sets, refused_in
from setspace.hosts.solver import solved
from setspace.lib import words

SECONDS = 3.0
FEWEST = 2
STAYS_FIRST = 100_000  # who stays is placed before anybody else


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The moves, and what they are in words: how many, and for each why."""

    moves: Sequence[Move]
    whole: str
    each: Sequence[str]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Why sets that people have seen should be formed again."""

    asked: Sequence[AskedAgain]
    without: Sequence[str]  # who was accepted and has no place
    n_clashes: int


def unsettled(board: Board) -> Unsettled | None:
    """None while nobody has been shown a set, and where all is well."""
    forming = board.forming
    if all(one.learning_set_id for one in forming.sets):
        return None
    asked = asked_again(forming.programme)
    if (
        not asked
        and not any(one.shown_at for one in forming.places.values())
        and not refused_in(forming.programme)
    ):
        return None
    people = [forming.people[who] for who in board.free]
    without = [one.person.name for one in people if one.accepted_at]
    if not (asked or without or board.clashes):
        return None
    return Unsettled(asked, without, len(board.clashes))


def regrouped(forming: Forming, seconds: float = SECONDS) -> Regrouped | None:
    """None where no set can be formed. Those who said yes move only where an accepted person needs it."""
    refused, pinned = refused_in(forming.programme), _pinned(forming)
    first = _solved(forming, pinned | _settled(forming), refused, seconds)
    if first is None or _left_out(forming, first, refused):
        freer = _solved(forming, pinned, refused, seconds)
        if first is None or (freer and _worse(forming, first, freer)):
            first = freer
    if first is None:
        return None
    return Regrouped(first, _whole(forming, first), [_why(forming, one, first, refused) for one in first])


def _pinned(forming: Forming) -> set[str]:
    return {who for who, place in forming.places.items() if place.pinned_at}


def _settled(forming: Forming) -> set[str]:
    """Who has said yes, and is in the way of nobody else who has, or who is pinned."""
    firm = {who for who, place in forming.places.items() if place.agreed_at or place.pinned_at}
    found: set[str] = set()
    for planned in forming.sets:
        there = forming.formed(planned)
        there = replace(there, members=tuple(who for who in there.members if who in firm))
        found |= set(there.members) - broken_in(forming.instance, there).keys()
    return found


def _solved(forming: Forming, stay: set[str], refused: Sets, seconds: float) -> list[Move] | None:
    instance = _instance(forming, stay, refused)
    if len(instance.applicants) < FEWEST:
        return None
    answer = solved(instance, seconds)
    return _moves(forming, instance, answer, stay) if answer.sets else None


def _instance(forming: Forming, stay: set[str], refused: Sets) -> Instance:
    """The sets as they stand are those of before, so that each who leaves one counts."""
    full, begun = forming.instance, {str(one.pk) for one in forming.sets if one.learning_set_id}
    people = {
        who: _applicant(forming, one, who in stay, refused.get(who, set()))
        for who, one in full.applicants.items()
        if who not in forming.places or str(forming.places[who].programme_set_id) not in begun
    }
    size = full.programme.size
    least = max(FEWEST, size.least)
    size = Size(least, max(least, size.most), max(least, size.target), continuing=1)
    before = [forming.formed(one) for one in forming.sets if str(one.pk) not in begun]
    return replace(
        full,
        programme=replace(full.programme, size=size),
        applicants=people,
        not_with=frozenset(two for two in full.not_with if set(two) <= people.keys()),
        previous=tuple(one for one in before if one.members),
    )


def _applicant(forming: Forming, one: Applicant, stays: bool, refused: set[str]) -> Applicant:
    place = forming.places.get(one.id)
    if place and stays:
        return replace(one, slots={str(place.programme_set_id): 0}, priority=one.priority + STAYS_FIRST)
    return replace(one, slots={slot: wish for slot, wish in one.slots.items() if slot not in refused})


def _moves(forming: Forming, instance: Instance, answer: Answer, stay: set[str]) -> list[Move]:
    wanted = {who: one.slot for one in answer.sets for who in one.members}
    taken = Counter(str(forming.places[who].programme_set_id) for who in stay if who in forming.places)
    moves = []
    for who in sorted(instance.applicants.keys() - stay, key=lambda one: forming.people[one].person.name):
        place, to = forming.places.get(who), wanted.get(who)
        if to and taken[to] >= forming.programme.most_people:
            to = None
        taken[to or ""] += 1
        was = place.programme_set_id if place else None
        moves.append(Move(UUID(who), was, False, UUID(to) if to else None, False))
    return [one for one in moves if one.was != one.to]


def _left_out(forming: Forming, moves: Sequence[Move], refused: Sets) -> int:
    """How many were accepted, could be in a set, and would be in none."""
    after = {who: place.programme_set_id for who, place in forming.places.items()}
    goes = {str(one.application): one.to for one in moves}
    where = {who: goes.get(who, after.get(who)) for who in forming.people}
    slots = forming.instance.applicants
    return sum(
        where[who] is None and bool(slots[who].slots.keys() - refused.get(who, set()))
        for who, one in forming.people.items()
        if one.accepted_at
    )


def _worse(forming: Forming, first: Sequence[Move], other: Sequence[Move]) -> bool:
    return _left_out(forming, first, {}) > _left_out(forming, other, {})


def _whole(forming: Forming, moves: Sequence[Move]) -> str:
    """Two people move; nobody who has said yes."""
    moved = [one for one in moves if one.was]
    asked = [
        forming.people[str(one.application)].person.first_name
        for one in moved
        if forming.places[str(one.application)].agreed_at
    ]
    n_new = len(moves) - len(moved)
    if not moved:
        come = words.counted(n_new, "person comes", "people come").capitalize()
        return f"{come} into a set, and nobody has to move"
    said = words.counted(len(moved), "person moves", "people move").capitalize()
    again = "is asked again" if len(asked) == 1 else "are asked again"
    yes = f"{words.listed(asked)} had said yes, and {again}" if asked else "nobody who has said yes"
    return f"{said}; {yes}"


def _why(forming: Forming, move: Move, moves: Sequence[Move], refused: Sets) -> str:
    who, labels = str(move.application), {one.pk: one.label for one in forming.sets}
    name = forming.people[who].person.first_name
    if move.was is None:
        no = [labels[UUID(one)] for one in refused.get(who, ()) if UUID(one) in labels]
        why = f"said no to the {words.listed(no)}" if no else "had no place"
        return f"{name} {why} and comes into the {labels[move.to] if move.to else 'board'}"
    to = f"goes to the {labels[move.to]}" if move.to else "has no place now"
    return f"{name} {to}: {next(_reasons(forming, move, moves))}"


def _reasons(forming: Forming, move: Move, moves: Sequence[Move]) -> Iterator[str]:
    who = str(move.application)
    here = next(one for one in forming.sets if one.pk == move.was)
    for broken in broken_in(forming.instance, forming.formed(here)).get(who, ()):
        yield in_words(forming, here, who, broken)
    coming = [forming.people[str(one.application)].person.first_name for one in moves if one.to == here.pk]
    if coming:
        yield f"that makes room for {words.listed(coming)}"
    yield "so that every set is large enough"
