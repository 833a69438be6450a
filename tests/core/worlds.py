"""Where trials take place: the shipped plans, and tiny ones of a few minutes so that the end is reached."""

from dataclasses import replace

from setspace.core.process.catalogue import formats, plans
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
    Stage,
    TurnRule,
    Variant,
)
from setspace.core.process.gifts import Extra
from setspace.core.process.state import Away, CarriedAction, Led, Role, Seat, Setup
from tests.core.rooms import NINE_THIRTY

PEOPLE = ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8")
STRANGER, LEADER = "stranger", "leader"

_SHORT = Format(
    "short-9",
    "Short round",
    "our own, for tests",
    9,
    2,
    8,
    (
        Stage("tell", "Tell", 1, 1, 3, Floor.HOLDER, writes=(Artefact.ISSUE, Artefact.KEY_QUESTION)),
        Stage(
            "ask",
            "Ask",
            4,
            2,
            6,
            Floor.MEMBERS,
            TurnRule.QUEUE,
            writes=(Artefact.QUESTIONS,),
            is_elastic=True,
        ),
        Stage("quiet", "Quiet", 1, 1, 2, Floor.NOBODY, holder=HolderState.WRITING),
        Stage("echo", "Echo", 1, 1, 2, Floor.MEMBERS, TurnRule.ROUND, writes=(Artefact.ECHO,)),
        Stage("act", "Act", 2, 1, 4, Floor.HOLDER, writes=(Artefact.ACTIONS, Artefact.KEY_QUESTION)),
    ),
)
_CHOOSING = Format(
    "choosing-4",
    "Round that begins with bids",
    "our own, for tests",
    4,
    2,
    8,
    (
        Stage("bids", "Bids", 1, 1, 2, Floor.ALL, TurnRule.ROUND, writes=(Artefact.BIDS,)),
        Stage(
            "ask",
            "Ask",
            2,
            1,
            3,
            Floor.MEMBERS,
            TurnRule.QUEUE,
            writes=(Artefact.QUESTIONS,),
            is_elastic=True,
        ),
        Stage("act", "Act", 1, 1, 2, Floor.HOLDER, writes=(Artefact.ACTIONS,)),
    ),
)
_BRIEF = Format(
    "brief-3",
    "Brief round",
    "our own, for tests",
    3,
    2,
    8,
    (
        Stage("ask", "Ask", 2, 1, 3, Floor.ALL, TurnRule.QUEUE, writes=(Artefact.QUESTIONS,)),
        Stage("act", "Act", 1, 1, 2, Floor.HOLDER, writes=(Artefact.ISSUE, Artefact.ACTIONS)),
    ),
)
_STRICT = Format(
    "strict-8",
    "Round with hard ends and a stage on request",
    "our own, for tests",
    8,
    2,
    8,
    (
        Stage("tell", "Tell", 1, 1, 2, Floor.HOLDER, writes=(Artefact.ISSUE,), ends=Ends.HARD),
        Stage(
            "ask",
            "Ask",
            2,
            1,
            4,
            Floor.MEMBERS,
            TurnRule.QUEUE,
            writes=(Artefact.QUESTIONS,),
            is_elastic=True,
        ),
        Stage("quiet", "Quiet", 1, 1, 2, Floor.NOBODY, ends=Ends.HARD),
        Stage(
            "offers",
            "Offers",
            1,
            1,
            2,
            Floor.MEMBERS,
            TurnRule.ROUND,
            Advice.ON_REQUEST,
            writes=(Artefact.ECHO,),
            is_on_request=True,
        ),
        Stage(
            "away",
            "Away",
            2,
            1,
            3,
            Floor.MEMBERS,
            TurnRule.QUEUE,
            holder=HolderState.TURNED_AWAY,
            ends=Ends.HARD,
        ),
        Stage("act", "Act", 1, 1, 2, Floor.HOLDER, writes=(Artefact.ECHO, Artefact.ACTIONS)),
    ),
)
_CHECK_IN = Block(
    "in", "Check-in", BlockKind.CHECK_IN, 2, 1, 5, rule=TurnRule.ROUND, writes=(Artefact.CHECK_IN,)
)
_UPDATE = Block("up", "Update", BlockKind.UPDATE, 2, 1, 4, writes=(Artefact.REPORTS,))
_BIDDING = Block("bids", "Bids", BlockKind.BIDDING, 1, 1, writes=(Artefact.BIDS,))
_ORDER = Block("order", "Order", BlockKind.ORDER, 1, 1, floor=Floor.FACILITATOR)
_REST = Block("rest", "Break", BlockKind.BREAK, 1, 1, floor=Floor.NOBODY)
_REVIEW = Block("review", "Review", BlockKind.REVIEW, 2, 1, 2, rule=TurnRule.ROUND, writes=(Artefact.SCORE,))


