"""Maps of relationships, read for their owner alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from django.db.models import Count

from setspace.core.mapping import comparing, drawing
from setspace.core.mapping.model import ME, How, Map, Node
from setspace.core.mapping.words import KINDS, RINGS, SAYS, STANCES, TIES
from setspace.lib import dates
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import LearningSet
from setspace.records.models import MapSnapshot, RelationshipMap, ShownCopy

UNTITLED = "Who is around your question?"


@dataclass(frozen=True, slots=True)
class MapCard:
    map: RelationshipMap
    title: str
    n_nodes: int
    n_snapshots: int


@dataclass(frozen=True, slots=True)
class Listed:
    """One on the list, with all that the drawing says of them."""

    number: int
    node: Node
    where: str
    how: str
    also: str


@dataclass(frozen=True, slots=True)
class ListedTie:
    one: str
    other: str
    how: str


@dataclass(frozen=True)
class MapView:
    """One state of a map, drawn and listed."""

    drawn: Map
    picture: drawing.Picture

    @property
    def title(self) -> str:
        return self.drawn.title or UNTITLED

    @property
    def tie_kinds(self) -> Sequence[tuple[How, str]]:
        return tuple(TIES.items())

    @property
    def has_stances(self) -> bool:
        return any(node.stance for node in self.drawn.nodes)

    @property
    def has_says(self) -> bool:
        return any(node.say for node in self.drawn.nodes)

    @cached_property
    def people(self) -> tuple[Listed, ...]:
        return tuple(_listed(self.drawn, at, node) for at, node in enumerate(self.drawn.listed(), start=1))

    @cached_property
    def ties(self) -> tuple[ListedTie, ...]:
        """Those among others: how it is with oneself is beside each name."""
        others = [tie for tie in self.drawn.ties if ME not in tie.ends]
        return tuple(ListedTie(*self.drawn.names(tie.ends), TIES[tie.how]) for tie in others)


@dataclass(frozen=True)
class OwnMap(MapView):
    """The map as it is now."""

    row: RelationshipMap
    may_undo: bool
    is_shown: bool  # a copy of a map of theirs, to their set, at this moment
    snapshots: Sequence[KeptState]


@dataclass(frozen=True, slots=True)
class KeptState:
    snapshot: MapSnapshot
    called: str

    @property
    def key(self) -> str:
        return str(self.snapshot.pk)


@dataclass(frozen=True)
class Comparison(MapView):
    """The later of two states, and what changed."""

    changes: Sequence[comparing.Change]


def maps_of(person: Person) -> tuple[MapCard, ...]:
    rows = RelationshipMap.objects.filter(person=person).select_related("learning_set")
    found = []
    for row in rows.annotate(n_kept=Count("snapshots")):
        drawn, _ = row.open_drawn(reader_of(person))
        found.append(MapCard(row, drawn.title or UNTITLED, len(drawn.nodes), row.n_kept))
    return tuple(found)


def own_map(person: Person, row: RelationshipMap, today: datetime) -> OwnMap:
    drawn, steps = row.open_drawn(reader_of(person))
    kept = kept_states(person, row, today)
    is_shown = ShownCopy.objects.filter(person=person, kind="map").exists()
    return OwnMap(drawn, drawing.picture(drawn), row, bool(steps), is_shown, kept)


def kept_states(person: Person, row: RelationshipMap, today: datetime) -> tuple[KeptState, ...]:
    """What was kept of a map, the newest first: each called by its day, or by day and time."""
    zone = ZoneInfo(person.zone)
    kept = [(one, one.taken_at.astimezone(zone)) for one in row.snapshots.all()]
    days = [at.date() for _, at in kept]
    return tuple(KeptState(one, _called(at, days.count(at.date()) > 1, today)) for one, at in kept)


def snapshot_view(person: Person, snapshot: MapSnapshot) -> MapView:
    drawn = snapshot.open_drawn(reader_of(person))
    return MapView(drawn, drawing.picture(drawn))


def comparison(before: Map, after: Map) -> Comparison:
    return Comparison(after, drawing.compared(before, after), comparing.changes(before, after))


def drawn_then(person: Person, snapshot: MapSnapshot) -> Map:
    return snapshot.open_drawn(reader_of(person))


def drawn_now(person: Person, row: RelationshipMap) -> Map:
    return row.open_drawn(reader_of(person))[0]


def own_sets(person: Person) -> Sequence[LearningSet]:
    """The sets whose member the person is."""
    found = LearningSet.objects.filter(memberships__person=person, memberships__until_at=None)
    return tuple(found.filter(memberships__role="member").order_by("name").distinct())


def reader_of(person: Person) -> Reader:
    return Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW)


def _called(at: datetime, is_one_of_several: bool, today: datetime) -> str:
    day = dates.short_day(at.date(), today.date())
    return f"{day}, {dates.clock_time(at)}" if is_one_of_several else day


def _listed(drawn: Map, number: int, node: Node) -> Listed:
    also = [KINDS[node.kind].name.lower().split(maxsplit=1)[1]]
    if node.stance:
        also.append(STANCES[node.stance].lower())
    if node.say:
        also.append(f"{SAYS[node.say].lower()} of a say" if node.say != "some" else "some say")
    return Listed(number, node, RINGS[node.ring], _how(drawn.between(ME, node.key)), ", ".join(also))


def _how(how: How | None) -> str:
    return TIES[how] if how else "No tie"
