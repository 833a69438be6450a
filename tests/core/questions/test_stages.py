"""The coach knows the stage: what is right there is left alone."""

from dataclasses import replace

import pytest

from setspace.core.process import catalogue
from setspace.core.process.formats import Advice, Block, BlockKind, Floor, Stage
from setspace.core.process.steps import Step
from setspace.core.questions.language import Kind
from setspace.core.questions.reading import Reading, read
from setspace.core.questions.stages import EXPLORING, QUIET, SHARING, hushed

FACTS = (
    "How many homes do you manage?",
    "Who chairs it?",
    "When is the visit?",
    "Did they answer?",
    "Was it you or her?",
)
SAMPLES = (
    *FACTS,
    "Have you tried a rota?",
    "Surely they know?",
    "Why did you go?",
    "What? Who?",
    "What would help?",
)
TURN = Block("turn-1", "Turn 1", BlockKind.TURN, 5, 5, format="mine")
CLARIFYING = ("facts", "clarify", "clarifying", "tell", "telling")


def shipped() -> list[Stage]:
    return [stage for format_ in catalogue.formats().values() for stage in format_.stages]


def every_stage() -> list[str]:
    return sorted({*EXPLORING, *SHARING, *QUIET, *CLARIFYING, *(stage.key for stage in shipped())})


def what_it_is(found: Reading) -> Reading:
    return found._replace(cue=None, stems=())


def test_where_a_shipped_stage_allows_advice_the_coach_does_not_mind_it() -> None:
    allowed = {stage.key for stage in shipped() if stage.advice is not Advice.NEVER}
    never = {stage.key for stage in shipped() if stage.advice is Advice.NEVER}
    assert allowed <= SHARING
    assert not (never - allowed) & SHARING


def test_where_nobody_speaks_or_writes_the_coach_is_silent() -> None:
    assert {stage.key for stage in shipped() if stage.floor is Floor.NOBODY and not stage.writes} <= QUIET


def test_every_shipped_stage_of_open_questions_is_one_for_exploring() -> None:
    open_ = {
        stage.key for stage in shipped() if stage.title in ("Open questions", "Helping questions", "Explore")
    }
    assert open_
    assert open_ <= EXPLORING


@pytest.mark.parametrize("text", FACTS)
def test_a_closed_question_has_a_cue_in_the_open_questions_and_none_in_clarifying(text: str) -> None:
    cue = read(text, "open").cue
    assert cue is not None
    assert cue.kind is Kind.CLOSED
    assert [read(text, stage).cue for stage in CLARIFYING] == [None] * len(CLARIFYING)


@pytest.mark.parametrize(
    "text", ["Is there anything else?", "Anything else?", "Is there anything we have missed?"]
)
def test_an_offer_to_say_more_is_welcome_in_every_stage(text: str) -> None:
    assert all(read(text, stage).cue is None for stage in every_stage())


def test_by_when_is_right_among_the_actions() -> None:
    assert read("By when will you ring her?", "open").cue is not None
    assert read("By when will you ring her?", "actions").cue is None


def test_suggestions_are_right_where_the_set_shares_and_not_before() -> None:
    for text in ("Have you tried a rota?", "You could ask the union."):
        assert [read(text, stage).cue for stage in SHARING] == [None] * len(SHARING)
        for stage in ("open", "actions", "tell", "telling"):
            cue = read(text, stage).cue
            assert cue is not None
            assert cue.kind is Kind.ADVICE


PLAIN_FACTS = (
    "Have you read the policy?",
    "Is it just you on nights?",
    "Are you sure it was Tuesday?",
    "Do you need to give notice?",
    "Was it just the two of you?",
    "Is it because of the merger?",
    "When did you join, and who was head then?",
    "Who told you to close the ward?",
    "How many homes does it touch?",
)


@pytest.mark.parametrize("text", PLAIN_FACTS)
def test_no_question_for_a_fact_has_a_cue_in_clarifying(text: str) -> None:
    assert [read(text, stage).cue for stage in ("facts", "clarify", "clarifying")] == [None] * 3


@pytest.mark.parametrize("text", SAMPLES)
def test_a_stage_changes_what_is_said_and_never_what_a_question_is(text: str) -> None:
    for stage in every_stage():
        found = read(text, stage)
        assert what_it_is(found) == what_it_is(read(text))
        assert found.cue is None or found.cue.kind not in hushed(stage)


def test_a_stage_of_somebodys_own_that_allows_advice_is_read_as_one_for_sharing() -> None:
    own = Stage("thoughts", "Thoughts", 5, 1, 9, Floor.ALL, advice=Advice.ALLOWED)
    step = Step(0, TURN, own, 0)
    assert step.coached_as in SHARING
    assert Step(0, TURN, replace(own, advice=Advice.NEVER), 0).coached_as == "thoughts"


def test_a_stage_without_the_coach_and_a_part_that_is_no_turn_are_read_as_nothing() -> None:
    own = Stage("open", "Open questions", 5, 1, 9, Floor.ALL, is_coached=False)
    assert Step(0, TURN, own, 0).coached_as == ""
    assert Step(0, TURN).coached_as == ""
