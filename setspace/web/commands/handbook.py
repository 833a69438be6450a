"""The page docs/formats.md, written from the catalogue itself."""

from collections.abc import Iterator

from setspace.core.process import catalogue
from setspace.core.process.formats import Artefact, Block, Floor, Format, Plan, Stage, TurnRule

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
    Artefact.ECHO: "echoes",
    Artefact.ACTIONS: "actions",
    Artefact.CHECK_IN: "check-ins",
    Artefact.REPORTS: "how actions went",
    Artefact.SCORE: "a score",
}
HEAD = """\
# Rounds and session plans

For facilitators who choose how a set meets, and for anybody who wants to know where the minutes go.

A *round* is the course of one issue holder's turn. A *session plan* is the course of one session: some of
its parts are turns. All lengths are in minutes. This page is made from the catalogue itself with
`setspace formats --markdown`; a test keeps the two equal.

`setspace plan tpas-session --people 4 --start 09:30` prints a session's times of day.
"""
PLANS = """\
## Session plans

Turns are kept: nobody's minutes are taken when a session runs late. The other parts may become shorter, down
to the least that is given here, and give time in the order of the last column: 1 gives first.
"""


def page() -> str:
    parts = [HEAD, "## Rounds\n"]
    parts += ["\n".join(_round(found)) for found in catalogue.formats().values()]
    parts.append(PLANS)
    parts += ["\n".join(_plan(found)) for found in catalogue.plans().values()]
    return "\n".join(parts)


def _round(found: Format) -> Iterator[str]:
    yield f"### {found.title} (`{found.key}`)\n"
    yield f"For {found.least_people} to {found.most_people} people. Source: {found.source}.\n"
    yield "| Stage | Minutes | Least to most | Who has the floor | Written down | What members read |"
    yield "|---|--:|---|---|---|---|"
    for stage in found.stages:
        yield _stage(stage)
    yield f"| **Together** | **{found.minutes}** | | | | |\n"
    elastic = [stage.title for stage in found.stages if stage.is_elastic]
    if elastic:
        yield f"*{elastic[0]}* takes up what earlier stages left or overran: the turn keeps its length.\n"


def _stage(stage: Stage) -> str:
    floor = FLOORS[stage.floor] + RULES.get(stage.rule, "")
    if (stage.floor, stage.rule) == (Floor.MEMBERS, TurnRule.ROUND):
        floor = "the members, each once"
    cells = (
        stage.title,
        str(stage.minutes),
        f"{stage.least} to {stage.most}",
        floor,
        _written(stage),
        stage.prompts.members,
    )
    return f"| {' | '.join(cells)} |"


def _plan(found: Plan) -> Iterator[str]:
    yield f"### {found.title} (`{found.key}`)\n"
    yield f"For {found.least_people} to {found.most_people} people. Source: {found.source}.\n"
    yield "| Part | Minutes | Least | Gives time |"
    yield "|---|--:|--:|---|"
    for block in found.blocks:
        yield f"| {_titled(block)} | {block.minutes} | {block.least} | {_gives(found, block)} |"
    yield f"| **Together** | **{found.minutes}** | **{sum(block.least for block in found.blocks)}** | |\n"
    if found.white_space:
        yield f"White space of {found.white_space} minutes follows, outside the plan.\n"


def _titled(block: Block) -> str:
    return f"{block.title} (`{block.format}`)" if block.format else block.title


def _gives(plan: Plan, block: Block) -> str:
    if block.gives is None:
        return "kept" if block.is_protected else "never"
    order = sorted({other.gives for other in plan.blocks if other.gives is not None}, reverse=True)
    return str(order.index(block.gives) + 1)


def _written(part: Stage) -> str:
    return ", ".join(WRITTEN[artefact] for artefact in part.writes)
