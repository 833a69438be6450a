"""The dates of a series: those of the field study, the cheapest there are, and why they are so."""

from dataclasses import replace
from datetime import date
from itertools import product
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from setspace.core.schedule.notes import NoteKind
from setspace.core.schedule.obstacles import Hindrance, Obstacle, whole_days
from setspace.core.schedule.presets import shapes
from setspace.core.schedule.series import lay_out
from setspace.core.schedule.shapes import WEEK
from setspace.core.schedule.weeks import DIFFERENCE, DRIFT, Course, Search, Wanted
from setspace.core.schedule.zones import moment
from tests.core.schedule.laying import (
    HALF_PAST_NINE,
    LONDON,
    SCHOOL,
    bank_holidays,
    days,
    in_2021,
    said,
    tpas,
)

TUESDAYS = in_2021("2-2 2-9 3-16 4-20 5-25 6-29 7-13 12-14")
THURSDAYS = in_2021("2-4 2-11 3-18 4-22 5-27 7-1 7-15 12-16")


def test_the_tpas_programme_has_the_dates_of_the_field_study() -> None:
    series = tpas(date(2021, 2, 2), *bank_holidays(), *SCHOOL)
    assert [days(one) for one in series.sets] == [TUESDAYS, THURSDAYS]
    assert [m.utc.strftime("%H:%M") for m in series.sets[0].meetings] == ["09:30"] * 3 + ["08:30"] * 4 + [
        "09:30"
    ]
    assert [m.starts.isocalendar().week for m in series.sets[0].meetings] == [5, 6, 11, 16, 21, 26, 28, 50]
    assert series.cost == 0
    assert [meeting.notes for one in series.sets for meeting in one.meetings] == [()] * 16


def test_other_gaps_lead_to_the_other_rows_of_its_table() -> None:
    rows = {gap: days(tpas(gap=gap).sets[0])[1:] for gap in (2, 3, 4, 5)}
    assert rows[2] == in_2021("2-16 3-23 4-27 6-1 7-6 7-20 12-21")
    assert rows[3] == in_2021("2-23 3-30 5-4 6-8 7-13 7-27 12-28")
    assert rows[4] == [*in_2021("3-2 4-6 5-11 6-15 7-20 8-3"), date(2022, 1, 4)]
    assert rows[5] == [*in_2021("3-9 4-13 5-18 6-22 7-27 8-10"), date(2022, 1, 11)]


def test_with_school_breaks_the_search_itself_pulls_a_gap_of_two_weeks_to_one() -> None:
    assert days(tpas(date(2021, 2, 2), *bank_holidays(), gap=2).sets[0])[-2:] == in_2021("7-20 12-21")
    pulled = tpas(date(2021, 2, 2), *bank_holidays(), *SCHOOL, gap=2)
    assert days(pulled.sets[0]) == TUESDAYS
    ((title, words),) = said(pulled, NoteKind.MOVED)
    assert title == "Session 1"
    assert words == (
        "A week sooner than 2 weeks after the introduction: Tuesday 16 February 2021 is better avoided "
        "(Half-term); Thursday 18 February 2021 is better avoided (Half-term)."
    )


def test_a_week_later_the_holidays_beside_its_dates_are_named() -> None:
    series = tpas(date(2021, 2, 9), *bank_holidays())
    assert said(series, NoteKind.NEAR) == [
        ("Session 4", "The day after Spring Bank Holiday, Monday 31 May 2021."),
        ("Follow-up", "In the week of Christmas Day, Saturday 25 December 2021."),
    ]
    assert series.sets[0].meetings[-1].starts.date() == date(2021, 12, 21)


def test_a_week_later_both_half_terms_are_named_and_the_start_that_avoids_them() -> None:
    series = tpas(date(2021, 2, 9), *bank_holidays(), *SCHOOL)
    told = " ".join(words for _, words in said(series, NoteKind.MOVED))
    assert "Tuesday 16 February 2021 is better avoided (Half-term)" in told
    assert said(series, NoteKind.OFFER)[0] == (
        "Introduction",
        "Beginning a week sooner, on Tuesday 2 February 2021, no date clashes and none is moved.",
    )


def test_two_weeks_later_the_follow_up_leaves_a_bank_holiday() -> None:
    series = tpas(date(2021, 2, 16), *bank_holidays())
    ((title, words),) = said(series, NoteKind.MOVED)
    assert title == "Follow-up"
    assert words == (
        "A week sooner than 5 months after the evaluation: "
        "Tuesday 28 December 2021 is a public holiday, Boxing Day (observed)."
    )
    other = said(series, NoteKind.MOVED, place=1)[0][1]
    assert other.endswith("Boxing Day (observed), and the sets meet in the same week.")
    assert ("Session 2", "The day before Good Friday, Friday 2 April 2021.") in said(series, NoteKind.NEAR, 1)


def test_three_weeks_later_it_misses_july_and_december() -> None:
    series = tpas(date(2021, 2, 23), *bank_holidays())
    assert said(series, NoteKind.MONTH) == [
        ("Evaluation", "In August; the source of this shape has it in July."),
        ("Follow-up", "In January; the source of this shape has it in December."),
    ]
    assert said(tpas(date(2021, 9, 7)), NoteKind.MONTH) == []


