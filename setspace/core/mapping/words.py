"""What rings, ties and the rest are called, in one place."""

from typing import NamedTuple

from setspace.core.mapping.model import How, Kind, Ring, Say, Stance

RINGS = {
    Ring.ACT: "I can act here",
    Ring.INFLUENCE: "I can influence",
    Ring.WATCH: "I can only watch",
}
SHORT_RINGS = {Ring.ACT: "can act", Ring.INFLUENCE: "can influence", Ring.WATCH: "can only watch"}
TIES = {How.STRONG: "Strong", How.FINE: "Fine", How.STRAINED: "Strained", How.FAINT: "Faint"}
STANCES = {Stance.FOR: "For it", Stance.UNDECIDED: "Undecided", Stance.AGAINST: "Against it"}
SAYS = {Say.LITTLE: "A little", Say.SOME: "Some", Say.MUCH: "A great deal"}


class KindWords(NamedTuple):
    name: str
    example: str


KINDS = {
    Kind.PERSON: KindWords("A person", "someone in a role"),
    Kind.BODY: KindWords("A body", "a board, a department, a regulator"),
    Kind.GROUP: KindWords("A group", "residents, a team, the press"),
}
