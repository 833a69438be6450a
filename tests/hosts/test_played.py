"""A programme from its first application to its follow-up, as its people live it over fifteen months."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.hosts.played.applying import apply
from tests.hosts.played.checking import check_letters, check_calendars
from tests.hosts.played.walking import check_pages
from tests.hosts.played.forming import form
from tests.hosts.played.incidents import all_that_follow_move, another_date_is_found, tom_cannot_come
from tests.hosts.played.meeting import meet
from tests.hosts.played.offering import be_interested, offer
from tests.hosts.played.stage import Stage, staged, shows

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
        meet(stage, {(1,"Introduction"),(1,"Session 1"),(1,"Session 2")}, {(1, "Session 2"): tom_cannot_come}, {(1, "Session 3"): all_that_follow_move, (2, "Session 3"): another_date_is_found})
    finally:
        from setspace.programmes.queries import hours_of
        from setspace.records.queries import series_time
        from setspace.programmes.models import LearningSet
        check_letters(stage); check_calendars(stage); 
        T=t(); check_pages(stage); print("WALKED", t()-T)
        print([x.text for x in stage.arrived if x.who=="tom" and x.purpose=="session_reminder"][3])
        print("FOLLOWED", stage.n_followed, {a.purpose: a.links for a in stage.arrived})
        print("ADDR", {(a.purpose, x) for a in stage.arrived for x in a.addresses if x!=a.to})
        for ls in LearningSet.objects.all():
            print("HOURS", hours_of([ls]))
            st = series_time(ls, stage.person("mei"))
            print("LEDGER", [s.title for s in st.sessions], [(m.person.name, m.minutes, m.total) for m in st.members])
        print("HOST", shows(stage.browser("ruth"), "/hosts/homeground-network/"))
        print("PROG", shows(stage.browser("ruth"), f"/programmes/{stage.programme.pk}/"))
        print("CHECK", shows(stage.browser("ruth"), f"/programmes/{stage.programme.pk}/board/check/"))
    assert 0
