"""How well the coach reads the labelled questions. A change that makes it worse fails here."""

import pytest

from tests.core.questions.labelled import PARTS, Labelled, everything, seen, unseen
from tests.core.questions.marking import scores

Floor = dict[str, float]
SEEN: Floor = {
    "all axes": 0.97,
    "form": 0.97,
    "leading F1": 0.96,
    "advice precision": 0.97,
    "advice recall": 0.96,
    "why-blame F1": 0.95,
    "spans that meet": 0.95,
}
UNSEEN: Floor = {
    "all axes": 0.85,
    "form": 0.9,
    "leading F1": 0.75,
    "advice precision": 0.85,
    "advice recall": 0.7,
    "why-blame F1": 0.75,
    "spans that meet": 0.75,
}
MOST_FALSE_CUES = 0.05


def below(found: Floor, floor: Floor) -> list[str]:
    return [name for name, least in floor.items() if found[name] < least]


def test_the_labels_are_sound() -> None:
    rows = everything()
    assert len(rows) >= 300
    assert len({one.id for one in rows}) == len({one.text for one in rows}) == len(rows)
    assert abs(len(unseen()) - len(rows) / PARTS) < len(rows) / 20
    for one in rows:
        assert one.form in one.forms
        assert one.leading in one.leading_ok
        for cue in one.cues:
            assert one.text[cue["start"] : cue["end"]] == cue["text"]


@pytest.mark.parametrize(("questions", "floor"), [(seen(), SEEN), (unseen(), UNSEEN)], ids=["seen", "unseen"])
def test_the_coach_reads_as_well_as_it_did(questions: tuple[Labelled, ...], floor: Floor) -> None:
    found = scores(questions)
    assert below(found, floor) == []
    assert found["false cues on clean open"] <= MOST_FALSE_CUES
