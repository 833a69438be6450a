"""Simulated people in a room of the core: they keep to what they see, and come to an end."""

from dataclasses import dataclass, field
from random import Random

import pytest

from setspace.core.process import catalogue
from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.formats import Block, BlockKind, Plan
from setspace.core.process.sight import REGIONS, sight
from setspace.core.process.state import Phase, State
from setspace.room.rehearsal.company import Company, played
from setspace.room.rehearsal.looking import Looking
from setspace.room.rehearsal.oracle import Held, broken_rules, minutes_per_holder
from setspace.room.rehearsal.phrases import ECHOES, FACTS, MATTERS, OFFERS, OPEN
from tests.core.rooms import ADE, MEI, MEMBERS, NAMES, TOM, LiveRoom, room_at, room_for

pytestmark = pytest.mark.once

EVERYBODY = frozenset((ADE, *MEMBERS))
SET = ["ade@example.org"]


@dataclass
class Played:
    """A room of the core, as simulated people reach it. Refusals are kept."""

    live: LiveRoom
    refused: list[tuple[str, c.Command]] = field(default_factory=list)

    def state(self) -> State:
        return self.live.state

    def ask(self, person: str, command: c.Command, now: int) -> bool:
        self.live.now = max(self.live.now, now)
        answer = self.live.ask(person, command)
        if answer is not None:
            self.refused.append((person, command))
        return answer is None


def play(plan: str | Plan, seed: int, n_members: int = 4) -> Played:
    """A session from its waiting room to its end."""
    plan = catalogue.plans()[plan] if isinstance(plan, str) else plan
    members = (*MEMBERS, "noor", "lea", "ben")[: min(n_members, plan.most_people)]
    room = Played(room_for(plan, members))
    for person in (ADE, *members):
        room.live.do(person, c.Arrive())
    for _moment in played(room, Company.drawn(ADE, members, Random(seed)), room.live.now):
        pass
    return room


def well_held(room: Played) -> bool:
    names = {**NAMES, "noor": "Noor Khan", "lea": "Lea Stone", "ben": "Ben Ward"}
    assert broken_rules(Held(room.live.log, names), [], []) == []
    assert room.refused == []
    return room.live.state.phase is Phase.CLOSED


@pytest.mark.parametrize("plan", list(catalogue.plans()))
def test_ade_and_the_set_hold_any_session_by_its_rules(plan: str) -> None:
    assert well_held(play(plan, 1))


@pytest.mark.parametrize("n_members", [5, 6])
@pytest.mark.parametrize("plan", ["ithrive-two-holders", "ithrive-three-holders", "ithrive-six-short"])
def test_five_and_six_hold_the_plans_of_ithrive(plan: str, n_members: int) -> None:
    assert well_held(play(plan, 2, n_members))


@pytest.mark.parametrize("key", list(catalogue.formats()))
def test_the_set_holds_any_round(key: str) -> None:
    round_ = catalogue.formats()[key]
    turn = Block("turn-1", "Turn 1", BlockKind.TURN, round_.minutes, round_.minutes, format=key)
    close = Block("close", "Close", BlockKind.CLOSE, 2, 1, 1)
    people = (round_.least_people, min(round_.most_people, 8))
    plan = Plan("one", "One round", "our own, for tests", round_.minutes + 2, *people, (turn, close))
    for seed in range(3):
        room = play(plan, seed, max(5, round_.least_people))
        assert well_held(room)
        kinds = {type(event) for event in room.live.log}
        assert e.ActionNoted in kinds
        assert e.IssueNamed in kinds


def test_a_hard_end_comes_without_a_press_and_offers_come_when_they_are_asked_for() -> None:
    log = play("troika-session", 1).live.log
    assert sum(isinstance(event, e.StageBegan) and event.by == c.THE_ROOM for event in log) == 9
    kept = [play("ithrive-two-holders", seed).live.log for seed in range(12)]
    asked = [log for log in kept if any(isinstance(event, e.ResourcesAsked) for event in log)]
    taken_back = sum(
        isinstance(event, e.ResourcesAsked) and not event.wanted for log in asked for event in log
    )
    assert 0 < len(asked) < len(kept)
    assert taken_back > 0
    offered = {event.words for log in asked for event in log if isinstance(event, e.Echoed)} & set(OFFERS)
    assert offered


