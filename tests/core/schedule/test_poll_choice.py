"""The choice of a poll against a judge that compares every two dates by the rule, and sorts nothing."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from setspace.core.schedule.poll import Answer, Poll, outcome
from tests.core.schedule.laying import LONDON

FIRST = datetime(2021, 4, 20, 9, 30, tzinfo=LONDON)
PEOPLE = ("ade", "mei", "tom", "ines", "sam", "nia")


def polls(seed: int) -> Iterator[Poll]:
    chance = random.Random(seed)
    for _number in range(200):
        options = [FIRST + timedelta(days=day) for day in chance.sample(range(12), chance.randint(1, 5))]
        people = chance.sample(PEOPLE, chance.randint(0, len(PEOPLE)))
        answers = {
            person: {one: chance.choice(list(Answer)) for one in options if chance.random() < 0.8}
            for person in people
        }
        needed = frozenset(chance.sample(PEOPLE, chance.choice((0, 0, 1, 2))))
        yield Poll(tuple(options), answers, chance.randint(1, 5), needed)


def n_of(poll: Poll, option: datetime, answer: Answer) -> int:
    return sum(1 for said in poll.answers.values() if said.get(option) is answer)


def can_be(poll: Poll, option: datetime) -> bool:
    """Enough are sure, and nobody who is needed is anything but sure."""
    sure = {person for person, said in poll.answers.items() if said.get(option) is Answer.YES}
    return len(sure) >= poll.quorum and poll.needed <= sure


def is_beaten(poll: Poll, option: datetime, other: datetime) -> bool:
    """Whether another possible date is better: more sure, else more who may, else sooner."""
    for answer in (Answer.YES, Answer.MAYBE):
        here, there = n_of(poll, option, answer), n_of(poll, other, answer)
        if here != there:
            return there > here
    return other < option


@pytest.mark.parametrize("seed", range(10))
def test_the_date_that_nothing_beats_wins_and_none_where_none_is_possible(seed: int) -> None:
    n_won = n_lost = 0
    for poll in polls(seed):
        possible = [one for one in poll.options if can_be(poll, one)]
        unbeaten = [one for one in possible if not any(is_beaten(poll, one, other) for other in possible)]
        found = outcome(poll)
        assert ([found.winner] if found.winner else []) == unbeaten
        assert {count.option for count in found.counts} == set(poll.options)
        n_won, n_lost = n_won + bool(unbeaten), n_lost + (not unbeaten)
    assert n_won > 20
    assert n_lost > 20


@pytest.mark.parametrize("seed", range(5))
def test_one_more_who_is_sure_never_takes_the_date_from_the_winner(seed: int) -> None:
    for poll in polls(seed):
        if (winner := outcome(poll).winner) is None:
            continue
        more = {**poll.answers, "one more": {winner: Answer.YES}}
        assert outcome(Poll(poll.options, more, poll.quorum, poll.needed)).winner == winner
