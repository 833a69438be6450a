"""Why somebody is where they are on the board, and every other way that was tried, as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from setspace.core.forming.explaining import Explanation, Way, explanation
from setspace.core.forming.model import Answer, Instance
from setspace.core.forming.trying import Step
from setspace.hosts.models import ProgrammeSet
from setspace.hosts.queries.board import Board, Card, cards_of
from setspace.hosts.queries.instance import Forming
from setspace.lib import words

NOWHERE = "Nowhere else works"


@dataclass(frozen=True, slots=True)
class OtherWay:
    """One set, and the steps that lead there, if any do, as the form sends them."""

    planned: ProgrammeSet
    lines: Sequence[str]
    costs: Sequence[str]
    steps: str
    is_swap: bool


@dataclass(frozen=True, slots=True)
class Why:
    """``here`` is none for somebody who waits: then there are ways alone."""

    card: Card
    name: str
    here: ProgrammeSet | None
    told: Explanation
    ways: Sequence[OtherWay]
    note: str

    @property
    def moves(self) -> list[OtherWay]:
        """To other sets; for somebody who waits, to any."""
        return [one for one in self.ways if one.planned != self.here]

    @property
    def room(self) -> list[OtherWay]:
        """How somebody who waits could come here, while this person stays."""
        return [one for one in self.ways if one.planned == self.here]

    @property
    def parts(self) -> list[tuple[str, Sequence[str], bool]]:
        """The heading of each part that has anything, its lines, and whether it is a cost."""
        if not self.here:
            return []
        good = self.told.good or ("No one thing stands out",)
        costs = self.told.costs or ("Nobody loses anything by it",)
        return [
            ("It has to be so", self.told.has_to, False),
            ("It is good because", good, False),
            ("What it costs", costs, bool(self.told.costs)),
        ]


def why(board: Board, who: str) -> Why | None:
    """None for whoever is not on the board, or whose set has begun."""
    forming = board.forming
    place = forming.places.get(who)
    here = next((one for one in forming.sets if place and one.pk == place.programme_set_id), None)
    if who not in forming.people or (here and here.learning_set_id):
        return None
    instance, answer = as_it_stands(forming)
    told = explanation(instance, answer, who, forming.names)
    (card,) = cards_of(board, [who])
    sets = {str(one.pk): one for one in forming.sets}
    ways = [_way(forming, sets[one.there.id], one) for one in told.ways]
    return Why(card, forming.names.person(who), here, told, ways, _note(here, ways))


def as_it_stands(forming: Forming) -> tuple[Instance, Answer]:
    """The board’s sets that have not begun, and whoever is free for them; pins are those of the board."""
    begun = {one.pk for one in forming.sets if one.learning_set_id}
    sets = tuple(forming.formed(one) for one in forming.sets if one.pk not in begun)
    pins = {
        who: str(place.programme_set_id)
        for who, place in forming.places.items()
        if place.pinned_at is not None
    }
    waiting = sorted(forming.people.keys() - forming.places.keys(), key=lambda who: _first(forming, who))
    return replace(forming.instance, pins=pins), Answer(sets, tuple(waiting))


def _first(forming: Forming, who: str) -> tuple[int, str]:
    return -forming.instance.applicants[who].priority, forming.people[who].person.name


def _way(forming: Forming, planned: ProgrammeSet, way: Way) -> OtherWay:
    asked = [forming.names.person(step.who) for step in way.steps if _has_seen(forming, step)]
    costs = [*way.costs]
    if asked:
        are = "have" if len(asked) > 1 else "has"
        costs.append(f"{words.listed(asked)} {are} been shown another set, and would be asked again")
    steps = " ".join(f"{UUID(one.who)}:{UUID(one.to)}" for one in way.steps)
    return OtherWay(planned, way.words, costs, steps, len(way.steps) > 1)


def _has_seen(forming: Forming, step: Step) -> bool:
    place = forming.places.get(step.who)
    return place is not None and place.shown_at is not None


def _note(here: ProgrammeSet | None, ways: Sequence[OtherWay]) -> str:
    if any(one.steps for one in ways if one.planned != here):
        return ""
    if here:
        return NOWHERE
    return (
        "No single move makes room: one more set, or a larger one, would"
        if ways
        else "There is no set to join"
    )
