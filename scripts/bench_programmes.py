"""`make bench-programmes`: how fast an organiser's pages are with many programmes and many people.

One host has all of them. Each page is asked several times through the whole application, on SQLite; what is
told is the median and the slowest. A median over the budget fails.
"""

import argparse
import json
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

    from setspace.hosts.models import Application, Programme
    from setspace.people.models import Person

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
BUDGET_MS = 200.0
LARGE = 300  # people in the first programme


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--programmes", type=int, default=200)
    asked.add_argument("--people", type=int, default=10_000)
    asked.add_argument("--times", type=int, default=15)
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="setspace-bench-", dir=ROOT / "build") as folder:
        _set_up(Path(folder))
        ruth, programmes = _made(given.programmes, given.people)
        figures = _measured(ruth, programmes[0], given.times)
    print(json.dumps(figures, indent=2) if given.json else _told(figures))
    sys.exit(any(one["median"] > BUDGET_MS for one in figures.values()))


def _set_up(folder: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SETSPACE_")}
    os.environ.clear()
    os.environ.update(kept, SETSPACE_DATA=str(folder), SETSPACE_LOG="ERROR")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.room.settings"
    os.environ["SETSPACE_URL"] = "http://localhost:8000"
    import django  # noqa: PLC0415  the environment comes first

    django.setup()
    logging.disable(logging.INFO)
    from django.core.management import call_command  # noqa: PLC0415  the same

    for database in ("default", "keys"):
        call_command("migrate", database=database, verbosity=0)


def _made(n_programmes: int, n_people: int) -> "tuple[Person, list[Programme]]":
    """The first programme is large, and has everybody accepted and half of them placed."""
    from django.db import transaction  # noqa: PLC0415  needs the settings

    from tests.cast import the_cast  # noqa: PLC0415  needs the settings
    from tests.hosts.world import homeground, housing  # noqa: PLC0415  the same

    ruth = the_cast()["ruth"]
    host = homeground(ruth)
    each = max(1, (n_people - LARGE) // max(1, n_programmes - 1))
    with transaction.atomic():
        programmes = [housing(host) for _ in range(n_programmes)]
        _apply(programmes[0], LARGE, 0)
        for at, programme in enumerate(programmes[1:]):
            _apply(programme, each, LARGE + at * each)
    return ruth, programmes


def _apply(programme: "Programme", number: int, first: int) -> None:
    from setspace.hosts.models import Application, Placement, SetAnswer  # noqa: PLC0415  needs the settings
    from setspace.people.models import Person  # noqa: PLC0415  the same
    from tests.hosts.world import NOW  # noqa: PLC0415  the same

    people = [
        Person(email=f"p{one}@example.org", name=f"Person{one} Of Many")
        for one in range(first, first + number)
    ]
    Person.objects.bulk_create(people)
    applications = [_application(Application, programme, person, at) for at, person in enumerate(people)]
    Application.objects.bulk_create(applications)
    sets = list(programme.sets.all())
    SetAnswer.objects.bulk_create(
        SetAnswer(application=one, programme_set=planned) for one in applications for planned in sets
    )
    Placement.objects.bulk_create(
        Placement(application=one, programme_set=sets[at % len(sets)], placed_at=NOW)
        for at, one in enumerate(applications[:8])
    )


def _application(
    model: "type[Application]", programme: "Programme", person: "Person", at: int
) -> "Application":
    from tests.hosts.world import NOW  # noqa: PLC0415  needs the settings

    return model(
        programme=programme,
        person=person,
        organisation=f"Organisation {at}",
        job="Housing officer",
        level=1 + at % 5,
        region=f"Region {at % 7}",
        languages="en-gb",
        steps_done=4,
        begun_at=NOW,
        saved_at=NOW,
        sent_at=NOW,
        accepted_at=NOW,
    )


def _measured(ruth: "Person", programme: "Programme", times: int) -> dict[str, dict[str, float]]:
    from tests.cast import client_of  # noqa: PLC0415  needs the settings

    client, base = client_of(ruth), f"/programmes/{programme.pk}"
    application = programme.applications.order_by("sent_at")[0]
    pages = {
        "applications": f"{base}/applications/",
        "page 6 of them": f"{base}/applications/?page=6",
        "a search": f"{base}/applications/?q=person29",
        "one application": f"{base}/applications/{application.pk}/",
        "the board": f"{base}/board/",
        "a move on it": f"{base}/board/?person={application.pk}",
        "check and invite": f"{base}/board/check/",
    }
    return {name: _timed(partial(_status, client, path), times) for name, path in pages.items()}


def _status(client: "Client", path: str) -> int:
    return client.get(path, headers={"host": "localhost:8000"}).status_code


def _timed(ask: "Callable[[], int]", times: int) -> dict[str, float]:
    took = []
    for _ in range(times + 1):
        began = time.perf_counter()
        assert ask() == 200
        took.append((time.perf_counter() - began) * 1000)
    return {
        "median": round(median(took[1:]), 1),
        "slowest": round(max(took[1:]), 1),
    }  # the first one warms up


def _told(figures: dict[str, dict[str, float]]) -> str:
    lines = [f"{name:20} {one['median']:8.1f} ms  {one['slowest']:8.1f} ms" for name, one in figures.items()]
    return "\n".join([f"{'page':20} {'median':>8}     {'slowest':>8}", *lines])


if __name__ == "__main__":
    main()
