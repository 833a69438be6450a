"""Why no set can be formed, with the names of the board’s people."""

from dataclasses import replace

from setspace.core.forming.model import Facilitator, Instance, pair
from setspace.hosts.queries.instance import Forming
from setspace.hosts.solver import clash_of


def clash_on(forming: Forming, instance: Instance) -> tuple[str, ...]:
    return clash_of(called(forming, instance))


def called(forming: Forming, instance: Instance) -> Instance:
    """The same instance, in which people, organisations and facilitators have their names for ids."""
    names: dict[str, str] = {}
    for who in instance.applicants:
        person = forming.people[who].person
        name = person.name or person.email
        names[who] = name if name not in names.values() else f"{name} ({person.email})"
    orgs = {one.org: forming.names.organisation(who) or one.org for who, one in instance.applicants.items()}
    people = {
        names[who]: replace(one, id=names[who], org=orgs[one.org]) for who, one in instance.applicants.items()
    }
    helpers = {one.id: one for one in _facilitators(forming, instance, orgs)}
    apart = frozenset(pair(names[one], names[other]) for one, other in instance.not_with)
    return replace(instance, applicants=people, facilitators=helpers, not_with=apart, repeats=frozenset())


def _facilitators(forming: Forming, instance: Instance, orgs: dict[str, str]) -> list[Facilitator]:
    found = []
    for one in instance.facilitators.values():
        sets = [planned for planned in forming.sets if str(planned.pk) in one.slots]
        somebody = sets[0].facilitator
        name = somebody.name if somebody else f"the facilitator of the {sets[0].label}"
        found.append(replace(one, id=name, org=orgs.get(one.org, one.org)))
    return found
