"""The board and what was suggested for it, two of them side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from setspace.core.forming.comparing import Elsewhere, better_in, elsewhere
from setspace.core.forming.model import Answer
from setspace.hosts.models import Programme, ProgrammeSet, Suggestion
from setspace.hosts.queries.instance import Forming
from setspace.hosts.queries.suggesting import moves_to, read_places
from setspace.hosts.queries.why import as_it_stands

NOW = "now"
KEPT = 6  # suggestions that can be looked at


@dataclass(frozen=True, slots=True)
class Side:
    """The board as it is, or a suggestion as it would be if it were taken up now."""

    key: str
    title: str
    suggestion: Suggestion | None
    answer: Answer
    n_moves: int


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a set of one side; ``other`` is where the other side has them, if not here too."""

    name: str
    organisation: str
    other: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A set, or whoever has none, on both sides."""

    planned: ProgrammeSet | None
    one: Sequence[Named]
    other: Sequence[Named]

    @property
    def differs(self) -> bool:
        return any(each.other for each in (*self.one, *self.other))


@dataclass(frozen=True, slots=True)
class Praised:
    side: Side
    n_placed: int
    better: Sequence[str]


@dataclass(frozen=True, slots=True)
class Comparison:
    one: Praised
    other: Praised
    n_elsewhere: int
    pairs: Sequence[Pair]


def latest_suggestions(programme: Programme) -> list[Suggestion]:
    return list(programme.suggestions.select_related("by").order_by("-number")[:KEPT])


def sides_of(forming: Forming, suggestions: Sequence[Suggestion]) -> dict[str, Side]:
    """By their keys: now, and the numbers of suggestions, the latest first."""
    _, answer = as_it_stands(forming)
    found = [Side(NOW, "The board now", None, answer, 0)]
    found += [_side(forming, answer, one) for one in suggestions]
    return {one.key: one for one in found}


def compared(forming: Forming, one: Side, other: Side) -> Comparison:
    instance, _ = as_it_stands(forming)
    differ = {each.who: each for each in elsewhere(one.answer, other.answer)}
    sets = {str(each.pk): each for each in forming.sets}
    pairs = [
        Pair(
            sets[here.id],
            _named(forming, sets, here.members, differ, is_one=True),
            _named(forming, sets, there.members, differ, is_one=False),
        )
        for here, there in zip(one.answer.sets, other.answer.sets, strict=True)
    ]
    waiting = Pair(
        None,
        _named(forming, sets, _differing(one.answer.waiting, differ), differ, is_one=True),
        _named(forming, sets, _differing(other.answer.waiting, differ), differ, is_one=False),
    )
    here, there = (
        Praised(side, sum(len(each.members) for each in side.answer.sets), better)
        for side, better in (
            (one, better_in(instance, one.answer, other.answer, forming.names)),
            (other, better_in(instance, other.answer, one.answer, forming.names)),
        )
    )
    return Comparison(here, there, len(differ), [*pairs, waiting])


def _side(forming: Forming, now: Answer, suggestion: Suggestion) -> Side:
    moves = moves_to(forming, read_places(suggestion))
    to = {str(one.application): str(one.to) if one.to else None for one in moves}
    sets = []
    for one in now.sets:
        stay = [who for who in one.members if who not in to]
        sets.append(replace(one, members=(*stay, *(who for who, where in to.items() if where == one.id))))
    placed = {who for one in sets for who in one.members}
    people = [who for one in now.sets for who in one.members]
    waiting = tuple(who for who in (*now.waiting, *people) if who not in placed)
    title = f"Suggestion {suggestion.number}"
    return Side(str(suggestion.number), title, suggestion, Answer(tuple(sets), waiting), len(moves))


def _differing(people: Sequence[str], differ: Mapping[str, Elsewhere]) -> list[str]:
    """Of many who wait only those whom one side places."""
    return [who for who in people if who in differ]


def _named(
    forming: Forming,
    sets: Mapping[str, ProgrammeSet],
    people: Sequence[str],
    differ: Mapping[str, Elsewhere],
    *,
    is_one: bool,
) -> list[Named]:
    found = []
    for who in people:
        application, where = forming.people[who], ""
        if who in differ:
            there = differ[who].other if is_one else differ[who].one
            where = sets[there].label if there else "no place"
        person = application.person
        found.append(Named(person.name or person.email, application.organisation, where))
    return sorted(found, key=lambda one: one.name.casefold())
