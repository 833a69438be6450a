"""`setspace health`: what is well and what is not, for whoever runs the server."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from django.db.models import Count

from setspace.lib import clock
from setspace.people.models import Letter, LetterState
from setspace.room.models import Room
from setspace.web import readiness, schema, serving

UNWELL = 1


def arguments(parser: ArgumentParser) -> None:
    """There is nothing to choose."""


def run(args: Namespace) -> int:
    checks: list[tuple[str, Callable[[], str]]] = [
        ("Databases", readiness.database_trouble),
        ("Tables", schema.trouble),
        ("Keys", readiness.key_trouble),
    ]
    for name, check in checks:
        wrong = check()
        print(f"{name:<12}{wrong or 'well'}")
        if wrong:
            return UNWELL
    print(f"{'Server':<12}{'running' if serving.is_serving() else 'not running'} on this machine")
    n_open = Room.objects.filter(closed_at=None, closes_by__gt=clock.now()).count()
    print(f"{'Rooms':<12}{n_open} open")
    return _letters()


def _letters() -> int:
    """Letters that were refused, or perhaps arrived, want somebody to look."""
    rows = Letter.objects.values_list("state").annotate(n=Count("pk"))
    counts: dict[str, int] = dict(rows)
    told = [f"{counts[state]} {state.label.lower()}" for state in LetterState if counts.get(state)]
    print(f"{'Letters':<12}{', '.join(told) or 'none yet'}")
    return UNWELL if counts.get(LetterState.REFUSED) or counts.get(LetterState.UNKNOWN) else 0
