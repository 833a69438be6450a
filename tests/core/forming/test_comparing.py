"""Two ways of forming sets: each side is praised for what is better in it, and for nothing else."""

from dataclasses import replace
from random import Random

import pytest

from setspace.core.forming.comparing import Elsewhere, better_in, elsewhere
from setspace.core.forming.explaining import Plainly
from setspace.core.forming.model import Answer
from setspace.core.forming.scoring import objective
from setspace.core.forming.trying import Step, after
from tests.core.forming.test_explaining import by_hand, fenmoor


def mixed_up(answer: Answer, seed: int) -> Answer:
    """Some people put elsewhere by chance, rules or no rules."""
    random, people = Random(seed), [who for one in answer.sets for who in one.members]
    moved = [Step(who, random.choice(answer.sets).id) for who in random.sample([*people, *answer.waiting], 4)]
    return after(answer, moved)


@pytest.mark.parametrize("seed", range(30))
def test_what_is_better_in_one_is_not_better_in_the_other(seed: int) -> None:
    given, one = by_hand(seed)
    other, names = mixed_up(one, seed), Plainly(given)
    assert not [*better_in(given, one, one, names), *elsewhere(one, one)]
    here, there = better_in(given, one, other, names), better_in(given, other, one, names)
    assert not {line.partition(" instead")[0] for line in here} & set(there)
    assert not set(here) & set(there)
    more = objective(given, one).placed - objective(given, other).placed
    assert any("more people" in line for line in here) == (more > 0)
    assert any("more people" in line for line in there) == (more < 0)
    assert ("No rule is broken" in here) <= ("No rule is broken" not in there)


def test_who_is_elsewhere_is_said_with_both_places() -> None:
    given, one = fenmoor()
    other = after(one, [Step("p01", "S2"), Step("p03", "S1")])
    assert elsewhere(one, other) == [Elsewhere("p01", "S1", "S2"), Elsewhere("p03", None, "S1")]
    assert "There is a place for 1 more people" in better_in(given, other, one, Plainly(given))
    assert better_in(given, one, replace(one, waiting=()), Plainly(given)) == []
