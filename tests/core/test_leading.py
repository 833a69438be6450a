"""Who leads, who stands in, how a set leads itself, and who looks on by consent of all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process import leading
from setspace.core.process.outcome import outcome
from setspace.core.process.refusals import Reason
from setspace.core.process.sight import REGIONS, View, sight
from setspace.core.process.state import Led, Phase, Role, Seat
from tests.core.cases_leading import NIA
from tests.core.rooms import ADE, CHARLIE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom, room_at, room_for
from tests.core.written import ASKED, ISSUE, KEPT, WORDING, session, shown

HERE = frozenset((ADE, NIA, *MEMBERS))
STAGES = tuple(session())


def view(room: LiveRoom, person: str, here: frozenset[str] = HERE) -> View:
    return sight(room.state, person, room.now, here)


def alone(stage: str = "waiting") -> LiveRoom:
    """A set that facilitates itself; past the start Mei leads."""
    room = room_for()
    room.do(c.THE_ROOM, c.LeaveSeat(ADE))
    for person in MEMBERS:
        room.do(person, c.Arrive())
    if stage != "waiting":
        room.do(MEI, c.Start())
        while room.stage != stage:
            room.wait(1)
            room.do(MEI, c.NextStage(room.seen))
    return room


def observed(stage: str, yes: tuple[str, ...] = MEMBERS) -> LiveRoom:
    """A room in which Nia would like to look on, and these have said yes."""
    room = session()[stage].copy()
    if room.state.phase is Phase.WAITING:
        for person in MEMBERS:
            room.do(person, c.Arrive())
    if room.state.phase is Phase.CLOSED:
        room.do(c.THE_ROOM, c.LeaveSeat(SAM))
        return room
    room.do(c.THE_ROOM, c.TakeSeat(NIA, "Nia Hill", "observer"))
    for person in yes:
        room.do(person, c.AgreeToObserver(NIA, yes=True))
    return room


def test_the_stand_in_takes_over_in_one_press_and_the_facilitator_may_still_lead() -> None:
    room = room_at("tell")
    room.do(ADE, c.NameStandIn(TOM))
    assert room.refusal(TOM, c.NextStage(room.seen)) is Reason.FACILITATOR_ONLY
    room.do(TOM, c.StandIn())
    room.do(TOM, c.NextStage(room.seen))
    room.do(ADE, c.NextStage(room.seen))
    assert (room.state.lead, leading.leaders(room.state)) == (TOM, (TOM,))


def test_a_stand_in_can_be_named_before_the_session_begins_and_taken_off_again() -> None:
    room = room_for()
    room.do(ADE, c.NameStandIn(TOM))
    assert room.state.stand_in == TOM
    room.do(ADE, c.NameStandIn(""))
    assert room.refusal(TOM, c.StandIn()) is Reason.NOT_STAND_IN


def test_taking_over_is_put_first_when_the_line_is_lost_and_quietly_at_other_times() -> None:
    room = room_at("tell")
    room.do(ADE, c.NameStandIn(TOM))
    away = HERE - {ADE}
    offers = {person: view(room, person, away)["leading"]["offer"] for person in (ADE, *MEMBERS)}
    assert offers == {ADE: "", MEI: "", TOM: "now", INES: "", SAM: ""}
    assert view(room, TOM)["leading"]["offer"] == "quiet"
    assert view(room, INES, away)["cue"]["text"] == "Ade has lost touch with the room. Carry on."


def test_the_clock_runs_on_while_the_facilitator_is_away_and_the_lead_changes() -> None:
    room = room_at("tell")
    room.do(ADE, c.NameStandIn(TOM))
    before = view(room, MEI)["clock"]["ends_at"]
    room.wait(1)
    room.do(TOM, c.StandIn())
    assert view(room, MEI, HERE - {ADE})["clock"]["ends_at"] == before


def test_everybody_reads_who_leads_now() -> None:
    room = room_at("tell")
    assert {view(room, one)["leading"]["leader"]["first_name"] for one in (ADE, *MEMBERS)} == {"Ade"}
    room.do(ADE, c.HandOver(TOM))
    assert {view(room, one)["leading"]["leader"]["first_name"] for one in (ADE, *MEMBERS)} == {"Tom"}
    assert [one["person"] for one in view(room, MEI)["people"]["people"] if one["leads"]] == [TOM]
    assert view(room, MEI)["clock"]["leader"] == "Tom"


def test_who_leads_sees_the_console_and_nobody_else_who_did_not_before() -> None:
    room = room_at("open")
    room.do(ADE, c.HandOver(TOM))
    assert [one for one in (ADE, *MEMBERS) if view(room, one)["now"]] == [ADE, TOM]
    room.do(ADE, c.HandOver(""))
    assert [one for one in (ADE, *MEMBERS) if view(room, one)["bar"]["leads"]] == [ADE]


def test_a_member_who_leads_keeps_what_a_member_may() -> None:
    room = room_at("open")
    room.do(ADE, c.HandOver(TOM))
    assert view(room, TOM)["compose"] == view(room, INES)["compose"]
    room.do(TOM, c.AskForFloor())
    room.do(TOM, c.SendQuestion("What else?"))
    room.do(TOM, c.WordQuestion("How might I begin?"))
    assert room.state.parts[MEI].key_question == "How might I begin?"


def test_who_leads_and_holds_the_issue_words_their_own_question_and_is_told_to_pass_the_lead_on() -> None:
    room = alone("break-1")
    room.do(MEI, c.HandOver(TOM))
    assert view(room, TOM)["leading"]["own_turn"] == "next"
    room.do(TOM, c.NextStage(room.seen))
    assert (room.state.holder, view(room, TOM)["leading"]["own_turn"]) == (TOM, "now")
    room.do(TOM, c.WordQuestion("Mine"))
    assert view(room, TOM)["wording"]["is_yours"]
    room.do(TOM, c.HandOver(INES))
    assert view(room, INES)["leading"]["own_turn"] == ""


def test_one_who_led_before_words_their_own_question_afterwards() -> None:
    room = alone("break-1")
    room.do(MEI, c.WordQuestion("After all"))
    assert room.state.parts[MEI].key_question == "After all"


def test_the_lead_goes_to_members_in_the_room_the_stand_in_first() -> None:
    room = room_at("tell")
    room.do(ADE, c.NameStandIn(SAM))
    offered = view(room, ADE, HERE - {INES})["leading"]["may_hand_to"]
    assert [one["person"] for one in offered] == [SAM, MEI, TOM]


def test_who_leaves_the_set_leads_no_more_and_stands_in_no_more() -> None:
    room = room_at("tell")
    room.do(ADE, c.NameStandIn(INES))
    room.do(ADE, c.HandOver(TOM))
    for person in (TOM, INES):
        room.do(c.THE_ROOM, c.LeaveSeat(person))
    assert (room.state.lead, room.state.stand_in) == ("", "")


def test_in_a_set_that_facilitates_itself_whoever_starts_leads() -> None:
    room = alone()
    assert {view(room, person)["leading"]["offer"] for person in MEMBERS} == {"free"}
    assert room.refusal(CHARLIE, c.Start()) is Reason.NOT_IN_SET
    room.do(TOM, c.Start())
    assert (room.state.lead, room.state.phase) == (TOM, Phase.RUNNING)
    assert room.refusal(MEI, c.NextStage(room.seen)) is Reason.FACILITATOR_ONLY
    assert outcome(room.state, room.now).led_by == TOM


def test_one_can_take_the_lead_before_the_start_and_then_nobody_else_starts() -> None:
    room = alone()
    room.do(TOM, c.StandIn())
    assert room.refusal(MEI, c.Start()) is Reason.FACILITATOR_ONLY
    assert view(room, MEI)["leading"]["offer"] == "quiet"
    room.do(TOM, c.Start())
    assert room.state.led_by == TOM


def test_a_set_that_facilitates_itself_is_never_without_a_way_on() -> None:
    room = alone("tell")
    assert view(room, TOM)["leading"]["offer"] == ""
    assert view(room, TOM, HERE - {MEI})["leading"]["offer"] == "now"
    room.do(c.THE_ROOM, c.LeaveSeat(MEI))
    assert view(room, TOM)["leading"]["offer"] == "free"
    room.do(TOM, c.StandIn())
    room.do(TOM, c.NextStage(room.seen))


def test_who_led_fewest_sessions_is_suggested_until_the_start() -> None:
    room = alone()
    led = (Led(MEI, 2), Led(TOM, 1), Led(INES, 1), Led(SAM, 1))
    room.do(c.THE_ROOM, c.Prepare(replace(room.state.setup, led=led)))
    assert view(room, SAM)["leading"]["suggested"]["person"] == TOM
    room.do(MEI, c.Start())
    assert view(room, SAM)["leading"]["suggested"] is None
    assert view(room_for(), SAM)["leading"]["suggested"] is None


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_over_the_sessions_each_leads_as_often_as_the_others(before: list[int]) -> None:
    seats = [Seat(f"p{n}", f"P {n}", Role.MEMBER) for n in range(len(before))]
    n_led = {seat.person: n for seat, n in zip(seats, before, strict=True)}
    for _ in range(sum(max(before) - n for n in before)):
        n_led[leading.next_lead(seats, n_led)] += 1
    assert set(n_led.values()) == {max(before)}


def test_nobody_is_suggested_where_nobody_could_lead() -> None:
    seats = (Seat(ADE, "Ade", Role.FACILITATOR), Seat(NIA, "Nia", Role.OBSERVER))
    assert leading.next_lead(seats, {}) == ""


@pytest.mark.parametrize("stage", STAGES)
def test_an_observer_sees_nothing_of_the_session_until_all_have_agreed(stage: str) -> None:
    room = observed(stage, yes=MEMBERS[:-1])
    if stage == "closed":
        return
    seen = view(room, NIA)
    assert [name for name, region in seen.items() if region] == ["bar", "observing"]
    assert list(seen) == list(REGIONS)
    assert (seen["bar"]["stages"], seen["bar"]["turn_of"], seen["bar"]["block"]) == ([], "", "")
    room.do(SAM, c.AgreeToObserver(NIA, yes=True))
    assert view(room, NIA)["people"]


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage != "closed"])
def test_an_admitted_observer_sees_what_all_share_and_nothing_that_is_for_one(stage: str) -> None:
    room = observed(stage)
    seen, members = view(room, NIA), view(room, SAM)
    private = {"check_in", "bid", "reports", "echo", "score", "part", "parts", "wording", "held", "compose"}
    for_leading = {"now", "late", "order", "voices", "leading", "giving"}
    assert [name for name in private | for_leading if seen[name]] == []
    assert seen["agenda"] == members["agenda"]
    assert not seen["queue"] or not (seen["queue"]["may_ask"] or seen["queue"]["may_give"])
    assert not seen["actions"] or not seen["actions"]["may_note"]


def test_an_admitted_observer_sees_the_question_and_what_was_asked_but_not_what_is_kept() -> None:
    room = observed("open")
    seen = str(view(room, NIA))
    assert ASKED in seen
    assert WORDING in seen
    assert KEPT not in seen
    assert ISSUE not in seen
    assert KEPT in shown(room, TOM)
    assert not view(room, NIA)["asked"]["questions"][0]["is_moved"]


def test_who_arrives_later_is_asked_too_and_covers_the_observers_view_until_they_have_agreed() -> None:
    room = room_for()
    room.do(c.THE_ROOM, c.TakeSeat(NIA, "Nia Hill", "observer"))
    assert not leading.is_admitted(room.state, NIA)  # nobody is here, so nobody has agreed
    room.do(MEI, c.Arrive())
    room.do(MEI, c.AgreeToObserver(NIA, yes=True))
    assert leading.is_admitted(room.state, NIA)
    room.do(TOM, c.Arrive())
    assert not leading.is_admitted(room.state, NIA)
    assert not view(room, NIA)["people"]


def test_a_no_is_told_to_who_leads_and_to_nobody_whose_it_was() -> None:
    room = observed("open", yes=(MEI, INES, SAM))
    waiting = {person: view(room, person)["observing"] for person in (ADE, MEI, INES, SAM)}
    room.do(TOM, c.AgreeToObserver(NIA, yes=False))
    for person in (MEI, INES, SAM):
        assert view(room, person)["observing"] == waiting[person]
    assert view(room, ADE)["observing"]["rows"][0]["is_declined"]
    assert view(room, ADE)["observing"]["rows"][0]["mine"] is None
    assert view(room, TOM)["observing"]["rows"][0]["mine"] is False
    assert not view(room, NIA)["people"]


def test_somebody_may_change_their_mind_and_the_view_is_covered_again() -> None:
    room = observed("open")
    room.do(TOM, c.AgreeToObserver(NIA, yes=False))
    assert not view(room, NIA)["people"]
    room.do(TOM, c.AgreeToObserver(NIA, yes=True))
    assert view(room, NIA)["people"]


def test_an_observer_arrives_and_may_do_nothing_else() -> None:
    room = observed("open")
    room.do(NIA, c.Arrive())
    asked: list[c.Command] = [c.AskForFloor(), c.KeepQuestion("?"), c.CheckIn(), c.NextStage(room.seen)]
    asked += [c.StandIn(), c.AgreeToObserver(NIA, yes=True), c.Start(), c.Close(), c.LeaveQueue()]
    assert {room.refusal(NIA, what) for what in asked} == {Reason.OBSERVER_LISTENS}


def test_an_observer_counts_for_nothing_in_plan_order_rounds_and_record() -> None:
    room = room_for("tpas-session", (MEI, TOM, INES))
    room.do(c.THE_ROOM, c.TakeSeat(NIA, "Nia Hill", "observer"))
    for person in (NIA, MEI):
        room.do(person, c.Arrive())
    assert room.refusal(ADE, c.OrderHolders((NIA,))) is Reason.ORDER_STRANGER
    room.start()
    assert room.state.order == (MEI, TOM, INES)
    assert NIA not in [row["person"] for row in view(room, MEI)["round"]["rows"]]
    assert outcome(room.state, room.now).present == (MEI,)


def test_a_member_who_comes_back_as_an_observer_has_let_go_of_what_they_held() -> None:
    room = room_at("open")
    room.do(ADE, c.HandOver(TOM))
    room.do(TOM, c.AskForFloor())
    room.do(c.THE_ROOM, c.TakeSeat(TOM, "Tom Brown", "observer"))
    assert (room.state.lead, room.state.queue, room.state.order) == ("", (), (MEI, INES, SAM))
