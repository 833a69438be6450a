"""What simulated people say: invented matters of two fields of work, told by role and never by name."""

from setspace.room.rehearsal.phrases.asking import ECHOES, FACTS, OPEN
from setspace.room.rehearsal.phrases.matters import BY_WHEN, MATTERS, Matter, Step
from setspace.room.rehearsal.phrases.offering import OFFERS
from setspace.room.rehearsal.phrases.saying import CHECK_INS, DID, LEARNED, REFLECTIONS

__all__ = [
    "BY_WHEN",
    "CHECK_INS",
    "DID",
    "ECHOES",
    "FACTS",
    "LEARNED",
    "MATTERS",
    "OFFERS",
    "OPEN",
    "REFLECTIONS",
    "Matter",
    "Step",
]