def _turn(number: int, format_: Format) -> Block:
    minutes = format_.minutes
    return Block(f"turn-{number}", f"Turn {number}", BlockKind.TURN, minutes, minutes, format=format_.key)


def _plan(key: str, *blocks: Block) -> Plan:
    return Plan(key, key.title(), "our own, for tests", sum(b.minutes for b in blocks), 2, 8, blocks, 3)


def _varied(plan: Plan, people: int, *blocks: Block) -> Plan:
    """The plan with blocks of its own for so many people."""
    return replace(plan, variants=(Variant(people, blocks),))


TINY_FORMATS = (_SHORT, _BRIEF, _CHOOSING, _STRICT)
TINY_PLANS = (
    _plan("one-turn", _CHECK_IN, _turn(1, _SHORT), _REVIEW),
    _plan("two-turns", _turn(1, _SHORT), _REST, _turn(2, _SHORT), _REVIEW),
    _plan("bids", _ORDER, _BIDDING, _turn(1, _SHORT), _turn(2, _SHORT)),
    _plan("three-turns", _turn(1, _BRIEF), _turn(2, _BRIEF), _REST, _turn(3, _BRIEF), _REVIEW),
    _plan("bids-inside", _UPDATE, _turn(1, _CHOOSING), _REVIEW),
    _varied(
        _plan("strict", _turn(1, _STRICT), _REST, _turn(2, _STRICT), _ORDER),
        3,
        *(_REVIEW, _turn(1, _STRICT), _turn(2, _STRICT)),
    ),
)
SHIPPED_PLANS = tuple(plans().values())
ALL_FORMATS = (*formats().values(), *TINY_FORMATS)


def facilitating_itself(setup: Setup) -> Setup:
    """The same room for a set that has no facilitator: its members lead in turn."""
    members = tuple(seat for seat in setup.seats if seat.role is not Role.FACILITATOR)
    led = tuple(Led(seat.person, number % 3) for number, seat in enumerate(members))
    return replace(setup, seats=members, led=led)


def with_somebody_away(setup: Setup, n_away: int = 1) -> Setup:
    """The same room, where the second member cannot come, and the last holds an issue in their place."""
    members = [seat.person for seat in setup.seats if seat.role is Role.MEMBER]
    away = [Away(members[1], members[-1]), Away(LEADER), Away(members[0])]
    return replace(setup, away=tuple(away[:n_away]))


def setup_for(plan: Plan, n_members: int) -> Setup:
    """A room for a plan with a facilitator and so many members, of whom two bring an action along."""
    members = PEOPLE[:n_members]
    named = plan.formats
    return Setup(
        title="A session",
        plan=plan,
        formats=tuple(format_ for format_ in ALL_FORMATS if format_.key in named),
        seats=(
            Seat(LEADER, "Lea Der", Role.FACILITATOR),
            *(Seat(person, f"{person} Name", Role.MEMBER) for person in members),
        ),
        carried=tuple(
            CarriedAction(f"old-{person}", person, f"m90{n}. brought along", "soon", "not_yet")
            for n, person in enumerate(members[:2])
        ),
        starts_at=NINE_THIRTY,
        extras=(Extra(members[1], 1),) if n_members == 3 else (),
        hides_clock_from_holder=n_members % 3 == 0,
    )
