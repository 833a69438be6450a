"""What makes an instance impossible, in words, and the change that helps."""

from typing import Any

import pytest

from setspace.core.forming.impossible import clash_in
from setspace.core.forming.reading import instance_of
from tests.core.forming.people import by_chance, helper, instance, person, programme

FOUR = [person(at) for at in range(4)]


@pytest.mark.parametrize("seed", range(3))
def test_what_is_possible_has_no_clash(seed: int) -> None:
    assert clash_in(instance_of(by_chance(seed))) == ()


@pytest.mark.parametrize(
    ("data", "words", "helps"),
    [
        (
            instance([person(at, org="Acme") for at in range(4)]),
            "4 of 4 people are from Acme, and a set may have 1",
            "people from other organisations",
        ),
        (
            instance([person(0, slots={"tue": 0}), person(1, slots={"thu": 0}), person(2)]),
            "2 of 3 can make Thursday, 2 of 3 can make Tuesday",
            "p00 could also make Thursday",
        ),
        (
            instance(
                FOUR,
                pins=[{"applicant": one, "set": "A"} for one in ("p00", "p01")],
                not_with=[["p00", "p01"]],
            ),
            "to be kept apart: p00 and p01",
            "take away the pin of p00",
        ),
        (instance(FOUR, facilitators=[]), "There are no facilitators.", "a facilitator"),
        (
            instance(FOUR, facilitators=[helper(1, languages=["cy"])]),
            "4 people work in en",
            "another of these languages",
        ),
        (
            instance([person(at, needs=["ramp"]) for at in range(4)]),
            "4 people need ramp",
            "offers what is needed",
        ),
        (instance(FOUR[:2]), "a set has 3 to 4 people", "sets of another size"),
        (instance(FOUR, programme=programme(max_sets=0)), "no room for a set", ""),
    ],
)
def test_the_clash_is_told_with_what_helps(data: Any, words: str, helps: str) -> None:
    told = clash_in(instance_of(data))
    assert words in told[1]
    assert helps in told[2]
