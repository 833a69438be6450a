"""The oracle is a second opinion only as long as it takes nothing from the engine."""

import ast
from pathlib import Path

import pytest

from tests.core.oracle import RULES, Oracle

FILES = sorted((Path(__file__).parent / "oracle").glob("*.py"))
FORM_ALONE = {"setspace.core.process", "setspace.core.process.commands", "setspace.core.process.formats"}


def imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found |= {
                f"{node.module}.{name.name}" for name in node.names if node.module == "setspace.core.process"
            }
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_oracle_knows_the_form_of_commands_and_plans_and_nothing_else(file: Path) -> None:
    of_ours = {name for name in imported(file) if name.startswith(("setspace", "tests"))}
    beyond = {name for name in of_ours - FORM_ALONE if not name.startswith("tests.core.oracle")}
    assert beyond == set()


def test_the_check_above_can_fail() -> None:
    assert "setspace.core.process.evolve" in imported(Path(__file__).with_name("trial.py"))


def test_the_oracle_has_an_answer_to_every_command() -> None:
    assert [rule for rule in RULES.values() if not hasattr(Oracle, rule)] == []
