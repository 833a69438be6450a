"""A list of applicants is checked first, then brought in, some rows in each transaction.

Whoever has applied already stays as they are, so that the same list twice changes nothing.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from setspace.hosts.applicants import Applicants
from setspace.hosts.models import Application, ImportJob, Programme, ProgrammeSet, SetAnswer
from setspace.lib import clock, vault
from setspace.people.changes import people_for
from setspace.people.models import Person
from setspace.programmes.changes import Refused

AT_ONCE = 100  # rows in one transaction: others may write in between
READER = vault.Reader("imports", vault.Purpose.APPLICATION)


def keep_list(programme: Programme, found: Applicants, by: Person, now: datetime) -> ImportJob:
    """A list that was checked, and waits to be begun. One that this person left before is forgotten."""
    with transaction.atomic():
        programme.imports.filter(by=by, begun_at=None).delete()
        job = ImportJob(programme=programme, by=by, made_at=now, n_rows=len(found.good), n_bad=len(found.bad))
        job.seal_rows(found.good, found.bad)
        job.save(force_insert=True)
        return job


def begin_import(job: ImportJob, now: datetime) -> None:
    if not ImportJob.objects.filter(pk=job.pk, begun_at=None, n_rows__gt=0).update(begun_at=now):
        raise Refused("This list is being brought in already")


def bring_in(now: datetime, seconds: float) -> int:
    """Goes on with the oldest list that was begun, for so long; says how many rows were done."""
    job = ImportJob.objects.filter(begun_at__isnull=False, ended_at=None).order_by("begun_at").first()
    if job is None:
        return 0
    good, bad = job.open_rows(READER)
    ends, n_before = clock.ticks() + seconds, job.n_done
    while rows := good[job.n_done : job.n_done + AT_ONCE]:
        if not _some_rows(job, rows, now):
            return job.n_done - n_before  # another process was first
        if clock.ticks() >= ends:
            break
    if job.n_done >= len(good):
        job.seal_rows([], bad)
        job.ended_at = now
        job.save(update_fields=["rows_sealed", "ended_at"])
    return job.n_done - n_before


def _some_rows(job: ImportJob, rows: list[dict[str, Any]], now: datetime) -> bool:
    """The number comes first: whoever changes it has these rows to themselves."""
    n_done = job.n_done + len(rows)
    with transaction.atomic():
        if not ImportJob.objects.filter(pk=job.pk, n_done=job.n_done).update(n_done=n_done):
            return False
        n_new = _bring(job, rows, now)
        job.n_done, job.n_there = n_done, job.n_there + len(rows) - n_new
        job.save(update_fields=["n_there"])
        return True


def _bring(job: ImportJob, rows: list[dict[str, Any]], now: datetime) -> int:
    """Says how many are new. As many reads and writes for some rows as for one."""
    people = people_for({row["email"]: row["name"] for row in rows})
    there = set(
        job.programme.applications.filter(person__in=people.values()).values_list("person", flat=True)
    )
    found = [(row, people[row["email"]]) for row in rows]
    new = [(row, _application(job, row, one, now)) for row, one in found if one.pk not in there]
    Application.objects.bulk_create(one for _, one in new)
    sets = {one.number: one for one in job.programme.sets.all()}
    SetAnswer.objects.bulk_create(answer for row, one in new for answer in _answers(one, row, sets))
    return len(new)


def _application(job: ImportJob, row: Mapping[str, Any], person: Person, now: datetime) -> Application:
    application = Application(
        programme=job.programme,
        person=person,
        **{name: row[name] for name in ("organisation", "job", "level", "sector", "region")},
        languages=row["languages"] or job.programme.language,
        priority=row["priority"],
        begun_at=now,
        saved_at=now,
        sent_at=now,
    )
    application.seal_words("aims", row["aims"])
    return application


def _answers(
    application: Application, row: Mapping[str, Any], sets: Mapping[int, ProgrammeSet]
) -> Iterator[SetAnswer]:
    wishes = {**dict.fromkeys(row["if need be"], False), **dict.fromkeys(row["sets"], True)}
    for number, preferred in wishes.items():
        if number in sets:
            yield SetAnswer(application=application, programme_set=sets[number], is_preferred=preferred)
