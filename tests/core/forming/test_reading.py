"""What is wrong with an instance is said in one sentence, with where it stands."""

from copy import deepcopy
from typing import Any

import pytest

from setspace.core.forming.fields import Fault
from setspace.core.forming.reading import instance_of
from tests.core.forming.people import by_chance, instance, person


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("schema",), "als-forming/2", "This is 'als-forming/2'; only 'als-forming/1' can be read."),
        (("applicants",), [], "There are no applicants. Add the people who applied, then ask again."),
        (("applicants",), [person(1)], "There is only one applicant, and a set needs at least two people."),
        (("applicants",), [person(1), person(1)], "applicants: 'p01' is there twice."),
        (("applicants", 0, "slot"), {}, "applicants: there is no field 'slot'. Did you mean 'slots'?"),
        (("applicants", 0, "slots"), {"fri": 0}, "Applicant p00: there is no slot 'fri' in the programme."),
        (
            ("applicants", 0, "slots"),
            {"tue": 2},
            "Applicant p00: slot 'tue' is 0 (preferred) or 1 (possible).",
        ),
        (("applicants", 0, "level"), "high", "Applicant p00: level is a whole number, not 'high'."),
        (("applicants", 0, "org"), "", "Applicant p00: org is a word, not nothing."),
        (("applicants", 0, "priority"), True, "Applicant p00: priority is a whole number, not True."),
        (("programme", "size", "target"), 9, "programme.size: the target lies between min and max."),
        (("programme", "score", "diversity", "role", "weight"), 41, "the weights add up to 100."),
        (("programme", "slots"), {}, "programme: slots is a list, not {}."),
        (("not_with",), [["p00", "p00"]], "not_with: each row names two different applicants."),
        (("with",), [["p00", "nobody"]], "with: there is no applicant 'nobody'."),
        (
            ("pins",),
            [{"applicant": "p00", "set": "A"}, {"applicant": "p00", "set": "B"}],
            "pins: p00 is pinned to A and to B. Keep one of the two.",
        ),
    ],
)
def test_a_fault_is_told(path: tuple[Any, ...], value: Any, words: str) -> None:
    data: Any = deepcopy(instance([person(at) for at in range(4)]))
    instance_of(data)
    inside = data
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    with pytest.raises(Fault) as told:
        instance_of(data)
    assert words in str(told.value)


@pytest.mark.parametrize("data", [None, [], "people", 3, {"schema": 1}, {"schema": "als-forming/1"}])
def test_what_is_no_instance_at_all_is_refused(data: Any) -> None:
    with pytest.raises(Fault):
        instance_of(data)


def test_people_are_kept_in_the_order_of_ids() -> None:
    data = by_chance(1)
    assert list(instance_of(data).applicants) == sorted(one["id"] for one in data["applicants"])
