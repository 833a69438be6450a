"""A poll for another date."""

from datetime import datetime

import pytest

from setspace.core.schedule.poll import Answer, Poll, outcome
from tests.core.schedule.laying import LONDON

TUE, WED, THU = (datetime(2021, 4, day, 9, 30, tzinfo=LONDON) for day in (20, 21, 22))
Y, M, N = Answer.YES, Answer.MAYBE, Answer.NO


def poll(quorum: int, *, needed: str = "", **answers: tuple[Answer, Answer, Answer]) -> Poll:
    given = {person: dict(zip((TUE, WED, THU), said, strict=True)) for person, said in answers.items()}
    return Poll((TUE, WED, THU), given, quorum, frozenset(needed.split()))


def test_the_date_with_most_who_are_sure_wins() -> None:
    found = outcome(poll(3, mei=(Y, Y, N), tom=(Y, Y, Y), ines=(N, Y, M), sam=(Y, Y, N)))
    assert found.winner == WED
    assert found.why == (
        "Wednesday 21 April 2021 at 09:30 has 4 yes, "
        "more than any other date on which everybody who is needed can come."
    )
    assert [count.option for count in found.counts] == [WED, TUE, THU]


def test_of_equals_more_maybes_win_and_then_the_soonest() -> None:
    by_maybe = outcome(poll(2, mei=(Y, Y, N), tom=(Y, Y, N), sam=(N, M, Y)))
    assert (by_maybe.winner, "this has more who may come" in by_maybe.why) == (WED, True)
    by_day = outcome(poll(2, mei=(N, Y, Y), tom=(N, Y, Y)))
    assert (by_day.winner, "it is the soonest of them" in by_day.why) == (WED, True)


def test_a_maybe_makes_no_quorum() -> None:
    found = outcome(poll(3, mei=(Y, N, N), tom=(Y, N, N), sam=(M, N, N)))
    assert found.winner is None
    assert found.why == (
        "No date is possible yet. The nearest: Tuesday 20 April 2021 at 09:30 has 2 yes and 1 maybe; "
        "1 more would have to be sure."
    )


def test_without_somebody_who_is_needed_there_is_no_session() -> None:
    without = outcome(poll(2, mei=(Y, Y, Y), tom=(Y, Y, N), ade=(N, N, Y)))
    assert without.winner == TUE
    needed = outcome(poll(2, needed="ade", mei=(Y, Y, Y), tom=(Y, Y, N), ade=(N, N, Y)))
    assert needed.winner == THU
    silent = outcome(poll(1, needed="ade", mei=(Y, Y, Y)))
    assert silent.why.endswith("ade would have to be sure to come.")


def test_who_has_not_answered_counts_as_not_coming() -> None:
    found = outcome(Poll((TUE,), {"mei": {}, "tom": {TUE: Y}}, 2))
    assert (found.winner, found.counts[0].yes) == (None, 1)


def test_a_poll_offers_a_date() -> None:
    with pytest.raises(ValueError, match="at least one date"):
        outcome(Poll((), {}, 2))
