"""`setspace form`: a file in, a file out, progress, and a sentence for whatever is wrong."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from setspace.web import cli
from tests.core.forming.people import by_chance, faults, instance, person

pytestmark = pytest.mark.once


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "instance.json"
    path.write_text(json.dumps(people_for_one_set()), encoding="utf-8")
    return path


def people_for_one_set() -> dict[str, Any]:
    data = by_chance(3)
    data["programme"]["max_sets"] = 1
    return data


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main(["form", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_result_is_written_and_explained(capsys: pytest.CaptureFixture[str], given: Path) -> None:
    out = given.with_name("result.json")
    code, told, progress = run(capsys, given, "--out", out, "--seconds", "20", "--explain")
    result: dict[str, Any] = json.loads(out.read_text("utf-8"))
    assert code == 0
    assert faults(people_for_one_set(), result) == []
    assert "Proven: nothing better exists under these rules." in told
    assert "placed" in progress
    assert set(result["explanation"]["people"]) == {one["id"] for one in by_chance(3)["applicants"]}
    placed = result["explanation"]["people"][result["sets"][0]["members"][0]]
    assert list(placed) == ["it_has_to_be_so", "it_is_good_because", "what_it_costs", "if_you_moved_them"]
    assert "what_would_make_room" in result["explanation"]["people"][result["waiting"][0]]


def test_the_same_seed_gives_the_same_answer(capsys: pytest.CaptureFixture[str], given: Path) -> None:
    outs = [given.with_name(name) for name in ("one.json", "other.json")]
    for out in outs:
        run(capsys, given, "--out", out, "--seconds", "20", "--seed", "7")
    assert outs[0].read_text("utf-8") == outs[1].read_text("utf-8")


def test_a_table_in_and_a_table_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path, people, out = tmp_path / "rules.json", tmp_path / "people.csv", tmp_path / "sets.csv"
    path.write_text(json.dumps({**instance([person(1)]), "applicants": []}), encoding="utf-8")
    lines = ["id,org,level,role,sector,slot:tue,slot:thu,needs,languages,aims,priority"]
    lines += [f"=p{at},org{at},{at},nurse,nhs,yes,possible,captions,en;cy,data;time,{at}" for at in range(4)]
    people.write_text("\n".join(lines), encoding="utf-8")
    assert run(capsys, path, "--people", people, "--out", out, "--seconds", "20")[0] == 0
    rows = list(csv.reader(out.read_text("utf-8").splitlines()))
    assert rows[0] == ["applicant", "organisation", "set", "slot", "facilitator", "language"]
    assert [row[:4] for row in rows[1:]] == [[f"'=p{at}", f"org{at}", "S1", "tue"] for at in range(4)]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("perhaps,no,,en,,1", "Line 2 of the table: slot tue is yes, possible or no, not 'perhaps'."),
        ("yes,no,,en,,first", "Line 2 of the table: priority is a whole number, not 'first'."),
        ("yes,no", "Line 2 of the table has more or fewer cells than its first line names."),
    ],
)
def test_a_table_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str], given: Path, cell: str, words: str
) -> None:
    people = given.with_name("people.csv")
    head = "id,org,level,role,sector,slot:tue,slot:thu,needs,languages,aims,priority"
    people.write_text(f"{head}\np1,org1,3,nurse,nhs,{cell}\n", encoding="utf-8")
    code, _, said = run(capsys, given, "--people", people, "--out", given.with_name("out.json"))
    assert (code, said.strip()) == (2, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "cannot be read as JSON"),
        ("[]", "The file: named fields are needed here, not []."),
        (json.dumps(instance([])), "There are no applicants."),
        (json.dumps(instance([person(1)])), "There is only one applicant"),
        (json.dumps({**instance([person(1)]), "persons": []}), "there is no field 'persons'"),
        (json.dumps(instance([person(1), person(1)])), "'p01' is there twice"),
    ],
)
def test_a_file_that_cannot_be_used(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "instance.json"
    path.write_text(text, encoding="utf-8")
    code, told, said = run(capsys, path, "--out", tmp_path / "out.json")
    assert (code, told) == (2, "")
    assert words in said
    assert len(said.splitlines()) == 1
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--seconds", "0"], "--seconds is a number from 0.5 to 86400."),
        (["--seconds", "nan"], "--seconds is a number from 0.5 to 86400."),
        (["--seed", "-1"], "--seed is a whole number from 0 up."),
    ],
)
def test_options_that_make_no_sense(
    capsys: pytest.CaptureFixture[str], given: Path, words: list[str], said: str
) -> None:
    assert run(capsys, given, "--out", given.with_name("out.json"), *words)[::2] == (2, f"{said}\n")


def test_what_cannot_be_is_told_with_what_clashes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "instance.json"
    path.write_text(json.dumps(instance([person(at, org="Acme") for at in range(4)])), encoding="utf-8")
    code, told, _ = run(capsys, path, "--out", tmp_path / "out.json")
    assert code == 1
    assert told.splitlines() == [
        "No set can be formed.",
        "These clash: 4 of 4 people are from Acme, and a set may have 1; a set has 3 to 4 people.",
        "What would help most: people from other organisations, or more from one.",
    ]


def test_the_time_limit_is_kept(capsys: pytest.CaptureFixture[str], given: Path) -> None:
    given.write_text(json.dumps(by_chance(1, 150)), encoding="utf-8")
    began = monotonic()
    code, _, _ = run(capsys, given, "--out", given.with_name("out.json"), "--seconds", "1")
    assert monotonic() - began < 2
    assert code == 0


def test_other_commands_start_without_the_solver() -> None:
    asked = (
        "import sys; from setspace.web.cli import main; main(['formats']); sys.exit('scipy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, check=False).returncode == 0
