"""Who may speak, and how: every floor, rule, advice and state of the issue holder has its words for each."""

from itertools import product

import pytest

from setspace.core.process import commands as c
from setspace.core.process.cue_cards import CUES, Moment
from setspace.core.process.cues import for_step, moments
from setspace.core.process.formats import (
    Advice,
    Artefact,
    Block,
    BlockKind,
    Floor,
    Format,
    HolderState,
    Plan,
    Prompts,
    Stage,
    TurnRule,
)
from tests.core.rooms import ADE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom, room_for
from tests.core.written import session, view

ASKS = ("queue", "asked", "compose", "held", "wording", "actions", "echo", "score", "bid", "resources")


def stage_room(stage: Stage) -> LiveRoom:
    """A room in a turn that is just this stage, Mei's; with a question, a kept one and an action in it."""
    first = Stage(
        "first",
        "First",
        1,
        1,
        9,
        Floor.MEMBERS,
        writes=(Artefact.ISSUE, Artefact.QUESTIONS, Artefact.ACTIONS),
        prompts=Prompts("a", "b", "c"),
    )
    format_ = Format("one", "One", "our own, for tests", 6, 2, 8, (first, stage))
    block = Block("turn-1", "Turn 1", BlockKind.TURN, 6, 6, format="one")
    plan = Plan("one", "One", "our own, for tests", 6, 2, 8, (block,))
    room = room_for(plan, own_formats=(format_,))
    room.start()
    room.do(MEI, c.NameIssue("Two jobs"))
    room.do(MEI, c.NoteAction("Ring Jo"))
    room.do(TOM, c.SendQuestion("Since when?"))
    room.do(TOM, c.KeepQuestion("What for?"))
    room.next(after=1)
    return room


def made(floor: Floor, rule: TurnRule, advice: Advice, holder: HolderState, *writes: Artefact) -> LiveRoom:
    return stage_room(Stage("it", "It", 5, 1, 9, floor, rule, advice, holder, writes))


@pytest.mark.parametrize(("floor", "rule"), [*product(Floor, TurnRule)])
def test_who_may_speak_is_said_to_each_for_every_floor_and_rule(floor: Floor, rule: TurnRule) -> None:
    for advice, holder in product(Advice, HolderState):
        room = made(floor, rule, advice, holder)
        for person in (ADE, *MEMBERS):
            text = view(room, person)["cue"]["text"]
            assert text.endswith(".")
            assert "None" not in text
            assert len(text) < 80


def cue(floor: Floor, rule: TurnRule = TurnRule.FREE, *writes: Artefact, away: bool = False) -> list[str]:
    """What the issue holder and a member read."""
    holder = HolderState.TURNED_AWAY if away else HolderState.PRESENT
    room = made(floor, rule, Advice.NEVER, holder, *writes)
    return [view(room, person)["cue"]["text"] for person in (MEI, TOM)]


def test_the_members_who_speak_are_told_to_whom_and_the_holder_that_they_listen() -> None:
    assert cue(Floor.MEMBERS) == ["The others speak. You listen.", "Speak with one another. Mei listens."]
    assert cue(Floor.MEMBERS, TurnRule.ROUND)[1] == "Each speaks once, in turn."
    assert cue(Floor.MEMBERS, TurnRule.ONE_EACH) == [
        "The others ask one question each.",
        "One question each to Mei.",
    ]
    assert cue(Floor.MEMBERS, TurnRule.QUEUE)[1] == "Questions to Mei, one at a time."
    assert cue(Floor.MEMBERS, TurnRule.FREE, Artefact.QUESTIONS)[1] == "Questions to Mei, one at a time."
    assert cue(Floor.MEMBERS, away=True) == [
        "The others talk. You listen, turned away.",
        "Speak with one another. Mei has turned away.",
    ]


def test_everybody_nobody_and_the_facilitator_have_words_of_their_own() -> None:
    assert cue(Floor.ALL)[1] == "Anybody may speak."
    assert cue(Floor.ALL, TurnRule.QUEUE)[1] == "Anybody may speak, one at a time."
    assert cue(Floor.ALL, TurnRule.ONE_EACH)[1] == "One question each."
    assert cue(Floor.NOBODY)[1] == "Nobody has the floor."
    assert cue(Floor.NOBODY, TurnRule.FREE, Artefact.QUESTIONS)[1] == "Nobody speaks while we write."
    assert cue(Floor.FACILITATOR)[1] == "Ade has the floor."
    room = made(Floor.FACILITATOR, TurnRule.FREE, Advice.NEVER, HolderState.PRESENT)
    assert view(room, ADE)["cue"]["text"] == "You have the floor."


def test_the_order_of_a_go_round_is_named() -> None:
    room = made(Floor.MEMBERS, TurnRule.ROUND, Advice.NEVER, HolderState.PRESENT)
    assert view(room, TOM)["manner"]["rule"] == "Each once, in order: Tom, then Ines, then Sam."
    room = made(Floor.ALL, TurnRule.ONE_EACH, Advice.NEVER, HolderState.PRESENT)
    assert (
        view(room, TOM)["manner"]["rule"]
        == "One question each, in order: Tom, then Ines, then Sam, then Mei."
    )
    room = made(Floor.MEMBERS, TurnRule.QUEUE, Advice.NEVER, HolderState.PRESENT)
    assert [view(room, one)["manner"]["rule"] for one in (MEI, TOM)] == ["One at a time.", ""]


