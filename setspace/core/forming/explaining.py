"""Why each person is where they are, what it costs, and what moving them would do: in words, never in points.

Each alternative is really tried.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from setspace.core.forming.model import Answer, FormedSet, Instance, Objective
from setspace.core.forming.reasons import Reason, Why, costs, good, has_to
from setspace.core.forming.telling import Names, lost_in_words, tried_in_words, why_in_words
from setspace.core.forming.trying import Step, Tried, moves_of, room_for

UNKNOWN = 10**12
MOST_FREED = 2
"""People who wait for a place here, for each of whom a way is looked for."""

NO_SET = "No set could be formed"
ONE_MORE = "One more set, with a slot and a facilitator, or a larger set would make room"


@dataclass(frozen=True, slots=True)
class Way:
    """One other set: what it would be to go there, and the steps that do it, if there are any."""

    there: FormedSet
    words: tuple[str, ...]
    costs: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The four parts for somebody who is placed; for somebody who waits there are ways alone."""

    has_to: tuple[str, ...]
    good: tuple[str, ...]
    costs: tuple[str, ...]
    ways: tuple[Way, ...]


def bound_in_words(now: Objective, bound: Objective) -> str:
    """How much better an answer could be at most."""
    if now.placed < bound.placed:
        return f"At most {bound.placed} people can have a place; {now.placed} do here."
    if now.priority < bound.priority:
        return "As many people as possible have a place; whether those of highest priority do is not proven."
    if now == bound:
        return "Proven: nothing better exists under these rules."
    if now.kept < bound.kept or bound.quality >= UNKNOWN:
        return "Nobody else can have a place. How much better the sets themselves could be is not known."
    share = (bound.quality - now.quality) / max(abs(bound.quality), 1)
    return f"Nobody else can have a place, and the sets themselves are at most {share:.1%} from the best."


def explanation(instance: Instance, answer: Answer, who: str, names: Names) -> Explanation:
    """For one person, in sentences without their stops."""

    def told(reasons: Iterable[Reason]) -> tuple[str, ...]:
        found = [why_in_words(one, who, instance, names) for one in reasons]
        return tuple(dict.fromkeys(filter(None, found)))

    def ways(found: Iterable[Tried], who: str = who) -> list[Way]:
        return [
            Way(
                one.there,
                tuple(tried_in_words(one, who, names)) if one.steps else (),
                tuple(lost_in_words(one, who, instance, names)),
                one.steps,
            )
            for one in found
        ]

    here = next((one for one in answer.sets if who in one.members), None)
    if here is None:
        return Explanation((), (), (), tuple(ways(room_for(instance, answer, who))))
    cost = list(costs(instance, answer, here, who))
    kept_out = [waits for one in cost if one.why is Why.TAKES for waits in one.people]
    frees = [way for waits in kept_out[:MOST_FREED] for way in _frees(instance, answer, here, who, waits)]
    return Explanation(
        told(has_to(instance, answer, here, who)),
        told(good(instance, here, who)),
        told(cost),
        (*ways(moves_of(instance, answer, who)), *(one for way, by in frees for one in ways([way], by))),
    )


def _frees(
    instance: Instance, answer: Answer, here: FormedSet, who: str, waits: str
) -> list[tuple[Tried, str]]:
    """How somebody who waits could come here all the same, while this person stays."""
    return [
        (way, waits)
        for way in room_for(instance, answer, waits)
        if way.there.id == here.id and way.steps and who not in [one.who for one in way.steps]
    ]


def explained(instance: Instance, answer: Answer) -> dict[str, Any]:
    """For each person, by id: words for why, what it costs, and what else was tried."""
    people: dict[str, Any] = {}
    names = Plainly(instance)
    for one in answer.sets:
        for who in one.members:
            found = explanation(instance, answer, who, names)
            people[who] = {
                "it_has_to_be_so": list(found.has_to),
                "it_is_good_because": list(found.good),
                "what_it_costs": list(found.costs),
                "if_you_moved_them": _ways(found, "to "),
            }
    for who in answer.waiting:
        found = explanation(instance, answer, who, names)
        people[who] = {"what_would_make_room": [*_ways(found), ONE_MORE] if found.ways else [NO_SET]}
    return {"people": people}


def _ways(found: Explanation, before: str = "") -> list[str]:
    return [f"{before}{one.there.id}: {'. '.join([*one.words, *one.costs])}" for one in found.ways]


@dataclass(frozen=True, slots=True)
class Plainly:
    """By their ids, as in the file."""

    instance: Instance

    def person(self, who: str) -> str:
        return who

    def organisation(self, who: str) -> str:
        return self.instance.applicants[who].org

    def there(self, one: FormedSet) -> str:
        return one.id

    def trait(self, who: str, trait: str) -> str:
        return f"has {trait} {self.instance.applicants[who].is_what[trait]}"

    def kind(self, trait: str) -> str:
        return trait

    def people(self, number: int, more: str) -> str:
        return f"{number} {more} people"

    def instead(self, trait: str, before: int, after: int) -> str:
        return f"{after} of {trait} instead of {before}"
