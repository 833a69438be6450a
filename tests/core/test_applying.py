"""What an application needs, and the step to go on with."""

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from setspace.core.applying import Answers, Asked, Step, first_open, gaps, gaps_at, n_done

WHOLE = Answers(
    name="Mei Chen",
    organisation="Harbour Homes",
    job="Repairs scheduler",
    level=2,
    n_sets=1,
    place_to_join="yes",
    has_aims=True,
    n_languages=1,
    has_prerequisite=False,
    manager_name="Jo Bell",
    manager_email="jo@example.org",
    own_email="mei@example.org",
)
EMPTY = Answers()
NEEDED = {one.name for one in fields(Answers)} - {"own_email"}
ASKED = st.builds(Asked, prerequisite=st.booleans(), manager=st.booleans())


def without(names: set[str]) -> Answers:
    return replace(WHOLE, **{name: getattr(EMPTY, name) for name in names})


def test_a_whole_application_lacks_nothing_and_an_empty_one_everything() -> None:
    asked = Asked(prerequisite=True, manager=True)
    assert gaps(WHOLE, asked) == []
    assert first_open(WHOLE, asked) is Step.CHECK
    assert len(gaps(EMPTY, asked)) == len(NEEDED)


@given(st.sets(st.sampled_from(sorted(NEEDED))), ASKED)
def test_each_answer_that_is_left_out_is_one_gap_and_no_other(left_out: set[str], asked: Asked) -> None:
    unasked = set() if asked.prerequisite else {"has_prerequisite"}
    unasked |= set() if asked.manager else {"manager_name", "manager_email"}
    found = gaps(without(left_out), asked)
    assert len(found) == len(left_out - unasked)
    assert [gap.step for gap in found] == sorted(gap.step for gap in found)
    assert len({gap.says for gap in found}) == len(found)


@given(st.sets(st.sampled_from(sorted(NEEDED))), ASKED)
def test_the_step_to_go_on_with_is_the_first_that_is_open(left_out: set[str], asked: Asked) -> None:
    answers = without(left_out)
    step = first_open(answers, asked)
    assert all(not gaps_at(Step(before), answers, asked) for before in range(1, step))
    assert step is Step.CHECK or gaps_at(step, answers, asked)
    assert n_done(answers, asked) == step - 1


def test_nobody_is_their_own_manager() -> None:
    own = replace(WHOLE, manager_email="Mei@example.org")
    assert [gap.says for gap in gaps(own, Asked(manager=True))] == [
        "Enter your manager’s address, and not your own"
    ]
    assert gaps(own, Asked()) == []


def test_blanks_are_no_answer() -> None:
    assert [gap.field for gap in gaps(replace(WHOLE, organisation=" ", job="\t"), Asked())] == [
        "organisation",
        "job",
    ]
