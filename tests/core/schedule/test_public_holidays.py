"""Public holidays by country and region."""

from datetime import date

import pytest

from setspace.core.schedule.obstacles import Hindrance
from setspace.core.schedule.public_holidays import public_holidays


def days(region: str, year: int = 2021) -> dict[date, str]:
    found = public_holidays(region, [year])
    assert {(one.first, one.hindrance) for one in found} == {(one.last, Hindrance.HOLIDAY) for one in found}
    return {one.first: one.name for one in found}


def test_england_has_the_bank_holidays_of_the_field_study() -> None:
    found = days("GB-ENG")
    for month, day in ((4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)):
        assert date(2021, month, day) in found
    assert found[date(2021, 12, 28)] == "Boxing Day (observed)"


def test_parts_of_a_country_differ_and_the_country_has_what_they_share() -> None:
    assert date(2021, 11, 30) in days("gb-sct")
    assert date(2021, 7, 12) in days("GB-NIR")
    assert date(2021, 4, 5) not in days("GB")


def test_names_are_english_where_there_are_english_names() -> None:
    assert days("DE-BY")[date(2021, 10, 3)] == "German Unity Day"


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("", "There are no public holidays for “”."),
        ("England", "There are no public holidays for “England”."),
        ("GB-ENGLAND", "GB has no part called ENGLAND. Its parts are: GB-ENG, GB-NIR, GB-SCT, GB-WLS."),
        ("MC-X", "MC has no part called X. Leave it at MC"),
    ],
)
def test_a_region_that_there_is_not_is_refused(region: str, words: str) -> None:
    with pytest.raises(ValueError, match="no p") as refused:
        public_holidays(region, [2021])
    assert str(refused.value).startswith(words)
