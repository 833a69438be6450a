"""The page docs/formats.md, written from the catalogue itself."""

from collections.abc import Iterator
from dataclasses import replace

from setspace.core.process import catalogue
from setspace.core.process.formats import (
    Advice,
    Artefact,
    Block,
    Ends,
    Floor,
    Format,
    HolderState,
    Plan,
    Stage,
    TurnRule,
)

FLOORS = {
    Floor.HOLDER: "the issue holder",
    Floor.MEMBERS: "members ask, the issue holder answers",
    Floor.FACILITATOR: "the facilitator",
    Floor.ALL: "everybody",
    Floor.NOBODY: "nobody",
}
RULES = {
    TurnRule.ROUND: ", in turn",
    TurnRule.QUEUE: ", one at a time",
    TurnRule.ONE_EACH: ", one question each",
}
WRITTEN = {
    Artefact.BIDS: "bids for time",
    Artefact.ISSUE: "the issue",
    Artefact.KEY_QUESTION: "the key question",
    Artefact.QUESTIONS: "questions",
    Artefact.ECHO: "a line from each",
    Artefact.ACTIONS: "actions",
    Artefact.CHECK_IN: "check-ins",
    Artefact.REPORTS: "how actions went",
    Artefact.SCORE: "a score",
}
ADVICE = {
    Advice.NEVER: "",
    Advice.ON_REQUEST: "advice as the issue holder asked for it",
    Advice.ALLOWED: "ideas are welcome",
}
HOLDERS = {
    HolderState.PRESENT: "",
    HolderState.TURNED_AWAY: "the issue holder has turned away",
    HolderState.WRITING: "the issue holder may write",
}
HEAD = """\
# Rounds and session plans

For facilitators who choose how a set meets, and for anybody who wants to know where the minutes go.

A *round* is the course of one issue holder's turn. A *session plan* is the course of one session: some of
its parts are turns. All lengths are in minutes. This page is made from the catalogue itself with
`setspace formats --markdown`; a test keeps the two equal.

`setspace plan tpas-session --people 4 --start 09:30` prints a session's times of day.

## How a round works

A turn keeps its length. Its stages do not: one of them, the *elastic* one, takes up what earlier stages
left or overran, down to its least and up to its most. The last stage has whatever is left. Who leads may go
back, add minutes and hold the clock; what that does to the turn is counted.

Everybody's screen follows what the stage says of itself:

- **Who has the floor, and how they take turns.** A line says who may speak now, to each in their own
  words. In a go-round it names the order; where people wait to ask, there is a queue.
- **Advice: none, on request, welcome.** A line says so. Where something is offered, the form asks for it
  and says that the issue holder need not answer.
- **The issue holder has turned away.** Their screen is empty but for a calm picture and who calls them
  back. The others read that they may speak with one another. Nothing can be written down in such a stage.
- **The issue holder may write.** The others read so, and nobody waits for an answer.
- **Nobody has the floor, and nothing is written down.** A quiet stage: no screen asks for anything. One's
  own notes can still be opened.
- **Nobody has the floor, and something is written down.** Silent writing: only what is to be written is
  there.
- **On request.** The stage takes place if the issue holder asks for it, in their turn and before it.
  Until then the elastic stage has its minutes; if that is on, it gives them at once. The request can be
  taken back until the stage begins.
- **A soft end.** When the time is over, nothing moves: whoever leads presses when it fits.
- **A hard end.** The room moves on by itself when the time is over: not while the clock is held, not
  where a turn still needs its issue holder, not where the session went back to a stage that has no time,
  and never to the end of the session.
- **What is written down.** The forms for it, on the screens of those whom it is for.

## All rounds

| Round | Key | Minutes | People | Source |
|---|---|--:|---|---|
"""
PLANS = """\
## Session plans

Turns are kept: nobody's minutes are taken when a session runs late. The other parts may become shorter, down
to the least that is given here, and give time in the order of the last column: 1 gives first.

When fewer people come than a plan has turns, the last turns fall away and the session ends earlier. A plan
may say otherwise: it then has minutes of its own for that number of people, in the same time.

| Plan | Key | Minutes | People | Turns | Source |
|---|---|--:|---|--:|---|
"""

OWN = """\
## Make your own

Facilitators copy any of these on the page *Formats*, change it, and use it for their sessions; as a file
it goes from one place to another. [Make your own](own-formats.md) says how, and what such a file holds.
"""


