"""A programme from its first application to its follow-up, as its people live it over fourteen months."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from setspace.people.changes import person_for
from tests.hosts.played.applying import apply
from tests.hosts.played.checking import check_calendars, check_letters
from tests.hosts.played.figures import check_airtime, check_hours, check_organisers_view
from tests.hosts.played.forming import form
from tests.hosts.played.incidents import all_that_follow_move, another_date_is_found, tom_cannot_come
from tests.hosts.played.meeting import meet
from tests.hosts.played.offering import be_interested, offer
from tests.hosts.played.stage import Stage, staged
from tests.hosts.played.tables import nothing_changes
from tests.hosts.played.walking import check_pages

pytestmark = [pytest.mark.once, pytest.mark.slow]

BEGAN = datetime(2026, 10, 5, 9, tzinfo=UTC)


@pytest.fixture
def stage(transactional_db: None, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, BEGAN) as found:
        person_for("charlie@example.org", "Charlie Grant")
        yield found


def test_a_programme_is_played_from_the_first_application_to_the_follow_up(stage: Stage) -> None:
    """Every link of every letter is followed as it comes, and changes nothing: see ``Stage.work``."""
    offer(stage)
    be_interested(stage)
    apply(stage)
    form(stage)
    meet(
        stage,
        at_length={(1, "Session 1"), (1, "Session 2")},
        before={(1, "Session 2"): tom_cannot_come},
        after={(1, "Session 3"): all_that_follow_move, (2, "Session 3"): another_date_is_found},
    )
    check_letters(stage)
    check_calendars(stage)
    check_hours(stage)
    check_airtime(stage)
    check_organisers_view(stage)
    check_pages(stage)
    assert {"invitation", "place_proposed", "session_moved", "summary"} < {
        kind for kind, _link in stage.followed
    }


def test_a_changed_row_is_seen(db: None) -> None:
    with pytest.raises(AssertionError, match="somebody came"), nothing_changes("somebody came"):
        person_for("new@example.org", "New Person")
