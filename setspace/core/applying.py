"""What an application needs before it can be sent, in four steps. Nothing else is required."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum


class Step(IntEnum):
    YOU = 1
    WORK = 2
    WISHES = 3
    CHECK = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What a programme asks beyond the usual."""

    prerequisite: bool = False
    manager: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands in an application so far. Of what is confidential, only whether there is any."""

    name: str = ""
    organisation: str = ""
    job: str = ""
    level: int | None = None
    n_sets: int = 0
    place_to_join: str = ""
    has_aims: bool = False
    n_languages: int = 0
    has_prerequisite: bool | None = None
    manager_name: str = ""
    manager_email: str = ""
    own_email: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing: at which step, in which field, and what to do about it."""

    step: Step
    field: str
    says: str


def gaps(answers: Answers, asked: Asked) -> list[Gap]:
    """All that is missing, in the order of the questions."""
    return [*_you(answers), *_work(answers), *_wishes(answers, asked), *_check(answers, asked)]


def gaps_at(step: Step, answers: Answers, asked: Asked) -> list[Gap]:
    return [gap for gap in gaps(answers, asked) if gap.step is step]


def first_open(answers: Answers, asked: Asked) -> Step:
    """The step to go on with: the first at which something is missing, or the last."""
    return min((gap.step for gap in gaps(answers, asked)), default=Step.CHECK)


def n_done(answers: Answers, asked: Asked) -> int:
    """How many steps before that one are done."""
    return first_open(answers, asked) - 1


def _you(answers: Answers) -> Iterator[Gap]:
    if not answers.name.strip():
        yield Gap(Step.YOU, "name", "Enter your name")


def _work(answers: Answers) -> Iterator[Gap]:
    if not answers.organisation.strip():
        yield Gap(Step.WORK, "organisation", "Enter the name of your organisation")
    if not answers.job.strip():
        yield Gap(Step.WORK, "job", "Enter your job")
    if answers.level is None:
        yield Gap(Step.WORK, "level", "Select what describes your job best")
    if not answers.n_sets:
        yield Gap(Step.WORK, "sets", "Select the days you can do every session")
    if not answers.place_to_join:
        yield Gap(Step.WORK, "place_to_join", "Select whether you have a place to join from")


def _wishes(answers: Answers, asked: Asked) -> Iterator[Gap]:
    if not answers.has_aims:
        yield Gap(Step.WISHES, "aims", "Say in a sentence what you would like to be different")
    if not answers.n_languages:
        yield Gap(Step.WISHES, "languages", "Select at least one language")
    if asked.prerequisite and answers.has_prerequisite is None:
        yield Gap(Step.WISHES, "has_prerequisite", "Select yes or not yet")


def _check(answers: Answers, asked: Asked) -> Iterator[Gap]:
    if not asked.manager:
        return
    if not answers.manager_name.strip():
        yield Gap(Step.CHECK, "manager_name", "Enter your manager’s name")
    if not answers.manager_email.strip():
        yield Gap(Step.CHECK, "manager_email", "Enter your manager’s email address")
    elif answers.manager_email.strip().lower() == answers.own_email:
        yield Gap(Step.CHECK, "manager_email", "Enter your manager’s address, and not your own")
