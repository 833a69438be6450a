"""The two commands that list and lay out, as a facilitator who plans a session meets them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from setspace.core.process import catalogue
from setspace.web import cli

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent.parent


def said(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """What a command prints as data."""
    assert cli.main(words) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The sentence with which a command refuses."""
    assert cli.main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.strip()


def test_every_round_and_plan_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    found = said(capsys, "formats", "--json")
    assert [one["key"] for one in found if one["kind"] == "round"] == list(catalogue.formats())
    assert [one["key"] for one in found if one["kind"] == "plan"] == list(catalogue.plans())
    assert len(catalogue.formats()) >= 15
    assert len(catalogue.plans()) >= 9
    for one in found:
        parts = one["stages"] if one["kind"] == "round" else one["blocks"]
        assert sum(part["minutes"] for part in parts) == one["minutes"]
        assert set(parts[0]) == {"key", "title", "minutes"}
        assert one["source"]


def test_the_table_shows_each_sum(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["formats"]) == 0
    table = capsys.readouterr().out
    sums = [int(line.split()[-1]) for line in table.splitlines() if line.strip().startswith("Together")]
    rounds, plans = catalogue.formats().values(), catalogue.plans().values()
    assert sums == [one.minutes for one in rounds] + [one.minutes for one in plans]
    sources = [one.source for one in rounds] + [one.source for one in plans]
    assert all(f"    {source}\n" in table for source in sources)


def test_a_full_session_from_half_past_nine_ends_at_one(capsys: pytest.CaptureFixture[str]) -> None:
    found = said(capsys, "plan", "tpas-session", "--people", "4", "--start", "09:30", "--json")
    ends = [block["end"] for block in found["blocks"]]
    assert ends == [
        "09:38",
        "09:48",
        "09:50",
        "10:30",
        "10:35",
        "11:15",
        "11:27",
        "12:07",
        "12:12",
        "12:52",
        "12:58",
        "13:00",
    ]
    assert [block["start"] for block in found["blocks"]] == ["09:30", *ends[:-1]]
    assert [block["protected"] for block in found["blocks"]].count(True) == 4
    assert (found["start"], found["end"], found["people"]) == ("09:30", "13:00", 4)
    assert found["white_space"] == {"start": "13:00", "end": "13:30", "minutes": 30}


def test_with_three_the_session_ends_forty_minutes_earlier(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        said(capsys, "plan", "tpas-session", "--people", "3", "--start", "09:30", "--json")["end"] == "12:20"
    )


def test_ten_minutes_late_is_the_worked_example(capsys: pytest.CaptureFixture[str]) -> None:
    found = timetable(capsys, "4", "10")
    assert sum(block["minutes"] for block in found["blocks"]) == 200
    assert {block["minutes"] for block in found["blocks"] if block["protected"]} == {40}
    assert found["blocks"][0]["start"] == "09:40"
    assert found["end"] == "13:00"
    gave = {one["key"]: one["minutes"] for one in found["gave"]}
    assert gave == {"check-in": 4, "update": 4, "order": 1, "close": 1}


def test_sixteen_minutes_late_comes_to_the_floor(capsys: pytest.CaptureFixture[str]) -> None:
    found = timetable(capsys, "4", "16")
    assert (found["minutes"], found["end"], found["short"], found["choices"]) == (194, "13:00", 0, [])


def test_later_than_that_no_turn_is_cut_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    found = timetable(capsys, "4", "25")
    assert {block["minutes"] for block in found["blocks"] if block["protected"]} == {40}
    assert (found["short"], found["end"]) == (9, "13:09")
    assert [choice["key"] for choice in found["choices"]] == ["white_space", "all_turns", "last_turn"]
    shaved = [give["minutes"] for give in found["choices"][1]["gave"] if give["key"].startswith("turn")]
    assert shaved == [2.25] * 4
    assert cli.main(["plan", "tpas-session", "--people", "4", "--start", "9:30", "--late", "25"]) == 0
    assert "9 minutes are still missing" in capsys.readouterr().out


