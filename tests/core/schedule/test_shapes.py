"""The thirteen shapes, and the days that their gaps lead to."""

from dataclasses import replace
from datetime import date

import pytest

from setspace.core.process import catalogue
from setspace.core.schedule.days import months_later, nearest, nth_weekday
from setspace.core.schedule.presets import shapes
from setspace.core.schedule.shapes import Kind, Monthly, Months, Outline, Shape, Weeks, ideal_days, unsound

FIRST = date(2021, 2, 2)


def test_all_thirteen_programmes_of_the_field_study_are_there() -> None:
    assert list(shapes()) == [
        "tpas-vals",
        "ithrive-monthly",
        "seal",
        "community-resolve",
        "nhs-people-vals",
        "alc-peer",
        "intrac-plp",
        "idyia",
        "ala-open",
        "kings-fund-pcn",
        "kzn-health",
        "york-90",
        "ega-24m",
    ]
    assert all(shape.source for shape in shapes().values())
    assert [words for shape in shapes().values() for words in unsound(shape)] == []


def test_each_meeting_lasts_as_long_as_its_session_plan() -> None:
    named = [meeting for shape in shapes().values() for meeting in shape.meetings if meeting.plan]
    assert len(named) > 50
    plans = catalogue.plans()
    assert {meeting.plan for meeting in named if plans[str(meeting.plan)].minutes != meeting.minutes} == set()


def test_the_hours_of_tpas_are_those_of_the_document() -> None:
    shape = shapes()["tpas-vals"]
    assert (shape.minutes + shape.white_space) / 60 == 26
    assert shape.minutes / 60 == 23.5


@pytest.mark.parametrize(
    ("key", "meetings", "last"),
    [
        ("ithrive-monthly", 3, date(2021, 3, 30)),
        ("seal", 6, date(2021, 7, 6)),
        ("york-90", 6, date(2021, 7, 6)),
        ("ala-open", 5, date(2022, 2, 1)),
        ("kzn-health", 10, date(2021, 12, 14)),
        ("ega-24m", 11, date(2023, 1, 3)),
    ],
)
def test_a_shape_spans_what_its_source_says(key: str, meetings: int, last: date) -> None:
    found = ideal_days(shapes()[key], FIRST)
    assert (len(found), found[-1]) == (meetings, last)


def test_calendar_months_are_counted_and_then_the_nearest_of_the_weekday_is_taken() -> None:
    assert months_later(date(2021, 8, 31), 6) == date(2022, 2, 28)
    assert nearest(months_later(date(2021, 7, 13), 5), 1) == date(2021, 12, 14)
    assert {(nearest(date(2021, 7, 13), day) - date(2021, 7, 13)).days for day in range(7)} == set(
        range(-3, 4)
    )


def test_the_fifth_weekday_of_a_month_becomes_the_last_where_there_is_none() -> None:
    second, fifth = date(2021, 2, 9), date(2021, 3, 30)
    assert nth_weekday(date(2021, 6, 1), second) == date(2021, 6, 8)
    assert [nth_weekday(date(2021, month, 1), fifth) for month in (4, 5, 6)] == [
        date(2021, 4, 27),
        date(2021, 5, 25),
        date(2021, 6, 29),
    ]


def test_what_does_not_add_up_in_a_shape_is_named() -> None:
    first = Outline(Kind.SESSION, 1, None, 90)
    second = Outline(Kind.SESSION, 2, None, 90, Months(1))
    sound = Shape("own", "Our own", "", (first, second))
    assert list(unsound(sound)) == []

    def faults(*meetings: Outline) -> list[str]:
        return list(unsound(replace(sound, meetings=meetings)))

    assert faults() == ["A programme has at least one meeting."]
    assert faults(first, replace(second, number=3)) == ["Session 3 is number 2 of its kind."]
    assert faults(replace(first, minutes=5)) == ["Session 1 must last from 15 minutes to 12 hours."]
    assert len(faults(replace(first, gap=Weeks(1)), replace(second, gap=None))) == 2
    assert faults(first, replace(second, gap=Weeks(1))) == [
        "Session 2 must be at least a week after the meeting before, also when it is moved."
    ]
    assert faults(first, replace(second, gap=Monthly(1, sooner=4))) != []
