"""Rooms for the tests of the core: the cast, small builders, and a room that is driven by calls."""

from dataclasses import dataclass, field, replace

from setspace.core.process import commands as c
from setspace.core.process.catalogue import formats, plans
from setspace.core.process.decide import decide
from setspace.core.process.events import Event, RoomOpened
from setspace.core.process.evolve import evolve, opened
from setspace.core.process.formats import Format, Plan
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import MINUTE, CarriedAction, Role, Seat, Setup, State

NINE_THIRTY = 1_612_863_000_000  # Tuesday 9 February 2021, half past nine in London

ADE = "ade"  # facilitates
MEI, TOM, INES, SAM = MEMBERS = ("mei", "tom", "ines", "sam")  # are the set
CHARLIE = "charlie"  # must see nothing
NAMES = {
    ADE: "Ade Okafor",
    MEI: "Mei Lin",
    TOM: "Tom Brown",
    INES: "Ines Costa",
    SAM: "Sam Reed",
    CHARLIE: "Charlie Dunn",
}
MEIS_OLD_ACTION = CarriedAction("old-1", MEI, "Ask the board for two days", "by March", "under_way")


def seats_of(people: tuple[str, ...]) -> tuple[Seat, ...]:
    """Ade, who facilitates, and these members."""
    return (
        Seat(ADE, NAMES[ADE], Role.FACILITATOR),
        *(Seat(person, NAMES.get(person, person.title()), Role.MEMBER) for person in people),
    )


def setup_of(
    plan: Plan,
    people: tuple[str, ...] = MEMBERS,
    *,
    own_formats: tuple[Format, ...] = (),
    carried: tuple[CarriedAction, ...] = (MEIS_OLD_ACTION,),
) -> Setup:
    """What a room for this plan and these members is opened with, at half past nine."""
    named = plan.formats
    used = own_formats or tuple(format_ for key, format_ in formats().items() if key in named)
    return Setup("Set 2, session 3", plan, used, seats_of(people), carried, NINE_THIRTY)


@dataclass
class LiveRoom:
    """A room as it runs: ask it things, let time pass, look at its state and its log."""

    state: State
    now: int
    log: list[Event] = field(default_factory=list)
    calls: int = 0

    def ask(self, by: str, what: c.Command, id_: str = "") -> Refused | None:
        """Ask for something; what follows from it happens. None means that it was accepted."""
        self.calls += 1
        answer = decide(self.state, c.Call(by, id_ or f"call-{self.calls}", what), self.now)
        if isinstance(answer, Refused):
            return answer
        for event in answer:
            self.log.append(event)
            self.state = evolve(self.state, event)
        return None

    def do(self, by: str, what: c.Command, id_: str = "") -> None:
        refused = self.ask(by, what, id_)
        assert refused is None, f"{by} asked for {what}: {refused}"

    def refusal(self, by: str, what: c.Command) -> Reason:
        """Why something is refused. The room stays as it was."""
        before = self.state
        refused = self.ask(by, what)
        assert refused is not None, f"{by} was given {what}"
        assert self.state is before
        return refused.reason

    def wait(self, minutes: float = 0, ms: int = 0) -> None:
        self.now += round(minutes * MINUTE) + ms

    def copy(self) -> "LiveRoom":
        """The same room, to go on in another way."""
        return replace(self, log=[*self.log])

    @property
    def seen(self) -> int:
        return len(self.state.visits)

    @property
    def stage(self) -> str:
        """The key of the stage or block that is on."""
        step = self.state.step
        assert step is not None
        return step.stage.key if step.stage else step.block.key

    def start(self) -> None:
        self.do(ADE, c.Start())

    def next(self, after: float = 0) -> None:
        """Move on after so many minutes."""
        self.wait(after)
        self.do(ADE, c.NextStage(self.seen))

    def back(self) -> None:
        self.do(ADE, c.Back(self.seen))

    def go_to(self, stage: str) -> None:
        """Move on, each time after the planned minutes, until this stage or block is on."""
        while self.stage != stage:
            step = self.state.step
            assert step is not None
            self.next(after=step.minutes)

    def finish(self) -> None:
        self.do(ADE, c.End())


def room_for(
    plan: str | Plan = "tpas-session",
    people: tuple[str, ...] = MEMBERS,
    *,
    own_formats: tuple[Format, ...] = (),
) -> LiveRoom:
    """A room that waits for its start, half past nine."""
    plan = plans()[plan] if isinstance(plan, str) else plan
    opening = RoomOpened(NINE_THIRTY, c.THE_ROOM, setup_of(plan, people, own_formats=own_formats))
    return LiveRoom(opened(opening), NINE_THIRTY, [opening])


def room_at(stage: str, plan: str | Plan = "tpas-session") -> LiveRoom:
    """A room that has come to this stage by its plan, all four members there; Mei holds first."""
    room = room_for(plan)
    for person in (ADE, *MEMBERS):
        room.do(person, c.Arrive())
    if any("bids" in step.writes for step in room.state.steps):
        room.do(ADE, c.OrderHolders(MEMBERS[: room.state.plan.turns]))
    room.start()
    room.go_to(stage)
    return room


def clock(at: int) -> str:
    """A moment of the day of the tests in hours and minutes."""
    minutes = (at - NINE_THIRTY) // MINUTE + 9 * 60 + 30
    return f"{minutes // 60:02}:{minutes % 60:02}"
