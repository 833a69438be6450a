"""A narrower way of emailing summaries holds at once, a wider one with everybody's yes."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from setspace.core.emailing import Agreed, Mode, mode_that_holds, to_read_by

MODES = list(Mode)
versions = st.lists(st.builds(Agreed, st.sampled_from(MODES), st.booleans()), max_size=6)


def test_a_set_that_agreed_nothing_has_the_whole_summary() -> None:
    assert mode_that_holds([]) == Mode.FULL


def test_a_wider_mode_waits_for_everybody_and_a_narrower_one_does_not() -> None:
    link, full = Agreed(Mode.LINK, by_all=True), Agreed(Mode.FULL, by_all=False)
    assert mode_that_holds([full, link]) == Mode.LINK
    assert mode_that_holds([Agreed(Mode.FULL, by_all=True), link]) == Mode.FULL
    assert mode_that_holds([Agreed(Mode.OWN, by_all=False), Agreed(Mode.FULL, by_all=True)]) == Mode.OWN


@given(versions)
def test_nobody_is_ever_emailed_more_than_they_accepted(found: list[Agreed]) -> None:
    holds = MODES.index(mode_that_holds(found))
    since_all = found[: next((n + 1 for n, one in enumerate(found) if one.by_all), len(found))]
    assert all(holds >= MODES.index(version.mode) for version in since_all)
    assert not since_all or holds in {MODES.index(version.mode) for version in since_all}


def test_a_part_is_asked_for_by_the_day_after_tomorrow_in_the_zone_of_the_set() -> None:
    late = datetime(2027, 4, 27, 23, 30, tzinfo=UTC)
    assert to_read_by(late, ZoneInfo("UTC")) == date(2027, 4, 29)
    assert to_read_by(late, ZoneInfo("Europe/London")) == date(2027, 4, 30)
