"""Scenes in which the lead passes from one to another, and in which somebody would like to look on."""

from collections.abc import Iterator

from setspace.core.process import commands as c
from tests.core.asking_leading import Asks

Scene = Iterator[tuple[str, c.Command]]


def the_lead_goes_round(asker: Asks) -> Scene:
    oracle, chance = asker.oracle, asker.chance
    first, second = asker.member(), asker.member()
    yield asker.leader(), c.NameStandIn(first)
    yield chance.choice([first, second]), c.StandIn()
    yield second, c.Arrive()
    yield asker.leader(), c.HandOver(second)
    if chance.random() < 0.3 and oracle.lead:
        yield "room", c.LeaveSeat(oracle.lead)
    yield first, c.NextStage(len(oracle.watch.spells))
    yield asker.leader(), c.HandOver("")


def somebody_would_like_to_look_on(asker: Asks) -> Scene:
    oracle, chance = asker.oracle, asker.chance
    person = chance.choice(["watcher", "watcher", asker.member()])
    yield "room", c.TakeSeat(person, "Wat Cher", "observer")
    members = list(oracle.members)
    for member in members:
        yield member, c.Arrive()
        yield member, c.AgreeToObserver(person, yes=chance.random() < 0.95)
    yield person, c.CheckIn("") if chance.random() < 0.5 else c.Arrive()
    yield asker.member(), c.AgreeToObserver(person, yes=chance.random() < 0.4)


LEADING_SCENES = (the_lead_goes_round, somebody_would_like_to_look_on)
