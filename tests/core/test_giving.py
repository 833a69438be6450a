"""Giving time in a session that is on: the numbers of the field study, 6.3, consent, undo and the price."""

from setspace.core.process import commands as c
from setspace.core.process import giving, timing
from setspace.core.process.gifts import GiftKind
from setspace.core.process.refusals import Reason
from setspace.core.process.sight import sight
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom, clock, room_for


def late(minutes: int, people: tuple[str, ...] = MEMBERS) -> LiveRoom:
    """A session that has begun so many minutes late, everybody there."""
    room = room_for(people=people)
    for person in (ADE, *people):
        room.do(person, c.Arrive())
    room.wait(minutes)
    room.start()
    return room


def kinds(room: LiveRoom) -> list[str]:
    return [offer.kind.value for offer in giving.ways(room.state, room.now)]


def ends(room: LiveRoom) -> str:
    return clock(timing.projected_end(room.state, room.now))


def minutes_of(room: LiveRoom) -> dict[str, float]:
    return {block.key: timing.block_length(room.state, block) / MINUTE for block in room.state.plan.blocks}


def see(room: LiveRoom, person: str, region: str) -> dict[str, object]:
    return sight(room.state, person, room.now, frozenset(MEMBERS))[region]


def test_ten_minutes_late_gives_the_worked_example() -> None:
    room = late(10)
    room.do(ADE, c.GiveTime("blocks", 10))
    found = minutes_of(room)
    assert {key: found[key] for key in ("check-in", "update", "order", "break-2", "review", "close")} == {
        "check-in": 4,
        "update": 6,
        "order": 1,
        "break-2": 12,
        "review": 6,
        "close": 1,
    }
    assert sum(found.values()) == 200
    assert ends(room) == "13:00"
    assert room.state.visits[-1].allowance == 4 * MINUTE


def test_sixteen_minutes_late_takes_everything_to_its_floor() -> None:
    room = late(16)
    assert kinds(room)[0] == "blocks"
    room.do(ADE, c.GiveTime("blocks", 16))
    assert sum(minutes_of(room).values()) == 194
    assert ends(room) == "13:00"


def test_later_than_that_three_choices_appear_and_none_is_taken_in_silence() -> None:
    room = late(25)
    assert kinds(room) == ["white_space", "all_turns", "last_turn"]
    assert all(found == 40 for key, found in minutes_of(room).items() if key.startswith("turn"))
    assert room.refusal(ADE, c.GiveTime("blocks", 25)) is Reason.WAY_GONE


def test_every_turn_gives_the_same_two_minutes_and_a_quarter() -> None:
    room = late(25)
    room.do(ADE, c.GiveTime("all_turns", 25))
    assert {found for key, found in minutes_of(room).items() if key.startswith("turn")} == {37.75}
    assert ends(room) == "13:00"
    assert see(room, TOM, "given")["words"]


def test_the_last_holder_goes_first_next_time_and_the_ledger_says_so() -> None:
    room = late(25)
    room.do(ADE, c.GiveTime("last_turn", 25))
    assert room.state.order == (MEI, TOM, INES)
    assert timing.projected_end(room.state, room.now) <= (timing.due_end(room.state) or 0)
    rows = see(room, MEI, "ledger")["rows"]
    assert isinstance(rows, list)
    assert [(row["person"], row["standing"]) for row in rows if row["standing"] == "moved"] == [
        (SAM, "moved")
    ]


def test_white_space_is_taken_when_everybody_in_the_room_agrees() -> None:
    room = late(25)
    room.do(ADE, c.GiveTime("white_space", 25))
    assert not room.state.gifts
    for person in MEMBERS[:3]:
        room.do(person, c.Agree(room.state.time_changes, yes=True))
        assert not room.state.gifts
    assert room.refusal(MEI, c.Agree(room.state.time_changes, yes=True)) is Reason.ALREADY_SO
    room.do(SAM, c.Agree(room.state.time_changes, yes=True))
    assert [gift.white_space for gift in room.state.gifts] == [9 * MINUTE]
    assert timing.behind(room.state, room.now) == 0
    assert ends(room) == "13:09"
    assert see(room, TOM, "agenda")["white_space"] == 21


def test_one_no_is_enough_and_is_told_to_nobody_by_name() -> None:
    room = late(25)
    room.do(ADE, c.GiveTime("white_space", 25))
    room.do(MEI, c.Agree(room.state.time_changes, yes=True))
    room.do(TOM, c.Agree(room.state.time_changes, yes=False))
    assert room.state.proposal is None
    assert not room.state.gifts
    assert "Tom" not in str(see(room, ADE, "giving"))


def test_everybody_sees_what_was_chosen() -> None:
    room = late(10)
    room.do(ADE, c.GiveTime("blocks", 10))
    for person in (ADE, *MEMBERS):
        assert see(room, person, "given")["words"] == see(room, ADE, "given")["words"]


