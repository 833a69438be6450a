"""A programme from its first application to its follow-up, as its people live it over fifteen months."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.hosts.played.applying import apply
from tests.hosts.played.forming import form
from tests.hosts.played.meeting import meet
from tests.hosts.played.offering import be_interested, offer
from tests.hosts.played.stage import Stage, staged

pytestmark = pytest.mark.once

BEGAN = datetime(2026, 10, 5, 9, tzinfo=UTC)


@pytest.fixture
def stage(transactional_db: None, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, BEGAN) as found:
        yield found


def test_a_programme_is_played_from_the_first_application_to_the_follow_up(stage: Stage) -> None:
    offer(stage)
    be_interested(stage)
    apply(stage)
    form(stage)
    import time, django
    t=time.perf_counter
    from setspace.people.changes import person_for
    person_for("charlie@example.org", "Charlie Grant")
    from setspace.programmes.models import Meeting
    try:
        meet(stage, {(1,"Introduction"),(1,"Session 1")}, {}, {})
    finally:
        from collections import Counter
        print(Counter((a.purpose,a.subject) for a in stage.arrived if a.purpose not in ("session_date",) and "boss" not in a.who))
    assert 0
