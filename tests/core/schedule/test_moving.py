"""Moving one meeting, or it and all that follow."""

from datetime import date, time

import pytest

from setspace.core.schedule.moving import Move, brings, in_the_way, moved
from setspace.core.schedule.notes import NoteKind
from setspace.core.schedule.obstacles import Hindrance, whole_days
from setspace.core.schedule.zones import NoSuchTime
from tests.core.schedule.laying import HALF_PAST_NINE, LONDON, SCHOOL, bank_holidays, days, in_2021, tpas

TUESDAYS, THURSDAYS = tpas().sets
BEFORE = TUESDAYS.meetings
THIRD = 3  # the introduction is 0


def words(move: Move, place: int = 0) -> list[list[str]]:
    found = brings(BEFORE, moved(BEFORE, move, LONDON), (*bank_holidays(), *SCHOOL), place)
    return [[note.words for note in notes] for notes in found]


def test_one_meeting_moves_and_the_others_stay() -> None:
    after = moved(BEFORE, Move(THIRD, date(2021, 4, 23), time(14)), LONDON)
    assert after[:THIRD] + after[THIRD + 1 :] == BEFORE[:THIRD] + BEFORE[THIRD + 1 :]
    assert after[THIRD].starts.isoformat() == "2021-04-23T14:00:00+01:00"
    assert after[THIRD].ends.isoformat() == "2021-04-23T17:30:00+01:00"


def test_all_that_follow_move_by_as_many_days_and_keep_their_time() -> None:
    after = moved(BEFORE, Move(THIRD, date(2021, 4, 27), time(14), and_following=True), LONDON)
    assert [one.starts.date() for one in after] == [
        *days(TUESDAYS)[:THIRD],
        *in_2021("4-27 6-1 7-6 7-20 12-21"),
    ]
    assert [one.starts.time() for one in after[THIRD:]] == [time(14), *[HALF_PAST_NINE] * 4]


def test_what_a_move_brings_is_said_of_each_meeting_that_moved() -> None:
    found = words(Move(THIRD, date(2021, 4, 27), HALF_PAST_NINE, and_following=True))
    assert found[:THIRD] == [[], [], []]
    assert found[THIRD] == ["A week later than 5 weeks after session 2."]
    assert found[THIRD + 1] == [
        "Tuesday 1 June 2021 is better avoided (Half-term).",
        "The day after Spring Bank Holiday, Monday 31 May 2021.",
    ]
    assert found[-1] == ["In the week of Christmas Day, Saturday 25 December 2021."]


def test_a_meeting_that_moves_alone_changes_the_gap_after_it_too() -> None:
    found = words(Move(THIRD, date(2021, 4, 13), HALF_PAST_NINE))
    assert found[THIRD] == [
        "Tuesday 13 April 2021 is better avoided (Easter break).",
        "A week sooner than 5 weeks after session 2.",
        "Session 4 is then a week later than 5 weeks after session 3.",
    ]


def test_a_parallel_set_is_no_longer_in_the_same_week() -> None:
    after = moved(BEFORE, Move(THIRD, date(2021, 4, 27), HALF_PAST_NINE), LONDON)
    said = brings(BEFORE, after, (), parallel=THURSDAYS.meetings)[THIRD][-1].words
    assert said == "The sets are then not in the same week: the other meets on Thursday 22 April 2021."
    same_week = moved(BEFORE, Move(THIRD, date(2021, 4, 21), HALF_PAST_NINE), LONDON)
    assert brings(BEFORE, same_week, (), parallel=THURSDAYS.meetings)[THIRD] == ()


def test_what_concerns_only_the_other_set_is_no_clash() -> None:
    away = (
        whole_days(date(2021, 4, 21), date(2021, 4, 21), "Ade is away", Hindrance.BLOCKED, frozenset([1])),
    )
    after = moved(BEFORE, Move(THIRD, date(2021, 4, 21), HALF_PAST_NINE), LONDON)
    assert brings(BEFORE, after, away)[THIRD] == ()
    assert (
        brings(BEFORE, after, away, place=1)[THIRD][0].words
        == "Wednesday 21 April 2021 is taken (Ade is away)."
    )


def test_the_order_of_the_meetings_is_kept() -> None:
    for day in (date(2021, 5, 25), date(2021, 3, 16)):
        with pytest.raises(ValueError, match=r"would begin before .* is over"):
            moved(BEFORE, Move(THIRD, day, time(10)), LONDON)


def test_a_move_to_a_time_that_does_not_exist_is_refused() -> None:
    with pytest.raises(NoSuchTime):
        moved(BEFORE, Move(THIRD, date(2021, 3, 28), time(1, 30)), LONDON)
    late = moved(BEFORE, Move(7, date(2021, 10, 31), time(1, 30), second=True), LONDON)
    assert late[7].utc.isoformat() == "2021-10-31T01:30:00+00:00"


def test_what_is_in_the_way_of_dates_as_they_stand() -> None:
    easter = Move(2, date(2021, 4, 5), HALF_PAST_NINE)
    notes = in_the_way(moved(BEFORE, easter, LONDON), (*bank_holidays(), *SCHOOL))
    assert [note.kind for note in notes[2]] == [NoteKind.CLASH, NoteKind.CLASH]
    assert "is a public holiday, Easter Monday" in notes[2][0].words
    assert notes[0] == ()