def test_three_people_get_both_answers(capsys: pytest.CaptureFixture[str]) -> None:
    early, longer = timetable(capsys, "3", "0")["answers"]
    assert (early["end"], early["needs_consent"]) == ("12:20", False)
    assert (longer["end"], longer["needs_consent"]) == ("12:44", True)
    assert [block["minutes"] for block in longer["blocks"] if block["protected"]] == [48, 48, 48]
    assert timetable(capsys, "4", "0")["answers"] == []


@pytest.mark.parametrize(
    ("plan", "people", "words"),
    [
        ("tpas-session", "6", "Four turns for six people: two of them hold no issue this time."),
        ("tpas-session", "5", "Four turns for five people: one of them holds no issue this time."),
        ("york-session", "4", "One turn for four people: three of them hold no issue this time."),
    ],
)
def test_more_people_than_turns_is_said(
    capsys: pytest.CaptureFixture[str], plan: str, people: str, words: str
) -> None:
    assert cli.main(["plan", plan, "--people", people, "--start", "09:30"]) == 0
    assert words in capsys.readouterr().out
    for as_many in (("tpas-session", "4"), ("tpas-session", "3"), ("tpas-follow-up", "8")):
        assert cli.main(["plan", as_many[0], "--people", as_many[1], "--start", "09:30"]) == 0
        assert "no issue" not in capsys.readouterr().out


def timetable(capsys: pytest.CaptureFixture[str], people: str, late: str) -> dict[str, Any]:
    asked = ("--people", people, "--start", "09:30", "--late", late, "--json")
    found: dict[str, Any] = said(capsys, "plan", "tpas-session", *asked)
    return found


def test_past_midnight_the_day_begins_anew(capsys: pytest.CaptureFixture[str]) -> None:
    found = said(capsys, "plan", "tpas-follow-up", "--people", "4", "--start", "23:00", "--json")
    assert found["end"] == "01:00"
    assert found["white_space"] is None


def test_the_timetable_reads_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["plan", "tpas-session", "--people", "4", "--start", "9:30"]) == 0
    table = capsys.readouterr().out
    assert "09:50 to 10:30  Turn 1" in table
    assert "White space, outside the plan, until 13:30" in table


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("plan", "tpas", "--people", "4", "--start", "09:30"), "There is no session plan called tpas."),
        (("plan", "tpas-session", "--people", "9", "--start", "09:30"), "3 to 8 people, not 9"),
        (("plan", "tpas-session", "--people", "2", "--start", "09:30"), "3 to 8 people, not 2"),
        (("plan", "tpas-session", "--people", "four", "--start", "09:30"), "a whole number, from 3 to 8"),
        (("plan", "tpas-session", "--people", "-4", "--start", "09:30"), "a whole number, from 3 to 8"),
        (("plan", "tpas-session", "--people", "4", "--start", "25:00"), "from 00:00 to 23:59"),
        (("plan", "tpas-session", "--people", "4", "--start", "half past"), "such as 09:30"),
        (("plan", "tpas-session", "--people", "4", "--start", "9:30", "--late", "soon"), "such as 10"),
        (("plan", "tpas-session"), "--people, --start"),
        (("plna",), "Did you mean plan?"),
        (("dance",), "Choose one of: formats, plan"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refused(capsys, *words)


def test_without_a_command_it_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    assert cli.main(["--help"]) == 0
    assert "rehearse" in capsys.readouterr().out
    assert cli.main(["--version"]) == 0


def test_these_two_start_without_django() -> None:
    """They answer at once, also on a slow machine."""
    program = (
        "import sys; from setspace.web import cli; cli.main(['formats']); sys.exit('django' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=False).returncode
        == 0
    )


def test_the_page_about_formats_is_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["formats", "--markdown"]) == 0
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert page == capsys.readouterr().out, "Write it anew:  setspace formats --markdown > docs/formats.md"
