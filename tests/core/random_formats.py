"""Sound formats and session plans as chance makes them up, for one to eight issue holders."""

from dataclasses import replace

from hypothesis import strategies as st

from setspace.core.process.formats import (
    Advice,
    Artefact,
    Block,
    BlockKind,
    Ends,
    Floor,
    Format,
    HolderState,
    Plan,
    Prompts,
    Stage,
    TurnRule,
)
from setspace.core.process.state import CarriedAction, Role, Seat, Setup
from tests.core.rooms import NINE_THIRTY
from tests.core.worlds import LEADER, PEOPLE

WRITTEN = [Artefact.ISSUE, Artefact.KEY_QUESTION, Artefact.QUESTIONS, Artefact.ECHO, Artefact.ACTIONS]


@st.composite
def stages(draw: st.DrawFn, key: str) -> Stage:
    minutes = draw(st.integers(1, 20))
    holder = draw(st.sampled_from(HolderState))
    writes = draw(st.lists(st.sampled_from(WRITTEN), max_size=2, unique=True))
    return Stage(
        key,
        key.title(),
        minutes,
        draw(st.integers(1, minutes)),
        minutes + draw(st.integers(0, 10)),
        draw(st.sampled_from(Floor)),
        draw(st.sampled_from(TurnRule)),
        draw(st.sampled_from(Advice)),
        holder,
        () if holder is HolderState.TURNED_AWAY else tuple(writes),
        Prompts("one", "two", "three"),
        ends=draw(st.sampled_from(Ends)),
    )


@st.composite
def formats(draw: st.DrawFn) -> Format:
    """A sound format: perhaps with an elastic stage, and then perhaps with one on request after it."""
    n_stages = draw(st.integers(1, 7))
    made = [draw(stages(f"stage-{number}")) for number in range(n_stages)]
    elastic = draw(st.integers(-1, n_stages - 1))
    requested = draw(st.integers(elastic + 1, n_stages)) if elastic >= 0 else n_stages
    if 0 <= elastic < requested < n_stages - 1:
        made[requested] = _with(made[requested], is_on_request=True)
    if elastic >= 0:
        more = sum(stage.minutes for stage in made if stage.is_on_request)
        stage = made[elastic]
        most = max(stage.most, stage.minutes + more)
        made[elastic] = _with(stage, is_elastic=True, most=most)
    return Format("made", "Made up", "chance", sum(stage.minutes for stage in made), 2, 8, tuple(made))


@st.composite
def setups(draw: st.DrawFn) -> Setup:
    """A room for a made-up format, held by one to eight people in turn, with breaks between some turns."""
    format_ = draw(formats())
    n_turns = draw(st.integers(1, 8))
    blocks: list[Block] = [Block("in", "Check-in", BlockKind.CHECK_IN, 4, 2, 5, writes=(Artefact.CHECK_IN,))]
    for number in range(n_turns):
        minutes = format_.minutes
        blocks.append(
            Block(f"turn-{number}", f"Turn {number}", BlockKind.TURN, minutes, minutes, format="made")
        )
        if draw(st.booleans()):
            blocks.append(Block(f"rest-{number}", "Break", BlockKind.BREAK, 5, 5, floor=Floor.NOBODY))
    plan = Plan("made", "Made up", "chance", sum(block.minutes for block in blocks), 2, 8, tuple(blocks))
    members = PEOPLE[: max(2, min(8, n_turns + draw(st.integers(-1, 2))))]
    seats = (Seat(LEADER, "Lea Der", Role.FACILITATOR), *(Seat(p, f"{p} Name", Role.MEMBER) for p in members))
    carried = (CarriedAction(f"old-{members[0]}", members[0], "brought along", "soon", "not_yet"),)
    return Setup("A session", plan, (format_,), seats, carried, NINE_THIRTY)


def _with(stage: Stage, **changes: object) -> Stage:
    return replace(stage, **changes)  # type: ignore[arg-type]  # any field, by name
