"""What may point to somebody is found, and what only looks like it is left in peace."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from setspace.core.discretion import LOOKS_LIKE, Kind, found_in, is_nhs_number
from setspace.core.questions.exercises import EXERCISES

NAMES = ("Mei Chen", "Tom Doyle", "Ines Évora", "Ade O’Brien-Bello", "Sam")
LABELLED = Path(__file__).parent / "questions" / "labelled.jsonl"
NHS, EMAIL, PHONE, ADDRESS, POSTCODE, NAME = Kind

# Invented, or set aside for fiction: what is in them stands between the marks.
POINTS: list[tuple[Kind, str]] = [
    (NHS, "Her number is «943 476 5919», ask the ward."),
    (NHS, "«9434765919»"),
    (NHS, "(«943-476-5919»)"),
    (EMAIL, "Write to «jo.bloggs+set@mill-lane.example.org»."),
    (EMAIL, "«jo@nhs.example»"),
    (PHONE, "Ring «07700 900123» after five"),
    (PHONE, "«020 7946 0018»"),
    (PHONE, "«(020) 7946 0018», he said"),
    (PHONE, "«0161-496-0123»"),
    (PHONE, "«07700900123»"),
    (PHONE, "call «+44 7700 900123»"),
    (PHONE, "«+44 (0)20 7946 0018»"),
    (PHONE, "«0044 20 7946 0018»"),
    (PHONE, "«+49 30 23125 001»"),
    (ADDRESS, "She lives at «14 Larch Court» now."),
    (ADDRESS, "«221b Old Bakers Street»"),
    (ADDRESS, "«Flat 3, 12 Mill Lane», on the left"),
    (ADDRESS, "«Flat 12, Beacon Court»"),
    (POSTCODE, "the house in «M1 1AE»"),
    (POSTCODE, "«sw1a 1aa»"),
    (POSTCODE, "«EC1V 9HQ»."),
    (POSTCODE, "«BS8 1ST»"),
    (POSTCODE, "«CR26XH»"),
    (NAME, "I told «Mei Chen» on Friday."),
    (NAME, "«Ines Évora» and I"),
    (NAME, "«Ade O’Brien-Bello»’s team"),
    (NAME, "«Tom\nDoyle»"),
]
FINE = [
    "943 476 5918 has another check digit.",
    "It cost £9,434,765,919.",
    "Ticket 94347659190 and 123456789",
    "We met on 01 02 2027, from 10:30 to 12.15.",
    "2027-06-01 09:30, then 01/07/2027",
    "Ring 999, 111 or 0800 1111. Samaritans: 116 123.",
    "The helpline is 0300 123 3393 or 0808 800 5000.",
    "Between 2019 and 2024 we lost 1,250 of 10,400 homes.",
    "In Q2 1st quarter figures, and the T2 2nd meeting.",
    "I asked at 5pm, and again at 8am. B12 was low.",
    "My 1 to 1 with the A1 team: what is enough?",
    "Section 21, part 4b; band 8a; ward B4 3 beds; level 7.",
    "Room 12 on the second floor, and flat 3 is empty.",
    "In 2026 Park Street was ours. We went our own way.",
    "The 3 sisters walk, a 24 hour place, 12 close calls.",
    "Twitter handles such as @setspace are names of accounts.",
    "Mei and Tom disagreed. Ms Chen did not. Sam laughed.",
    "Mei Chenault and Atom Doyle are others.",
    "What did mei chen mean to you as a story?",
    "Phase 0 1 2 3 4 5 6 7",
    "C4 5th draft; G7 summit; H1 2027 results",
]


@pytest.mark.parametrize(("kind", "marked"), POINTS)
def test_what_points_to_somebody_is_found_where_it_stands(kind: Kind, marked: str) -> None:
    text = marked.replace("«", "").replace("»", "")
    [found] = found_in(text, NAMES)
    assert (found.kind, text[found.start : found.end]) == (
        kind,
        marked[marked.index("«") + 1 : marked.index("»")],
    )


@pytest.mark.parametrize("text", FINE)
def test_what_only_looks_like_it_is_left_in_peace(text: str) -> None:
    assert found_in(text, NAMES) == ()


def test_nothing_is_said_about_what_people_ask_in_the_exercises_and_examples() -> None:
    """Several hundred sentences as sets write them: not one false alarm."""
    asked = [json.loads(line)["text"] for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    told = [text for one in EXERCISES for text in (one.told, one.text, one.instead)]
    assert len(asked) > 300
    assert [(text, found_in(text, NAMES)) for text in (*asked, *told) if found_in(text, NAMES)] == []


def test_several_are_told_from_left_to_right() -> None:
    text = "Mei Chen, 14 Larch Court, M1 1AE, 07700 900123, mei@example.org, 943 476 5919"
    assert [one.kind for one in found_in(text, NAMES)] == [NAME, ADDRESS, POSTCODE, PHONE, EMAIL, NHS]


def test_every_kind_has_its_words() -> None:
    assert set(LOOKS_LIKE) == set(Kind)
    assert all(re.match(r"(looks like|is) ", words) for words in LOOKS_LIKE.values())


@given(st.integers(0, 10**9 - 1))
def test_nine_digits_have_one_check_digit_at_most(nine: int) -> None:
    valid = [digit for digit in "0123456789" if is_nhs_number(f"{nine:09}{digit}")]
    assert len(valid) <= 1


@given(st.integers(0, 10**9 - 1), st.sampled_from(["", " ", "-"]))
@example(943476591, " ")
def test_an_nhs_number_is_found_with_its_check_digit_and_with_no_other(nine: int, between: str) -> None:
    for last in range(10):
        digits = f"{nine:09}{last}"
        text = f"NHS number {between.join((digits[:3], digits[3:6], digits[6:]))}, please"
        assert (NHS in {one.kind for one in found_in(text)}) == is_nhs_number(digits)


@given(st.text(max_size=200), st.lists(st.text(max_size=12), max_size=3))
def test_whatever_is_typed_has_an_answer_in_order_and_within_the_text(text: str, names: list[str]) -> None:
    found = found_in(text, names)
    ends = [0, *(one.end for one in found)]
    assert all(end <= one.start < one.end <= len(text) for end, one in zip(ends, found, strict=False))


@pytest.mark.parametrize("piece", ["0", "0 ", "+", "1 A", "A a", "a.", "a@", "Flat 1 ", "943 "])
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    """Ten thousand letters of what the rules look at most: no rule goes back over and over."""
    assert len(found_in(piece * (10_000 // len(piece)), NAMES)) < 5_000