def page() -> str:
    rounds, plans = catalogue.formats().values(), catalogue.plans().values()
    parts = [HEAD + "\n".join(_listed(found) for found in rounds) + "\n"]
    parts += ["\n".join(_round(found)) for found in rounds]
    parts.append(PLANS + "\n".join(_listed(found, f"{found.turns} |") for found in plans) + "\n")
    parts += ["\n".join(_plan(found)) for found in plans]
    parts.append(OWN)
    return "\n".join(parts)


def _listed(found: Format | Plan, turns: str = "") -> str:
    head = f"| {found.title} | `{found.key}` | {found.minutes} | {_people(found)} |"
    return " ".join(part for part in (head, turns, f"{found.source} |") if part)


def _people(found: Format | Plan) -> str:
    if found.least_people == found.most_people:
        return str(found.least_people)
    return f"{found.least_people} to {found.most_people}"


def _round(found: Format) -> Iterator[str]:
    yield f"### {found.title} (`{found.key}`)\n"
    yield f"For {_people(found)} people. Source: {found.source}.\n"
    columns = ("Stage", "Minutes", "Least to most", "Who has the floor", "Written down", "Also")
    yield f"| {' | '.join(columns)} | What members read |"
    yield "|---|--:|---|---|---|---|---|"
    for stage in found.stages:
        yield _stage(stage)
    yield f"| **Together** | **{found.minutes}** | | | | | |\n"
    yield from _elastic(found)


def _elastic(found: Format) -> Iterator[str]:
    requested = [stage for stage in found.stages if stage.is_on_request]
    for stage in (stage for stage in found.stages if stage.is_elastic):
        yield f"*{stage.title}* takes up what earlier stages left or overran: the turn keeps its length."
        for other in requested:
            longer = stage.minutes + sum(one.minutes for one in requested)
            yield f"Unless *{other.title[0].lower()}{other.title[1:]}* is asked for, it has {longer} minutes."
        yield ""


def _stage(stage: Stage) -> str:
    cells = (
        stage.title,
        str(stage.minutes),
        f"{stage.least} to {stage.most}",
        _floor(stage),
        ", ".join(WRITTEN[artefact] for artefact in stage.writes),
        _also(stage),
        stage.prompts.members,
    )
    return f"| {' | '.join(cells)} |"


def _floor(stage: Stage) -> str:
    if stage.floor is Floor.MEMBERS and stage.rule is TurnRule.ROUND:
        return "the members, each once"
    is_asking = stage.rule in (TurnRule.QUEUE, TurnRule.ONE_EACH) or Artefact.QUESTIONS in stage.writes
    if stage.floor is Floor.MEMBERS and not is_asking:
        return "the members, with one another"
    return FLOORS[stage.floor] + RULES.get(stage.rule, "")


def _also(stage: Stage) -> str:
    said = [ADVICE[stage.advice], HOLDERS[stage.holder]]
    said.append("on request" if stage.is_on_request else "")
    said.append("moves on by itself" if stage.ends is Ends.HARD else "")
    return ", ".join(words for words in said if words)


def _plan(found: Plan) -> Iterator[str]:
    yield f"### {found.title} (`{found.key}`)\n"
    yield f"For {_people(found)} people. Source: {found.source}.\n"
    yield from _blocks(found)
    for variant in found.variants:
        yield f"For {variant.people} people:\n"
        yield from _blocks(replace(found, blocks=variant.blocks))
    if found.white_space:
        yield f"White space of {found.white_space} minutes follows, outside the plan.\n"


def _blocks(found: Plan) -> Iterator[str]:
    yield "| Part | Minutes | Least | Gives time |"
    yield "|---|--:|--:|---|"
    for block in found.blocks:
        yield f"| {_titled(block)} | {block.minutes} | {block.least} | {_gives(found, block)} |"
    yield f"| **Together** | **{found.minutes}** | **{sum(block.least for block in found.blocks)}** | |\n"


def _titled(block: Block) -> str:
    return f"{block.title} (`{block.format}`)" if block.format else block.title


def _gives(plan: Plan, block: Block) -> str:
    if block.gives is None:
        return "kept" if block.is_protected else "never"
    order = sorted({other.gives for other in plan.blocks if other.gives is not None}, reverse=True)
    return str(order.index(block.gives) + 1)
