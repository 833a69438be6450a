"""Answers and instances as plain data."""

from typing import Any

from setspace.core.forming.model import Answer, Applicant, Facilitator, Instance, Programme


def plain(answer: Answer) -> dict[str, Any]:
    sets = [
        {
            "id": one.id,
            "slot": one.slot,
            "facilitator": one.facilitator,
            "language": one.language,
            "members": list(one.members),
        }
        for one in answer.sets
    ]
    return {"sets": sets, "waiting": list(answer.waiting)}


def plain_instance(instance: Instance) -> dict[str, Any]:
    """The instance as `reading.instance_of` takes it: als-forming/1."""
    return {
        "schema": "als-forming/1",
        "name": instance.name,
        "programme": _programme(instance.programme),
        "applicants": [_applicant(one) for one in instance.applicants.values()],
        "facilitators": [_facilitator(one) for one in instance.facilitators.values()],
        "not_with": [list(two) for two in sorted(instance.not_with)],
        "with": [list(two) for two in sorted(instance.wishes)],
        "repeats": [list(two) for two in sorted(instance.repeats)],
        "pins": [{"applicant": who, "set": where} for who, where in instance.pins.items()],
        "previous": {"sets": plain(Answer(instance.previous, ()))["sets"]} if instance.previous else None,
    }


def _applicant(one: Applicant) -> dict[str, Any]:
    return {
        "id": one.id,
        "org": one.org,
        "slots": dict(one.slots),
        "needs": sorted(one.needs),
        "languages": sorted(one.languages),
        "aims": sorted(one.aims),
        "priority": one.priority,
        **one.is_what,
    }


def _facilitator(one: Facilitator) -> dict[str, Any]:
    return {
        "id": one.id,
        "org": one.org,
        "slots": sorted(one.slots),
        "max_sets": one.max_sets,
        "languages": sorted(one.languages),
        "not_with": sorted(one.not_with),
    }


def _programme(terms: Programme) -> dict[str, Any]:
    size = terms.size
    alone: dict[str, list[str | int]] = {}
    for name, value in terms.alone:
        alone.setdefault(name, []).append(value)
    mixed = {
        one.name: {"type": "ordinal", "weight": one.weight, "range": one.range}
        if one.is_scale
        else {"type": "category", "weight": one.weight}
        for one in terms.attributes
    }
    return {
        "size": {
            "min": size.least,
            "max": size.most,
            "target": size.target,
            "min_continuing": size.continuing,
        },
        "max_sets": terms.max_sets,
        "max_per_org": terms.max_per_org,
        "slots": [
            {"id": one.id, "label": one.label, "capacity": one.capacity, "offers": sorted(one.offers)}
            for one in terms.slots.values()
        ],
        "score": {"diversity": mixed, "alone": alone, "weights": dict(terms.weights)},
    }