def test_everybody_does_their_part_in_a_full_session() -> None:
    log = play("tpas-session", 3).live.log
    kinds = {type(event) for event in log}
    assert {e.CheckedIn, e.ActionReported, e.QuestionAsked, e.QuestionKept, e.QuestionPinned} <= kinds
    assert {e.FloorAsked, e.FloorGiven, e.Echoed, e.ActionNoted, e.Scored, e.PartApproved} <= kinds
    holders = {event.holder for event in log if isinstance(event, e.ActionNoted)}
    assert holders == set(MEMBERS)
    texts = [event.text for event in log if isinstance(event, e.QuestionAsked) and event.holder == MEI]
    assert len(texts) == len(set(texts)) > 3


def test_all_hold_for_the_same_time() -> None:
    minutes = minutes_per_holder(Held(play("tpas-session", 4).live.log, NAMES))
    assert set(minutes) == {NAMES[person] for person in MEMBERS}
    assert max(minutes.values()) - min(minutes.values()) < 0.5


def test_the_most_alive_bids_get_the_turns() -> None:
    log = play("ithrive-two-holders", 5).live.log
    alive = {event.by: event.alive for event in log if isinstance(event, e.BidMade)}
    (order,) = {event.order for event in log if isinstance(event, e.HoldersOrdered)}
    left_out = [alive[person] for person in MEMBERS if person not in order]
    assert min(alive[person] for person in order) >= max(left_out)


def test_the_same_seed_gives_the_same_session() -> None:
    assert play("tpas-introduction", 6).live.log == play("tpas-introduction", 6).live.log
    assert play("tpas-introduction", 6).live.log != play("tpas-introduction", 7).live.log


def test_a_look_is_what_sight_gives() -> None:
    live = room_at("open")
    for person in (ADE, MEI, TOM):
        look = Looking(live.state, person, live.now, EVERYBODY)
        assert dict(look) == sight(live.state, person, live.now, EVERYBODY)
        assert len(look) == len(REGIONS)
    assert dict(Looking(live.state, "charlie", live.now, EVERYBODY)) == {}


def test_charlie_sees_nothing_and_does_nothing() -> None:
    live = room_at("open")
    stranger = Company.drawn("charlie", ["nobody"], Random(1)).people
    assert [one.look(Looking(live.state, one.person, live.now, EVERYBODY), live.now) for one in stranger] == [
        None,
        None,
    ]


def test_whoever_rests_does_nothing() -> None:
    live = room_at("actions")
    company = Company.drawn(ADE, MEMBERS, Random(2))
    found = company.soonest(live.state, live.now, EVERYBODY, EVERYBODY - {MEI})
    assert found is not None
    assert found[1].person == MEI
    assert company.soonest(live.state, live.now, EVERYBODY, EVERYBODY) is None


def test_somebody_who_comes_back_thinks_anew() -> None:
    live = room_at("actions")
    mei = next(one for one in Company.drawn(ADE, MEMBERS, Random(2)).people if one.person == MEI)
    due = mei.look(Looking(live.state, MEI, live.now, EVERYBODY), live.now)
    later = live.now + 10 * 60_000
    assert due is not None
    assert mei.look(Looking(live.state, MEI, later, EVERYBODY), later) == due
    mei.wake()
    anew = mei.look(Looking(live.state, MEI, later, EVERYBODY), later)
    assert anew is not None
    assert anew > later


def test_nobody_asks_for_what_a_person_would_not() -> None:
    """Questions are open, and nobody is named."""
    assert all(text.endswith("?") for text in (*FACTS, *OPEN))
    assert not any(text.startswith(("Have you tried", "Why don", "Should", "Could you not")) for text in OPEN)
    assert not any(text.endswith("?") for text in ECHOES)
    assert all(question.endswith("?") for matter in MATTERS for question in matter.questions)
