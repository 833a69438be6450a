"""What members do: check in, report, bid, hold an issue, ask, listen, note what they will do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from setspace.core.process import commands as c
from setspace.core.process.state import STATUSES
from setspace.room.rehearsal.phrases import (
    BY_WHEN,
    CHECK_INS,
    DID,
    ECHOES,
    FACTS,
    LEARNED,
    OFFERS,
    OPEN,
    Matter,
)
from setspace.room.rehearsal.wishes import Glance, Habit, Key, Region, Wish

FACTS_ASKED, OPEN_ASKED = (0, 1), (2, 4)  # how often somebody asks in a stage, at least and at most
CHARACTER: Key = ("character",)


@dataclass(frozen=True, slots=True)
class Character:
    """What somebody brings along: their matter, and the order in which words occur to them."""

    matter: Matter
    facts: Sequence[str]
    opens: Sequence[str]
    echoes: Sequence[str]
    offers: Sequence[str]

    @classmethod
    def drawn(cls, matter: Matter, chance: Random) -> "Character":
        def shuffled(words: Sequence[str]) -> Sequence[str]:
            return chance.sample(words, len(words))

        return cls(matter, shuffled(FACTS), shuffled(OPEN), shuffled(ECHOES), shuffled(OFFERS))


def check_in(glance: Glance) -> Iterator[Wish]:
    region = glance.region("check_in")
    if region and not region["is_done"]:
        words = glance.drawn(("words", "check in"), lambda: glance.chance.choice(CHECK_INS))
        yield Wish(("check in", *_turn(glance)), c.CheckIn(words), *_pace(glance))


def report(glance: Glance) -> Iterator[Wish]:
    for row in glance.region("reports").get("actions", []):
        if not row["is_told"]:
            told = glance.drawn(("words", row["key"]), lambda: _report(glance.chance))
            yield Wish(
                ("report", row["key"], *_turn(glance)), c.ReportAction(row["key"], *told), *_pace(glance)
            )


def bid(glance: Glance) -> Iterator[Wish]:
    region = glance.region("bid")
    if region and not region["is_done"]:
        alive = glance.drawn(("alive", glance.visit), lambda: glance.chance.randint(2, 5))
        yield Wish(("bid", *_turn(glance)), c.Bid(_character(glance).matter.line, alive), *_pace(glance))


def tell(glance: Glance) -> Iterator[Wish]:
    """The holder names the issue, and once it is told and clear words the question and pins it."""
    region = glance.region("wording")
    if not region.get("is_yours") or glance.region("bid"):
        return
    matter, wordings = _character(glance).matter, region["wordings"]
    if not region["issue"]:
        yield Wish(("name",), c.NameIssue(matter.line), 15, 70)
        return
    if glance.stage_number < 2 or any(row["is_pinned"] for row in wordings):
        return
    twice = glance.happens(("twice",), 0.6)
    wanted = matter.questions if twice else matter.questions[1:]
    if len(wordings) < len(wanted):
        yield Wish(("word", len(wordings)), c.WordQuestion(wanted[len(wordings)]), 20, 60)
    else:
        yield Wish(("pin",), c.PinQuestion(wordings[-1]["number"]), 8, 25)


def mark(glance: Glance) -> Iterator[Wish]:
    """The holder keeps for themselves which questions moved them."""
    region = glance.region("asked")
    if not region.get("may_mark"):
        return
    for row in region["questions"]:
        if not row["is_moved"] and glance.happens(("moved", row["id"]), 0.3):
            yield Wish(("mark", row["id"]), c.MarkQuestion(row["id"], moved=True), 20, 90)


def ask_for_resources(glance: Glance) -> Iterator[Wish]:
    """Some holders would like something from the others, and once in a while think better of it."""
    region = glance.region("resources")
    if not region.get("is_yours"):
        return
    if not region["is_asked"] and glance.happens(("wants offers",), 0.5):
        yield Wish(("resources",), c.AskForResources(), 20, 400)
    elif region["is_asked"] and glance.happens(("rather not",), 0.1):
        yield Wish(("no resources",), c.AskForResources(wanted=False), 20, 90)


def act(glance: Glance) -> Iterator[Wish]:
    """The holder notes one to three actions."""
    region = glance.region("actions")
    if not (region.get("may_note") and region.get("is_yours")):
        return
    steps = glance.drawn(("steps",), lambda: _steps(glance))
    number = len(region["actions"])
    if number < len(steps):
        yield Wish(("act", number), steps[number], 20, 60)


def ask(glance: Glance) -> Iterator[Wish]:
    """Wait to be brought in, ask, give the answer its time, and step back."""
    region = glance.region("queue")
    if not region or not glance.region("compose").get("may_send"):
        return
    n_asked, visit, asking = _n_asked(glance), glance.visit, region["asking"]
    if asking and asking["is_you"]:
        before = glance.drawn(("brought in",), lambda: n_asked)
        if n_asked > before:
            yield Wish(("leave", visit, n_asked), c.LeaveQueue(), 25, 80)
        else:
            yield Wish(("send", visit, n_asked), c.SendQuestion(*_next_question(glance)), 6, 20)
        return
    glance.memory.pop(("brought in",), None)
    if region["may_ask"] and _asked_here(glance) < _appetite(glance):
        yield Wish(("ask", visit, n_asked), c.AskForFloor(), 10, 150)


def ask_unqueued(glance: Glance) -> Iterator[Wish]:
    """Where questions are written down and nobody waits for the floor, one is put now and then."""
    if glance.region("queue") or not glance.region("compose").get("may_send"):
        return
    if glance.happens(("asks", glance.visit), 0.4):
        yield Wish(("send", glance.visit, "only"), c.SendQuestion(*_next_question(glance)), 60, 200)


def keep(glance: Glance) -> Iterator[Wish]:
    """While the holder tells, a question comes to mind and is kept for later."""
    region = glance.region("compose")
    if not region or region["may_send"] or glance.stage_number != 0:
        return
    if glance.happens(("keeps", glance.visit), 0.5):
        text = next(iter(_fresh(glance, _character(glance).opens)))
        yield Wish(("keep", glance.visit), c.KeepQuestion(text), 40, 180)


def echo(glance: Glance) -> Iterator[Wish]:
    """Words that nobody has said in this session, as far as I have heard."""
    region = glance.region("echo")
    if region and not region["is_done"]:
        heard = glance.memory.setdefault(("heard",), set())
        heard |= {row["words"] for row in glance.region("round").get("rows", []) if row["words"]}
        character = _character(glance)
        words = character.offers if region["is_advice"] else character.echoes
        text = next((one for one in words if one not in heard), words[0])
        yield Wish(("echo", *_turn(glance)), c.Echo(text), *_pace(glance))


def agree(glance: Glance) -> Iterator[Wish]:
    """Say yes to what the whole set is asked."""
    region = glance.region("consent")
    if region and not region["has_agreed"]:
        yield Wish(("agree", region["seen"]), c.Agree(region["seen"], yes=True), 5, 40)


def score(glance: Glance) -> Iterator[Wish]:
    region = glance.region("score")
    if region and not region["value"]:
        value = glance.drawn(("score",), lambda: glance.chance.randint(6, 9))
        yield Wish(("score", glance.visit), c.Score(value), 10, 60)


def approve(glance: Glance) -> Iterator[Wish]:
    region = glance.region("part")
    if region and not (region["is_approved"] or region["is_empty"] or region["is_closed"]):
        yield Wish(("approve", region["version"]), c.ApprovePart(region["version"]), 20, 90)


TAKING_PART: tuple[Habit, ...] = (
    check_in,
    report,
    bid,
    tell,
    mark,
    ask_for_resources,
    act,
    agree,
    ask,
    ask_unqueued,
    keep,
    echo,
    score,
    approve,
)


def _character(glance: Glance) -> Character:
    found: Character = glance.memory[CHARACTER]
    return found


def _turn(glance: Glance) -> Key:
    """The stage, and whether it is my turn in its go-round: when that comes, I think anew."""
    rows: list[Region] = glance.region("round").get("rows", [])
    return glance.visit, any(row["is_now"] and row["person"] == glance.me for row in rows)


def _pace(glance: Glance) -> tuple[float, float]:
    """Somebody whose turn it is in a go-round speaks soon; others after a while, unasked."""
    return (4, 16) if _turn(glance)[-1] else (40, 160)


def _report(chance: Random) -> tuple[str, str, str]:
    status = chance.choices(STATUSES, weights=(2, 3, 4, 1))[0]
    did = DID[-1] if status == "not_yet" else chance.choice(DID[:-1])
    return status, did, chance.choice(LEARNED)


def _steps(glance: Glance) -> list[c.NoteAction]:
    chance, steps = glance.chance, _character(glance).matter.steps
    return [
        c.NoteAction(step.what, chance.choice(BY_WHEN), step.first, chance.randint(6, 9))
        for step in chance.sample(steps, chance.choice((1, 2, 2, 3)))
    ]


def _appetite(glance: Glance) -> int:
    least, most = OPEN_ASKED if glance.stage_number > 1 else FACTS_ASKED
    return glance.drawn(("appetite", glance.visit), lambda: glance.chance.randint(least, most))


def _n_asked(glance: Glance) -> int:
    return sum(row["person"] == glance.me for row in glance.region("asked").get("questions", []))


def _asked_here(glance: Glance) -> int:
    """How many questions of mine were put in this stage."""
    n_asked = _n_asked(glance)
    return n_asked - glance.drawn(("before", glance.visit), lambda: n_asked)


def _next_question(glance: Glance) -> tuple[str, str]:
    """A kept question if there is one; else the next that occurs to me and that nobody has asked."""
    kept = glance.region("held").get("questions", [])
    if kept and glance.stage_number > 1:
        return kept[0]["text"], kept[0]["id"]
    character = _character(glance)
    deck = character.opens if glance.stage_number != 1 else character.facts
    return next(iter(_fresh(glance, deck)), deck[0]), ""


def _fresh(glance: Glance, deck: Sequence[str]) -> Iterator[str]:
    asked = {row["text"] for row in glance.region("asked").get("questions", [])}
    kept = {row["text"] for row in glance.region("held").get("questions", [])}
    used = glance.memory.setdefault(("used",), set())
    used |= {row["text"] for row in glance.region("asked").get("questions", []) if row["person"] == glance.me}
    yield from (text for text in deck if text not in asked | kept | used)
