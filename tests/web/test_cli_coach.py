"""The coach over many questions, as someone who measures it uses it."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from setspace.web import cli

pytestmark = pytest.mark.once

OPEN = {"id": "1", "text": "What matters most?"}


def told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *lines: object
) -> tuple[int, list[dict[str, Any]], list[str]]:
    """The exit code, what was printed as data, and what was complained of; bytes go in as they are."""
    typed = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(typed))))
    code = cli.main(["coach"])
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err.splitlines()


def test_a_question_comes_back_with_its_reading(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"id": 7, "text": "Have you tried a rota?"}
    assert told(capsys, monkeypatch, OPEN, b"", asked) == (
        0,
        [
            {
                "id": "1",
                "form": "open",
                "leading": False,
                "advice": False,
                "why_blame": False,
                "spans": [],
                "stems": [],
            },
            {
                "id": 7,
                "form": "closed",
                "leading": False,
                "advice": True,
                "why_blame": False,
                "spans": [{"start": 0, "end": 14, "type": "advice"}],
                "stems": ["What have you tried, or thought of trying?", "What options do you see?"],
            },
        ],
        [],
    )


def test_a_stage_takes_away_what_is_right_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"id": "1", "text": "Have you tried a rota?", "stage": "sharing"}
    _, (found,), _ = told(capsys, monkeypatch, asked)
    assert (found["advice"], found["spans"], found["stems"]) == (True, [], [])


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"What matters?", "it is not JSON in UTF-8."),
        (b"\xff\xfe", "it is not JSON in UTF-8."),
        (b"[" * 100_000, "it is not JSON in UTF-8."),
        (b"[1]", 'it must be an object, such as {"id": "1", "text": "What matters most?"}.'),
        ({"text": "Why?"}, 'its "id" must be a text or a whole number.'),
        ({"id": True, "text": "Why?"}, 'its "id" must be a text or a whole number.'),
        ({"id": "2"}, 'its "text" must be the question, as text.'),
        ({"id": "2", "text": ["Why?"]}, 'its "text" must be the question, as text.'),
        ({"id": "2", "text": "Why?", "stage": 3}, 'its "stage" must be the key of a stage, such as "facts".'),
    ],
)
def test_a_bad_line_is_named_and_the_good_ones_are_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, line: object, complaint: str
) -> None:
    code, found, complaints = told(capsys, monkeypatch, OPEN, line, OPEN)
    assert (code, len(found)) == (1, 2)
    assert complaints == [f"Line 2 is left out: {complaint}"]


def test_letters_that_are_half_a_pair_are_read_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, found, _ = told(capsys, monkeypatch, b'{"id": "\\ud83d", "text": "\\ud83d What matters?"}')
    assert (code, found[0]["id"], found[0]["form"]) == (0, "\ud83d", "open")


def test_questions_may_come_from_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(OPEN), encoding="utf-8")
    assert cli.main(["coach", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["form"] == "open"

    assert cli.main(["coach", str(tmp_path / "other.jsonl")]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"{tmp_path}/other.jsonl cannot be read: No such file or directory.\n")
