"""Mei's map of relationships: as she first drew it, as it was some weeks later, and as it is now."""

from dataclasses import replace
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from setspace.core.mapping import editing
from setspace.core.mapping.geometry import Spot
from setspace.core.mapping.model import ME, How, Kind, Map, Node, Ring, Say, Stance
from setspace.people.models import Person
from setspace.programmes.models import LearningSet
from setspace.records.changes import begin_map, edit_map, keep_snapshot
from setspace.records.models import RelationshipMap

ABOUT = "Who is around the repairs we can’t do?"
# Who, a few words, where, which direction and how deep, and how it is between Mei and them.
PEOPLE = (
    ("My team", "on side", Kind.GROUP, Spot(Ring.ACT, 262, 0.6), How.STRONG),
    ("Caretakers", "see it daily", Kind.GROUP, Spot(Ring.ACT, 98, 0.65), How.STRONG),
    ("Residents’ chair", "let down before", Kind.PERSON, Spot(Ring.ACT, 338, 0.55), How.STRAINED),
    ("Repairs contractor", "behind by months", Kind.BODY, Spot(Ring.INFLUENCE, 226, 0.75), How.STRAINED),
    ("Director of assets", "holds the budget", Kind.PERSON, Spot(Ring.WATCH, 298, 0.3), How.FAINT),
    ("Residents who stopped", "coming to meetings", Kind.GROUP, Spot(Ring.WATCH, 122, 0.85), How.FAINT),
    ("Tenant champion", "asks good questions", Kind.PERSON, Spot(Ring.INFLUENCE, 60, 0.6), How.FINE),
    ("Ward councillor", "", Kind.PERSON, Spot(Ring.WATCH, 22, 0.5), How.FINE),
    ("Regulator", "", Kind.BODY, Spot(Ring.WATCH, 282, 0.6), How.FAINT),
)
SAYS = "That we only come round when we want a photo."


def drawn_by(person: Person, learning_set: LearningSet, first: datetime, second: datetime) -> None:
    """Two states that were kept, and a few changes after them."""
    begun = begin_map(person, ABOUT, learning_set, first)
    drawn = Map(ABOUT)
    for name, few_words, kind, spot, how in PEOPLE:
        node = Node(_key(name), name, kind, spot.ring, few_words=few_words)
        drawn = editing.draw_tie(editing.add(drawn, node), ME, node.key, how)
        drawn = editing.place(drawn, node.key, spot)
    _kept(begun, drawn, first)
    keep_snapshot(begun, first)
    drawn = editing.place(drawn, _key("Director of assets"), Spot(Ring.INFLUENCE, 298, 0.6))
    drawn = editing.draw_tie(drawn, _key("Residents’ chair"), _key("Tenant champion"), How.STRONG)
    _kept(begun, drawn, second)
    keep_snapshot(begun, second)
    _kept(begun, _as_it_is(drawn), second)


def _as_it_is(drawn: Map) -> Map:
    paper = Node(_key("Local paper"), "Local paper", Kind.BODY, Ring.WATCH)
    drawn = editing.draw_tie(editing.add(drawn, paper), ME, paper.key, How.FAINT)
    drawn = editing.place(drawn, _key("Residents who stopped"), Spot(Ring.INFLUENCE, 128, 0.8))
    stopped = drawn.node(_key("Residents who stopped"))
    director = drawn.node(_key("Director of assets"))
    assert stopped is not None
    assert director is not None
    drawn = editing.change(drawn, replace(stopped, note=SAYS))
    return editing.change(drawn, replace(director, stance=Stance.UNDECIDED, say=Say.MUCH))


def _kept(begun: RelationshipMap, drawn: Map, at: datetime) -> None:
    edit_map(begun, lambda _: drawn, at)


def _key(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))
