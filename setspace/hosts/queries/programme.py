"""The organiser's page of one programme: how it stands, what there is to do, its people in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from setspace.core.schedule.files import shape_from_text
from setspace.core.schedule.shapes import Shape
from setspace.hosts.models import Placement, Programme, ProgrammeSet
from setspace.hosts.queries.dates import dates_of
from setspace.hosts.queries.home import APPLIED, TO_ANSWER, rows_of
from setspace.hosts.queries.standing import Standing, Stands
from setspace.hosts.queries.tables import Table, totals
from setspace.hosts.queries.under_way import UnderWay, under_way
from setspace.lib import words


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits, and the page where it is done."""

    words: str
    route: str


@dataclass(frozen=True, slots=True)
class People:
    """How many have applied, and what became of it."""

    applied: int
    to_answer: int
    accepted: int
    waiting: int
    declined: int
    withdrawn: int
    placed: int
    agreed: int
    interested: int


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    programme: Programme
    standing: Standing
    shape: Shape
    table: Table
    sets: Sequence[ProgrammeSet]
    people: People
    tasks: Sequence[Task]
    under_way: Sequence[UnderWay]

    @property
    def totals(self) -> str:
        return totals(self.shape)

    @property
    def is_founded(self) -> bool:
        return any(one.learning_set_id for one in self.sets)


def page_of(programme: Programme, now: datetime) -> ProgrammePage:
    (row,) = rows_of([programme], now)
    sets = list(programme.sets.select_related("facilitator", "learning_set"))
    people = people_of(programme)
    table = dates_of(programme)
    tasks = _tasks(programme, sets, people, table) if row.standing.stands is not Stands.ENDED else []
    return ProgrammePage(
        programme=programme,
        standing=row.standing,
        shape=shape_from_text(programme.shape),
        table=table,
        sets=sets,
        people=people,
        tasks=tasks,
        under_way=under_way(sets, now),
    )


def people_of(programme: Programme) -> People:
    sent = Q(sent_at__isnull=False, withdrawn_at=None)
    counted = programme.applications.aggregate(
        applied=Count("id", filter=APPLIED),
        to_answer=Count("id", filter=TO_ANSWER),
        accepted=Count("id", filter=sent & Q(accepted_at__isnull=False)),
        waiting=Count("id", filter=sent & Q(waiting_at__isnull=False, accepted_at=None)),
        declined=Count("id", filter=sent & Q(declined_at__isnull=False)),
        withdrawn=Count("id", filter=Q(withdrawn_at__isnull=False)),
    )
    places = Placement.objects.filter(programme_set__programme=programme, ended_at=None)
    placed = places.aggregate(placed=Count("id"), agreed=Count("id", filter=Q(agreed_at__isnull=False)))
    return People(**counted, **placed, interested=programme.interests.count())


def _tasks(
    programme: Programme, sets: Sequence[ProgrammeSet], people: People, table: Table
) -> Sequence[Task]:
    found = []
    if people.to_answer:
        waiting = words.counted(people.to_answer, "application waits", "applications wait")
        found.append(Task(f"{waiting.capitalize()} for an answer", "hosts:applications"))
    unled = [one.label for one in sets if one.facilitator_id is None]
    if unled:
        has = "has" if len(unled) == 1 else "have"
        found.append(Task(f"{_some(unled)} {has} no facilitator", "hosts:sets"))
    if table.n_clashes:
        found.append(Task(table.clashing, "hosts:dates"))
    if not programme.is_published:
        found.append(Task("Read the words of its page, and change them as you like", "hosts:words"))
        found.append(Task("Publish it", "hosts:publication"))
    return found


def _some(labels: Sequence[str]) -> str:
    if len(labels) <= 3:
        return words.listed(labels)
    return f"{words.number(len(labels)).capitalize()} sets"
