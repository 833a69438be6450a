"""From plain data to an `Instance`. Whatever is wrong is said in one sentence, with where it stands."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from setspace.core.forming.fields import Fault, Fields, listing, whole
from setspace.core.forming.model import (
    WEIGHTS,
    Applicant,
    Attribute,
    Facilitator,
    FormedSet,
    Instance,
    Pair,
    Programme,
    Size,
    Slot,
    pair,
)

SCHEMA = "als-forming/1"
TOP = "schema name family seed programme applicants facilitators not_with with repeats pins previous dropped"
PROGRAMME = "size max_sets max_per_org slots score"
APPLICANT = "id org slots needs languages timezone aims applied carried_over priority"
DESCRIBED = "level role sector region gender"
FACILITATOR = "id org slots max_sets languages not_with timezone"
FEWEST = 2

T = TypeVar("T", Applicant, Facilitator, FormedSet, Slot)


def instance_of(data: object) -> Instance:
    """The instance in `data`, as read from JSON; raises `Fault` with what is wrong and where."""
    top = Fields(data, "The file", TOP)
    if top.text("schema") != SCHEMA:
        raise Fault(f"This is {top.text('schema')!r}; only {SCHEMA!r} can be read.")
    programme = _programme(Fields(top.given("programme"), "programme", PROGRAMME))
    people = _by_id([_applicant(one, programme) for one in top.rows("applicants")], "applicants")
    if len(people) < FEWEST:
        raise Fault(_too_few(len(people)))
    facilitators = _by_id([_facilitator(one, programme) for one in top.rows("facilitators")], "facilitators")
    return Instance(
        name=top.text("name", ""),
        programme=programme,
        applicants=people,
        facilitators=facilitators,
        not_with=_pairs(top, "not_with", people),
        wishes=_pairs(top, "with", people),
        repeats=_pairs(top, "repeats", people),
        pins=_pins(top, people),
        previous=_previous(top),
    )


def _too_few(number: int) -> str:
    if number == 0:
        return "There are no applicants. Add the people who applied, then ask again."
    return "There is only one applicant, and a set needs at least two people. Add those who are missing."


def _programme(given: Fields) -> Programme:
    size = Fields(given.given("size"), "programme.size", "min max target min_continuing")
    least, most = size.number("min", FEWEST), size.number("max", FEWEST)
    target = size.number("target", FEWEST)
    if not least <= target <= most:
        raise Fault("programme.size: the target lies between min and max.")
    score = Fields(given.given("score"), "programme.score", "diversity alone weights")
    weights = Fields(score.given("weights"), "programme.score.weights", " ".join(WEIGHTS))
    slots = [_slot(one) for one in given.rows("slots")]
    return Programme(
        size=Size(least, most, target, size.number("min_continuing", 1, least)),
        max_sets=None if given.given("max_sets", None) is None else given.number("max_sets", 0),
        max_per_org=given.number("max_per_org", 1),
        slots=_by_id(slots, "programme.slots"),
        attributes=_attributes(score),
        alone=_alone(score),
        weights={name: weights.number(name, 0) for name in WEIGHTS},
    )


def _slot(row: object) -> Slot:
    one = Fields(row, "programme.slots", "id label weekday start timezone capacity offers")
    label = one.text("label", one.text("id"))
    return Slot(one.text("id"), label, one.number("capacity", 0), one.words("offers"))


def _attributes(score: Fields) -> tuple[Attribute, ...]:
    found = []
    for name, row in sorted(score.mapping("diversity").items()):
        where = f"programme.score.diversity.{name}"
        one = Fields(row, where, "type weight range")
        if one.text("type") not in ("category", "ordinal"):
            raise Fault(f"{where}: the type is 'category' or 'ordinal'.")
        scale = one.text("type") == "ordinal"
        found.append(Attribute(name, scale, one.number("weight", 0), one.number("range", 1) if scale else 1))
    if found and sum(one.weight for one in found) != 100:
        raise Fault("programme.score.diversity: the weights add up to 100.")
    return tuple(found)


def _alone(score: Fields) -> tuple[tuple[str, str | int], ...]:
    alone = score.mapping("alone", {})
    return tuple(
        (name, value)
        for name in sorted(alone)
        for value in listing(alone[name], f"programme.score.alone.{name}")
        if isinstance(value, str | int)
    )


def _applicant(row: object, programme: Programme) -> Applicant:
    described = {one.name for one in programme.attributes} | {name for name, _ in programme.alone}
    one = Fields(row, "applicants", f"{APPLICANT} {DESCRIBED} {' '.join(described)}")
    one.where = f"Applicant {one.text('id')}"
    slots = one.mapping("slots")
    for slot, wish in slots.items():
        if slot not in programme.slots:
            raise Fault(f"{one.where}: there is no slot {slot!r} in the programme.")
        if wish not in (0, 1):
            raise Fault(f"{one.where}: slot {slot!r} is 0 (preferred) or 1 (possible).")
    is_what = {name: _value(one, name) for name in sorted(described)}
    for scale in programme.attributes:
        if scale.is_scale:
            whole(is_what[scale.name], f"{one.where}: {scale.name}")
    return Applicant(
        id=one.text("id"),
        org=one.text("org"),
        slots=dict(sorted(slots.items())),
        needs=one.words("needs"),
        languages=one.words("languages"),
        aims=one.words("aims"),
        priority=one.number("priority", 0),
        is_what=is_what,
    )


def _value(one: Fields, name: str) -> str | int:
    value = one.given(name)
    if not isinstance(value, str | int):
        raise Fault(f"{one.where}: {name} is a word or a whole number.")
    return value


def _facilitator(row: object, programme: Programme) -> Facilitator:
    one = Fields(row, "facilitators", FACILITATOR)
    one.where = f"Facilitator {one.text('id')}"
    slots = one.words("slots")
    for slot in sorted(slots - set(programme.slots)):
        raise Fault(f"{one.where}: there is no slot {slot!r} in the programme.")
    languages, apart = one.words("languages"), one.words("not_with")
    return Facilitator(one.text("id"), one.text("org"), slots, one.number("max_sets", 0), languages, apart)


def _pairs(top: Fields, name: str, people: Mapping[str, Applicant]) -> frozenset[Pair]:
    found = set()
    for row in top.rows(name):
        ids = listing(row, name)
        if len(ids) != 2 or ids[0] == ids[1]:
            raise Fault(f"{name}: each row names two different applicants.")
        found.add(pair(_known(ids[0], people, name), _known(ids[1], people, name)))
    return frozenset(found)


def _known(one: object, people: Mapping[str, Applicant], where: str) -> str:
    if not isinstance(one, str) or one not in people:
        raise Fault(f"{where}: there is no applicant {one!r}.")
    return one


def _pins(top: Fields, people: Mapping[str, Applicant]) -> dict[str, str]:
    pins: dict[str, str] = {}
    for row in top.rows("pins"):
        one = Fields(row, "pins", "applicant set")
        who, where = _known(one.given("applicant"), people, "pins"), one.text("set")
        if pins.setdefault(who, where) != where:
            raise Fault(f"pins: {who} is pinned to {pins[who]} and to {where}. Keep one of the two.")
    return dict(sorted(pins.items()))


def _previous(top: Fields) -> tuple[FormedSet, ...]:
    if top.given("previous", None) is None:
        return ()
    found = [_set_of(one) for one in Fields(top.given("previous"), "previous", "sets").rows("sets")]
    return tuple(_by_id(found, "previous.sets").values())


def _set_of(row: object) -> FormedSet:
    one = Fields(row, "previous.sets", "id slot facilitator language members")
    members = tuple(sorted(one.words("members")))
    language = one.text("language")
    return FormedSet(one.text("id"), one.text("slot"), one.text("facilitator"), language, members)


def _by_id(rows: Sequence[T], where: str) -> dict[str, T]:
    found: dict[str, T] = {}
    for row in sorted(rows, key=lambda one: one.id):
        if row.id in found:
            raise Fault(
                f"{where}: {row.id!r} is there twice. Each id stands for one; remove or rename the other."
            )
        found[row.id] = row
    return found
