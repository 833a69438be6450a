"""The applications of a programme as a table to take away: what the list has, and nothing that is sealed."""

from collections.abc import Iterator, Sequence

from setspace.hosts.models import Application, Programme
from setspace.hosts.queries.places import places_that_hold
from setspace.hosts.queries.reviewing import WORD_OF_STANDING, sent_applications
from setspace.lib import tables

HEAD = (
    "name",
    "email",
    "organisation",
    "job",
    "level",
    "sector",
    "region",
    "languages",
    "sets",
    "if need be",
    "priority",
    "standing",
    "place",
    "sent",
)


def applicants_table(programme: Programme) -> str:
    return tables.written([HEAD, *_rows(programme)])


def _rows(programme: Programme) -> Iterator[Sequence[object]]:
    places = {one.application_id: one.programme_set.label for one in places_that_hold(programme)}
    found = sent_applications(programme).select_related("person").order_by("sent_at", "id")
    for one in found.prefetch_related("set_answers__programme_set"):
        yield [
            one.person.name,
            one.person.email,
            one.organisation,
            one.job,
            one.level,
            one.sector,
            one.region,
            one.languages.replace(",", "; "),
            _sets(one, is_preferred=True),
            _sets(one, is_preferred=False),
            one.priority,
            WORD_OF_STANDING[one.standing],
            places.get(one.pk, ""),
            one.sent_at and one.sent_at.date().isoformat(),
        ]


def _sets(application: Application, *, is_preferred: bool) -> str:
    answers = [one for one in application.set_answers.all() if one.is_preferred is is_preferred]
    return "; ".join(
        one.programme_set.label for one in sorted(answers, key=lambda one: one.programme_set.number)
    )
