"""What an exchange of two people is said to bring is what it brings, and none breaks a rule."""

import numpy as np
import pytest

from setspace.core.forming import exchange
from setspace.core.forming.arrays import arrays_of
from setspace.core.forming.improve import answer_from, dealt
from setspace.core.forming.places import places_of
from setspace.core.forming.plain import plain
from setspace.core.forming.reading import instance_of
from setspace.core.forming.seats import Seats
from setspace.core.forming.worth import worth
from tests.core.forming.people import Data, faults, twenty_four


def seats_of(data: Data) -> Seats:
    arrays = arrays_of(instance_of(data))
    return dealt(arrays, places_of(arrays, 5.0))


@pytest.mark.parametrize("seed", range(4))
def test_what_an_exchange_brings_is_the_difference_that_it_makes(seed: int) -> None:
    seats = seats_of(twenty_four(seed))
    rows, columns = np.nonzero(seats.who >= 0)
    people = seats.who[rows, columns]
    gains = exchange._gains(exchange._table(seats, people), rows)
    n_good = 0
    for one, other in zip(*np.triu_indices(len(people), 1), strict=True):
        if rows[one] == rows[other] or gains[one, other] < exchange.BARRED / 2:
            continue
        changed = seats.copy()
        changed.who[rows[one], columns[one]] = people[other]
        changed.who[rows[other], columns[other]] = people[one]
        rounding = 2.0  # each set's mean is rounded down
        assert abs(worth(changed) - worth(seats) - gains[one, other]) <= rounding
        n_good += 1
    assert n_good > 30


@pytest.mark.parametrize("seed", range(3))
def test_many_exchanges_break_no_rule_and_make_nothing_worse(seed: int) -> None:
    data = twenty_four(seed)
    seats = seats_of(data)
    better = exchange.exchanged(seats, np.random.default_rng(seed), 300, lambda: False)
    assert faults(data, plain(answer_from(better))) == []
    assert worth(better) > worth(seats)
    assert (np.sort(better.who.ravel()) == np.sort(seats.who.ravel())).all()


def test_the_same_seed_exchanges_the_same_people() -> None:
    seats = seats_of(twenty_four(1))
    one, other = (
        exchange.exchanged(seats, np.random.default_rng(5), 200, lambda: False).who for _ in range(2)
    )
    assert (one == other).all()


def test_nothing_is_exchanged_when_time_is_over() -> None:
    seats = seats_of(twenty_four(2))
    assert (exchange.exchanged(seats, np.random.default_rng(0), 300, lambda: True).who == seats.who).all()
