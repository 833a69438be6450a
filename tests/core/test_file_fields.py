"""No field of a format is forgotten: in files, in words, in the documentation."""

import json
from dataclasses import fields, replace
from enum import StrEnum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from setspace.core.process import labels, reading
from setspace.core.process.catalogue import formats, plans
from setspace.core.process.files import (
    Malformed,
    format_from_plain,
    plan_from_plain,
    to_plain,
)
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
    Variant,
)

PARTS = (Prompts, Stage, Format, Block, Variant, Plan)

PROMPTS = Prompts("You", "They", "I")
STAGE = Stage(
    "listen",
    "Listen",
    7,
    3,
    9,
    Floor.MEMBERS,
    TurnRule.ONE_EACH,
    Advice.ON_REQUEST,
    HolderState.WRITING,
    (Artefact.ECHO, Artefact.QUESTIONS),
    PROMPTS,
    is_elastic=True,
    ends=Ends.HARD,
    is_on_request=True,
    is_coached=False,
)
BLOCK = Block(
    "talk",
    "Talk",
    BlockKind.TALK,
    12,
    8,
    3,
    "tpas-40",
    Floor.FACILITATOR,
    TurnRule.QUEUE,
    (Artefact.SCORE,),
    PROMPTS,
)
FORMAT = Format("mine", "Mine", "Ours", 7, 4, 6, (STAGE,))
PLAN = Plan("my-plan", "My plan", "Ours", 12, 3, 7, (BLOCK,), 25, (Variant(5, (BLOCK, BLOCK)),))


def test_no_round_and_no_plan_that_is_shipped_share_a_key_or_take_that_of_somebodys_own() -> None:
    keys = [*formats(), *plans()]
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if key.startswith("own-")] == []


@pytest.mark.parametrize("thing", [FORMAT, PLAN])
def test_every_field_has_another_value_than_its_own_here_and_comes_back(thing: Format | Plan) -> None:
    """So that a field that is added later cannot be forgotten in files."""
    read = format_from_plain if isinstance(thing, Format) else plan_from_plain
    assert read(json.loads(json.dumps(to_plain(thing)))) == thing
    for one in (PROMPTS, STAGE, FORMAT, BLOCK, PLAN):
        usual = [field.name for field in fields(one) if getattr(one, field.name) == field.default]
        assert usual == []


@pytest.mark.parametrize("type_", PARTS)
def test_every_field_has_a_name_in_words_and_every_number_its_limits(type_: type) -> None:
    assert [field.name for field in fields(type_) if field.name not in labels.FIELDS] == []
    for name, hint in get_type_hints(type_).items():
        kinds = {hint, *get_args(hint)}
        if int in kinds:
            assert (type_, name) in reading.NUMBERS
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                assert set(labels.VALUES[kind]) == set(kind), f"{kind.__name__} has values without words"


def test_every_field_and_every_value_is_in_the_documented_schema() -> None:
    page = (Path(__file__).parents[2] / "docs" / "own-formats.md").read_text(encoding="utf-8")
    names = {field.name for type_ in PARTS for field in fields(type_)}
    values = {f'"{value}"' for kind in labels.VALUES for value in kind}
    assert {name for name in names | values if f"`{name}`" not in page} == set()


def test_fields_with_a_default_may_be_left_out_and_the_others_are_asked_for() -> None:
    short = {"key": "a", "title": "A", "minutes": 5, "least": 1, "most": 9, "floor": "all"}
    stages = (Stage("a", "A", 5, 1, 9, Floor.ALL),)
    plain = {**to_plain(FORMAT), "stages": [short]}
    assert format_from_plain(plain) == replace(FORMAT, stages=stages)
    del short["floor"]
    with pytest.raises(Malformed, match="Stage 1, who has the floor: this is missing"):
        format_from_plain(plain)
