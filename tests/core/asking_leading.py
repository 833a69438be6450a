"""What the people of a trial ask for about who leads and who looks on."""

from random import Random
from typing import Protocol

from setspace.core.process import commands as c
from tests.core.oracle import Oracle


class Asks(Protocol):
    oracle: Oracle
    chance: Random

    def leader(self) -> str: ...
    def anybody(self) -> str: ...
    def member(self) -> str: ...
    def somebody(self, likely: str) -> str: ...


def _name_stand_in(a: Asks) -> tuple[str, c.Command]:
    return a.leader(), c.NameStandIn(a.chance.choice([a.member(), a.member(), a.anybody(), ""]))


def _stand_in(a: Asks) -> tuple[str, c.Command]:
    return a.somebody(a.oracle.stand_in_named or a.member()), c.StandIn()


def _hand_over(a: Asks) -> tuple[str, c.Command]:
    here = [person for person in a.oracle.members if person in a.oracle.arrived]
    return a.leader(), c.HandOver(a.chance.choice([*here, "", "", a.anybody()]))


def _agree_to_observer(a: Asks) -> tuple[str, c.Command]:
    observers = [person for person in a.oracle.people if a.oracle.is_observer(person)]
    about = a.chance.choice(observers) if observers and a.chance.random() < 0.9 else a.anybody()
    return a.somebody(a.member()), c.AgreeToObserver(about, a.chance.random() < 0.8)


LEADING = {
    "name_stand_in": _name_stand_in,
    "stand_in": _stand_in,
    "hand_over": _hand_over,
    "agree_to_observer": _agree_to_observer,
}
OTHER_ROLES = ("facilitator", "observer", "observer")