def test_only_the_facilitator_gives_time_and_only_what_is_late() -> None:
    room = late(10)
    assert room.refusal(MEI, c.GiveTime("blocks", 10)) is Reason.FACILITATOR_ONLY
    assert room.refusal(ADE, c.GiveTime("blocks", 30)) is Reason.NOT_BEHIND
    assert room.refusal(ADE, c.GiveTime("prayer", 5)) is Reason.NO_SUCH
    assert room.refusal(ADE, c.Agree(room.state.time_changes, yes=True)) is Reason.MEMBER_ONLY


def test_three_present_may_make_their_turns_longer_when_all_agree() -> None:
    room = late(0, MEMBERS[:3])
    assert ends(room) == "12:20"
    room.do(ADE, c.GiveTime("longer_turns", 0))
    for person in MEMBERS[:3]:
        room.do(person, c.Agree(room.state.time_changes, yes=True))
    assert {timing.turn_length(room.state, turn) / MINUTE for turn in range(3)} == {48}
    assert ends(room) == "12:44"
    assert timing.behind(room.state, room.now) == 0
    assert giving.longer_turns(room.state, room.now) is None


def test_the_price_of_a_minute_names_who_could_give_it_back() -> None:
    room = late(0)
    found = giving.price(room.state, 1, room.now)
    assert clock(found.end) == "13:01"
    assert found.way is not None
    assert [give.block for give in found.way.gift.gives] == ["order"]
    price = see(room, ADE, "now")["price"]
    assert isinstance(price, dict)
    assert price["words"] == "Order of turns and ground rules can give it back."
    assert "price" not in see(room, MEI, "now")


def test_a_break_that_was_called_is_in_the_price_and_in_the_end() -> None:
    room = late(0)
    room.do(MEI, c.CallBreak(10))
    assert ends(room) == "13:10"
    assert giving.minutes_behind(room.state, room.now) == 10
    assert clock(giving.price(room.state, 1, room.now).end) == "13:11"
    assert kinds(room)[0] == "blocks"
    room.wait(4)
    assert ends(room) == "13:10"
    room.wait(8)
    assert ends(room) == "13:12"


def test_a_break_that_is_over_sooner_costs_only_what_it_took() -> None:
    room = late(0)
    room.do(MEI, c.CallBreak(10))
    room.wait(3)
    room.do(ADE, c.GoOn())
    assert ends(room) == "13:03"


def test_the_decision_waits_for_the_break_and_comes_back_with_it() -> None:
    room = late(5)
    room.do(ADE, c.DecideLater())
    assert see(room, ADE, "giving")["is_put_off"]
    assert room.refusal(ADE, c.DecideLater()) is Reason.ALREADY_SO
    room.go_to("break-1")
    assert not see(room, ADE, "giving")["is_put_off"]


def test_below_two_minutes_nobody_is_asked_to_give() -> None:
    assert kinds(late(1)) == []
    assert kinds(late(2)) != []


def test_a_turn_that_is_on_is_never_cut() -> None:
    room = late(30)
    room.go_to("open")
    length = timing.turn_length(room.state, 0)
    for offer in giving.ways(room.state, room.now):
        assert "turn-1" not in [give.block for give in offer.gift.gives]
    room.do(ADE, c.GiveTime(GiftKind.ALL_TURNS.value, giving.minutes_behind(room.state, room.now)))
    assert timing.turn_length(room.state, 0) == length


def test_who_has_begun_is_never_moved_after_going_back() -> None:
    room = room_for("ithrive-two-holders")
    room.do(ADE, c.OrderHolders((MEI, TOM)))
    room.start()
    while room.state.holder != TOM:
        step = room.state.step
        assert step is not None
        room.next(after=step.minutes)
    room.do(TOM, c.NameIssue("Two jobs at once"))
    while room.state.holder != MEI:
        room.do(ADE, c.Back(room.seen))
    room.wait(60)
    assert "last_turn" not in kinds(room)
    assert room.refusal(ADE, c.GiveTime("last_turn", 28)) is Reason.WAY_GONE
    assert room.state.order == (MEI, TOM)


def test_nobody_stays_longer_than_they_said() -> None:
    room = late(16)
    room.do(ADE, c.GiveTime("white_space", 16))
    for person in MEMBERS[:3]:
        room.do(person, c.Agree(room.state.time_changes, yes=True))
    room.do(ADE, c.GiveTime("blocks", 16))
    assert room.state.proposal is None
    room = late(20)
    room.do(ADE, c.GiveTime("white_space", 20))
    asked = room.state.proposal
    assert asked is not None
    for person in MEMBERS[:3]:
        room.do(person, c.Agree(room.state.time_changes, yes=True))
    while room.stage != "update":
        room.next(after=30)
    room.do(SAM, c.Agree(room.state.time_changes, yes=True))
    assert sum(gift.white_space for gift in room.state.gifts) <= asked.white_space