def test_mondays_and_fridays_leave_good_friday_and_easter_monday() -> None:
    series = tpas(date(2021, 2, 15), *bank_holidays(), weekdays=(0, 4))
    holidays = {one.first for one in bank_holidays()}
    assert {day for one in series.sets for day in days(one)} & holidays == set()
    assert "Friday 2 April 2021 is a public holiday, Good Friday" in said(series, NoteKind.MOVED, 1)[0][1]


def test_where_no_week_within_reach_is_free_the_date_stays_and_says_so() -> None:
    away = whole_days(date(2021, 4, 1), date(2021, 6, 4), "Ade is away", Hindrance.BLOCKED, frozenset([1]))
    series = tpas(date(2021, 2, 2), away)
    assert said(series, NoteKind.CLASH) == []
    clashes = said(series, NoteKind.CLASH, 1)
    assert clashes == [
        ("Session 3", "Thursday 29 April 2021 is taken (Ade is away). No week within reach is free."),
    ]
    title, words = said(series, NoteKind.MOVED, 1)[0]
    assert title == "Session 3"
    assert words == (
        "A week later than 5 weeks after session 2, or session 4 would clash: "
        "Thursday 27 May 2021 is taken (Ade is away)."
    )
    assert said(series, NoteKind.OFFER, 1) == [
        ("Session 3", "Thursday 25 March 2021 is free, a week after session 2 and 11 weeks before session 4.")
    ]


def test_a_blocked_hour_counts_only_during_the_session() -> None:
    begins = moment(date(2021, 3, 16), HALF_PAST_NINE, LONDON).replace(tzinfo=None)
    early = Obstacle(begins.replace(hour=8), begins, "Breakfast", Hindrance.BLOCKED)
    late = Obstacle(begins.replace(hour=12), begins.replace(hour=14), "Lunch", Hindrance.BLOCKED)
    assert tpas(date(2021, 2, 2), early).cost == 0
    assert tpas(date(2021, 2, 2), late).cost > 0


@st.composite
def obstacles(draw: st.DrawFn) -> tuple[Obstacle, ...]:
    """A few days off, of any kind, for all sets or one."""
    found = []
    for _ in range(draw(st.integers(0, 6))):
        first = (
            date(2021, 2, 9) + WEEK * draw(st.integers(0, 14)) + draw(st.sampled_from([0, 2])) * (WEEK / 7)
        )
        last = first + WEEK * draw(st.integers(0, 2))
        hindrance = draw(st.sampled_from(list(Hindrance)))
        concerned = draw(st.sampled_from([None, frozenset([0]), frozenset([1])]))
        found.append(whole_days(first, last, "Off", hindrance, concerned))
    return tuple(found)


@given(obstacles(), st.sampled_from(["ithrive-monthly", "idyia", "ala-open", "tpas-vals"]))
def test_no_other_weeks_cost_less(found: tuple[Obstacle, ...], key: str) -> None:
    shape = replace(shapes()[key], meetings=shapes()[key].meetings[:5])
    search = Search(Wanted(shape, date(2021, 2, 2), (1, 3), LONDON, HALF_PAST_NINE, found))
    assert search.best() == min(_every_course(search))


@settings(max_examples=6)
@given(obstacles())
def test_whatever_moves_says_why(found: tuple[Obstacle, ...]) -> None:
    series = tpas(date(2021, 2, 2), *found)
    moved = said(series, NoteKind.MOVED) + said(series, NoteKind.MOVED, 1)
    assert all(": " in words for _, words in moved)
    assert series.cost == 0 or moved or said(series, NoteKind.CLASH) or said(series, NoteKind.CLASH, 1)


def _every_course(search: Search) -> list[Course]:
    """Each way to differ from the gaps, counted without any cleverness."""
    gaps = [meeting.gap for meeting in search.wanted.shape.meetings if meeting.gap]
    found = []
    for shifts in product(*(range(-gap.sooner, gap.later + 1) for gap in gaps)):
        mondays, cost = [search.ideal[0]], _standing(search, 0, search.ideal[0])
        for index, shift in enumerate(shifts, start=1):
            mondays.append(search.meant(index, mondays[-1]) + shift * WEEK)
            cost += DIFFERENCE * abs(shift) + _standing(search, index, mondays[-1])
        found.append(Course(cost, tuple(mondays)))
    return found


def _standing(search: Search, index: int, monday: date) -> int:
    drift = abs((monday - search.ideal[index]).days // 7)
    return DRIFT * drift + sum(clash.cost for clash in search.clashes(index, monday))


@given(st.sampled_from(sorted(available_timezones())), st.integers(0, 400), st.sampled_from(sorted(shapes())))
def test_across_both_clock_changes_it_stays_half_past_nine(name: str, after: int, key: str) -> None:
    first, zone = date(2021, 1, 4) + after * (WEEK / 7), ZoneInfo(name)
    series = lay_out(Wanted(shapes()[key], first, (first.weekday(),), zone, HALF_PAST_NINE))
    for meeting in series.sets[0].meetings:
        assert meeting.starts.time() == HALF_PAST_NINE
        assert meeting.utc.astimezone(zone).time() == HALF_PAST_NINE
        assert (meeting.ends - meeting.starts).total_seconds() == meeting.outline.minutes * 60


def test_half_past_nine_exists_in_every_zone_on_every_tpas_date() -> None:
    for name in available_timezones():
        zone = ZoneInfo(name)
        assert {moment(day, HALF_PAST_NINE, zone).time() for day in TUESDAYS} == {HALF_PAST_NINE}
