"""Refusals about who leads and who looks on, one case each."""

from collections.abc import Callable

from setspace.core.process import commands as c
from setspace.core.process.refusals import Reason
from tests.core.rooms import ADE, CHARLIE, INES, MEI, TOM, LiveRoom

NIA = "nia"  # would like to look on

Asked = c.Command | Callable[[LiveRoom], c.Command]


def with_nia(what: c.Command) -> Callable[[LiveRoom], c.Command]:
    def seated(room: LiveRoom) -> c.Command:
        room.do(c.THE_ROOM, c.TakeSeat(NIA, "Nia Hill", "observer"))
        return what

    return seated


def while_tom_leads(what: c.Command) -> Callable[[LiveRoom], c.Command]:
    def led(room: LiveRoom) -> c.Command:
        room.do(ADE, c.HandOver(TOM))
        return what

    return led


def without_ade(what: c.Command) -> Callable[[LiveRoom], c.Command]:
    """The set facilitates itself, and Tom leads."""

    def alone(room: LiveRoom) -> c.Command:
        room.do(c.THE_ROOM, c.LeaveSeat(ADE))
        room.do(TOM, c.StandIn())
        return what

    return alone


LEADING_CASES: list[tuple[Reason, str, str, Asked, str]] = [
    (Reason.MEMBERS_LEAD, "tell", ADE, c.NameStandIn(CHARLIE), "Choose a member"),
    (Reason.MEMBERS_LEAD, "tell", ADE, c.NameStandIn(ADE), "Choose a member"),
    (Reason.MEMBERS_LEAD, "tell", ADE, with_nia(c.HandOver(NIA)), "Choose a member"),
    (Reason.LEADS_ALREADY, "tell", ADE, while_tom_leads(c.NameStandIn(TOM)), "Tom leads already"),
    (Reason.YOU_LEAD, "tell", ADE, c.StandIn(), "You lead already"),
    (Reason.YOU_LEAD, "tell", TOM, while_tom_leads(c.StandIn()), "You lead already"),
    (Reason.NOT_STAND_IN, "tell", TOM, c.StandIn(), "Ask who leads"),
    (Reason.NO_FACILITATOR, "tell", TOM, without_ade(c.HandOver("")), "facilitates itself"),
    (Reason.ABSENT, "waiting", ADE, c.HandOver(INES), "not in the room"),
    (Reason.ALREADY_SO, "tell", ADE, c.NameStandIn(""), "so already"),
    (Reason.ALREADY_SO, "tell", ADE, c.HandOver(""), "so already"),
    (Reason.FACILITATOR_ONLY, "tell", MEI, c.HandOver(MEI), "whoever leads"),
    (Reason.MEMBERS_AGREE, "tell", ADE, with_nia(c.AgreeToObserver(NIA, yes=True)), "Only the members"),
    (Reason.NO_SUCH, "tell", MEI, c.AgreeToObserver(TOM, yes=True), "no longer there"),
    (Reason.OBSERVER_LISTENS, "check-in", NIA, with_nia(c.CheckIn("Hello")), "look on"),
    (Reason.OBSERVER_HAS_NO_FLOOR, "tell", ADE, with_nia(c.GiveFloor(NIA)), "takes no part"),
]