def test_whether_advice_has_a_place_is_said_in_the_turn() -> None:
    for advice, words, own in (
        (Advice.NEVER, "No advice here.", "No advice here."),
        (Advice.ON_REQUEST, "Advice only if Mei asks.", "Advice only if you ask."),
        (Advice.ALLOWED, "Ideas for Mei are welcome.", "Ideas for you are welcome."),
    ):
        room = made(Floor.MEMBERS, TurnRule.FREE, advice, HolderState.PRESENT)
        assert [view(room, one)["manner"]["advice"] for one in (TOM, MEI)] == [words, own]
    assert view(session()["check-in"], TOM)["manner"]["advice"] == ""


@pytest.mark.parametrize("stage", ["quiet", "break-1"])
def test_in_a_quiet_stage_nobodys_screen_asks_for_anything(stage: str) -> None:
    room = session()[stage]
    for person in (ADE, *MEMBERS):
        assert [name for name in ASKS if view(room, person)[name]] == []


def test_the_regions_that_are_empty_in_the_quiet_are_there_elsewhere() -> None:
    room = made(Floor.MEMBERS, TurnRule.QUEUE, Advice.NEVER, HolderState.PRESENT, Artefact.QUESTIONS)
    there = {name for person in (ADE, *MEMBERS) for name in ASKS if view(room, person)[name]}
    assert there == {"queue", "asked", "compose", "held", "wording", "actions"}


def test_a_quiet_stage_in_which_something_is_written_shows_just_that() -> None:
    room = made(Floor.NOBODY, TurnRule.FREE, Advice.NEVER, HolderState.PRESENT, Artefact.QUESTIONS)
    assert view(room, TOM)["still"] == {}
    assert view(room, TOM)["compose"]["may_send"]
    quiet = made(Floor.NOBODY, TurnRule.FREE, Advice.NEVER, HolderState.WRITING)
    assert {view(quiet, one)["still"]["is_quiet"] for one in (ADE, *MEMBERS)} == {True}
    assert (view(quiet, TOM)["manner"]["holder"], view(quiet, MEI)["manner"]["holder"]) == (
        "Mei may be writing.",
        "",
    )


@pytest.mark.parametrize("rule", TurnRule)
def test_a_holder_who_has_turned_away_is_shown_nothing_of_the_turn(rule: TurnRule) -> None:
    room = made(Floor.MEMBERS, rule, Advice.ALLOWED, HolderState.TURNED_AWAY)
    seen = view(room, MEI)
    assert [name for name in ASKS if seen[name]] == []
    assert seen["manner"] == {}
    assert seen["still"] == {
        "is_turned_away": True,
        "is_quiet": False,
        "title": "It",
        "back": "Ade calls you back.",
    }
    for person in (ADE, TOM, INES, SAM):
        assert view(room, person)["still"] == {}
        assert view(room, person)["asked"]["questions"]


def test_a_break_and_the_time_around_a_session_have_no_manner() -> None:
    for stage in ("waiting", "break-1", "ended", "closed"):
        assert view(session()[stage], TOM)["manner"] == {}


def test_cue_cards_are_short_and_speak_of_the_process_alone() -> None:
    told = ("you should", "you could", "try to", "have you", "why don’t", "i would", "my advice", "!")
    assert len({cue.key for cue in CUES}) == len(CUES) >= 30
    for card in CUES:
        for line in (card.title, card.notice, card.say):
            assert 0 < len(line) <= 140
        assert not [words for words in told if words in card.say.lower()], card.key
        assert card.notice.endswith("."), card.key
    assert {moment for card in CUES for moment in card.at} == set(Moment)


def test_the_situations_that_wial_publishes_have_their_cards() -> None:
    keys = {card.key for card in CUES}
    assert {"verbose", "closed", "side-talk", "hidden-solution", "identical", "clear-early"} <= keys


def test_the_cards_of_a_stage_come_first_and_none_is_lost() -> None:
    for room in session().values():
        here, others = for_step(room.state.step)
        assert {*here, *others} == set(CUES)
        assert len(here) + len(others) == len(CUES)
        if room.state.step is None:
            assert here == ()
    open_ = session()["open"].state.step
    assert open_ is not None
    assert Moment.ASK in moments(open_)
    assert "coat" in {card.key for card in for_step(open_)[0]}
    away = made(Floor.MEMBERS, TurnRule.FREE, Advice.ALLOWED, HolderState.TURNED_AWAY).state.step
    assert away is not None
    assert moments(away) == (Moment.AWAY,)


def test_the_cards_are_for_whoever_holds_the_process_while_the_session_runs() -> None:
    for stage, room in session().items():
        assert bool(view(room, ADE)["cues"]) == (stage not in ("waiting", "ended", "closed"))
        assert not any(view(room, person)["cues"] for person in MEMBERS)
