"""A session plan of one's own is rehearsed from its file, with rounds of one's own."""

from dataclasses import replace
from pathlib import Path

import pytest

from setspace.core.process.catalogue import formats, plans
from setspace.core.process.files import Course, to_file
from setspace.web.commands.ground import Told
from setspace.web.commands.rehearse import course_in
from setspace.web.demo.rehearsing import rehearse

pytestmark = pytest.mark.once


def own_course() -> Course:
    """The introduction with a trial round that begins in another way."""
    round_, plan = formats()["bidding-30"], plans()["tpas-introduction"]
    stages = (replace(round_.stages[0], title="Our own beginning"), *round_.stages[1:])
    mine = replace(round_, key="own-round", stages=stages)
    blocks = tuple(replace(block, format=block.format and "own-round") for block in plan.blocks)
    return Course(replace(plan, key="own-plan", blocks=blocks), (mine,))


def test_an_own_plan_is_held_by_simulated_people(transactional_db: None, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(to_file(own_course()), encoding="utf-8")
    told: list[str] = []
    found = rehearse(course_in(str(path)), 4, 7, told.append)
    assert found.broken_rules == []
    assert any("Our own beginning" in line for line in told)
    assert list(found.minutes_per_holder.values()) == [pytest.approx(30, abs=1)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hello", "This file is not JSON: something is wrong in line 1."),
        (
            to_file(formats()["tpas-40"]),
            "This file has a round. Take the file of a session plan that uses it.",
        ),
        (
            to_file(Course(replace(plans()["tpas-session"], minutes=200), ())),
            "The parts of Full session, four turns of 40 minutes take 210 minutes, but it says 200.",
        ),
    ],
)
def test_a_file_that_cannot_be_held_is_named(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Told, match=words.replace(".", r"\.")):
        course_in(str(path))
    with pytest.raises(Told, match="cannot be read"):
        course_in(str(tmp_path / "nothing.json"))
