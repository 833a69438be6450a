"""Rounds and session plans as their pages show them: ours, somebody's own, and what others share."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from setspace.core.process import catalogue
from setspace.core.process.faults import Fault, format_faults, plan_faults
from setspace.core.process.files import (
    MOST_BYTES,
    Course,
    course_of,
    format_from_plain,
    plan_from_plain,
    to_file,
)
from setspace.core.process.formats import Format, Plan
from setspace.people.models import Person
from setspace.programmes.access import leads_a_set, sets_led_by
from setspace.programmes.models import LearningSet, Meeting, OwnFormat, course_for
from setspace.programmes.queries.misfits import length_and_people

Thing = Format | Course


@dataclass(frozen=True, slots=True)
class FormatPage:
    """A round, or a session plan with its rounds; ``own`` where somebody made it."""

    key: str
    thing: Thing
    own: OwnFormat | None = None
    is_mine: bool = False
    faults: Sequence[Fault] = ()

    @property
    def is_plan(self) -> bool:
        return isinstance(self.thing, Course)

    @property
    def shown(self) -> Format | Plan:
        return self.thing.plan if isinstance(self.thing, Course) else self.thing

    @property
    def rounds(self) -> Sequence[Format]:
        return self.thing.rounds if isinstance(self.thing, Course) else ()

    @property
    def title(self) -> str:
        return self.shown.title

    @property
    def minutes(self) -> int:
        return self.shown.minutes

    @property
    def n_turns(self) -> int:
        return self.thing.plan.turns if isinstance(self.thing, Course) else 1

    @property
    def owner_name(self) -> str:
        return self.own.owner.name or self.own.owner.first_name if self.own else ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All formats that somebody can open."""

    rounds: Sequence[FormatPage]
    plans: Sequence[FormatPage]
    mine: Sequence[FormatPage]
    shared: Sequence[FormatPage]


def shelf_of(person: Person) -> Shelf:
    own = OwnFormat.objects.select_related("owner")
    others = own.exclude(owner=person).exclude(shared_at=None) if leads_a_set(person) else own.none()
    return Shelf(
        rounds=[FormatPage(key, thing) for key, thing in catalogue.formats().items()],
        plans=[FormatPage(key, _course(plan)) for key, plan in catalogue.plans().items()],
        mine=[own_page(one, person) for one in own.filter(owner=person)],
        shared=[own_page(one, person) for one in others],
    )


def our_page(key: str) -> FormatPage | None:
    """A format of the catalogue, or nothing."""
    if key in catalogue.formats():
        return FormatPage(key, catalogue.formats()[key])
    if key in catalogue.plans():
        return FormatPage(key, _course(catalogue.plans()[key]))
    return None


def own_page(own: OwnFormat, person: Person) -> FormatPage:
    """Callers have shown that the person may read it."""
    return FormatPage(own.key, thing_of(own), own, own.owner_id == person.pk, faults_of(own))


def thing_of(own: OwnFormat) -> Thing:
    """What somebody made; a session plan brings those rounds that are there, drafts among them."""
    body = body_of(own)
    return body if isinstance(body, Format) else course_of(body, formats_for(own.owner))


def body_of(own: OwnFormat) -> Format | Plan:
    plain = json.loads(own.body)
    return plan_from_plain(plain) if own.is_plan else format_from_plain(plain)


def faults_of(own: OwnFormat) -> tuple[Fault, ...]:
    body = body_of(own)
    return format_faults(body) if isinstance(body, Format) else plan_faults(body, formats_for(own.owner))


def formats_for(person: Person) -> Mapping[str, Format]:
    """The rounds that a session plan of this person may name: ours, and their own."""
    own = OwnFormat.objects.filter(owner=person, kind="round")
    return {**catalogue.formats(), **{one.key: format_from_plain(json.loads(one.body)) for one in own}}


def usable_plans(person: Person) -> list[tuple[str, Course]]:
    """A person's own session plans that add up, by key."""
    formats, found = formats_for(person), []
    for own in OwnFormat.objects.filter(owner=person, kind="plan"):
        plan = plan_from_plain(json.loads(own.body))
        if not plan_faults(plan, formats):
            found.append((own.key, course_of(plan, formats)))
    return found


def plan_choices(person: Person, *keepers: Meeting | LearningSet) -> list[tuple[str, str]]:
    """The own plans that somebody can choose for a session, with those that these keep a copy of."""
    found = dict(usable_plans(person))
    for keeper in keepers:
        if keeper.plan_kept and keeper.plan not in found:
            found[keeper.plan] = course_for(keeper.plan, keeper.plan_kept)
    named = [(key, course.plan) for key, course in found.items()]
    return [(key, f"{plan.title}, {length_and_people(plan)}") for key, plan in named]


def plan_to_keep(key: str) -> str:
    """The text that a session keeps of somebody's own plan; empty where there is none that adds up."""
    own = OwnFormat.objects.select_related("owner").filter(key=key, kind="plan").first()
    if own is None or faults_of(own):
        return ""
    text = to_file(thing_of(own))
    return text if len(text.encode()) <= MOST_BYTES else ""


def plans_that_follow(round_: OwnFormat) -> list[OwnFormat]:
    """The owner's session plans in which a turn follows this round."""
    plans = OwnFormat.objects.select_related("owner").filter(owner=round_.owner, kind="plan")
    return [own for own in plans if round_.key in plan_from_plain(json.loads(own.body)).formats]


def sessions_with(own: OwnFormat) -> list[Meeting]:
    """Planned sessions of this plan, in sets that its owner facilitates now, the next one first."""
    found = Meeting.objects.select_related("learning_set").filter(
        plan=own.key, cancelled_at=None, closed_at=None, learning_set__in=sets_led_by(own.owner)
    )
    return list(found.order_by("on", "at"))


def _course(plan: Plan) -> Course:
    return course_of(plan, catalogue.formats())
