"""Who owns, who reads, why, and what can go wrong."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal
from uuid import UUID


class Purpose(StrEnum):
    """Why something is opened. There are no other reasons."""

    MEMBER_VIEW = "member_view"
    ROOM = "room"
    SUMMARY_SEND = "summary_send"
    INVITATION = "invitation"
    APPLICATION = "application"
    MAIL = "mail"
    OWN_EXPORT = "own_export"
    ROTATION = "rotation"
    BREAK_GLASS = "break_glass"


Kind = Literal["set", "person", "host", "house"]

UPKEEP = frozenset({Purpose.ROTATION, Purpose.BREAK_GLASS})
OWN_WORDS = frozenset({Purpose.MEMBER_VIEW, Purpose.ROOM, Purpose.OWN_EXPORT})
# A person's own words are in no mail and no summary, so no such purpose opens them.
ALLOWED: dict[Kind, frozenset[Purpose]] = {
    "set": frozenset(Purpose) - {Purpose.APPLICATION},
    "host": UPKEEP | {Purpose.APPLICATION, Purpose.OWN_EXPORT},
    "person": OWN_WORDS | UPKEEP,
    "house": UPKEEP | {Purpose.MAIL, Purpose.INVITATION},
}


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose key it is."""

    kind: Kind
    id: UUID

    @classmethod
    def of_set(cls, set_id: UUID) -> "Owner":
        return cls("set", set_id)

    @classmethod
    def of_person(cls, person_id: UUID) -> "Owner":
        return cls("person", person_id)

    @classmethod
    def of_host(cls, host_id: UUID) -> "Owner":
        return cls("host", host_id)


HOUSE = Owner("house", UUID(int=0))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value lies."""

    table: str
    column: str
    row: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Who opens, and why. For a person's own words the actor names that person's id."""

    actor: str
    purpose: Purpose

    def __post_init__(self) -> None:
        if not self.actor.strip():
            raise ValueError("A reader needs an actor.")
        if not isinstance(self.purpose, Purpose):
            raise ValueError("A reader needs a purpose from the list.")


class NotForReader(Exception):
    """This reader may not open what belongs to this owner, whatever it says."""


class NoKey(Exception):
    """The owner has no key: none was made, or it was shredded."""


class NoMasterKey(Exception):
    """The master key file is missing, broken, or not the one that wrapped the keys."""


class Unopenable(Exception):
    """The value was altered or moved, or its key is gone. The message never holds content."""


class ShredUnfinished(Exception):
    """The key is gone from its table, and its bytes are still in the log. Shred again."""
