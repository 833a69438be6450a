"""Whether a session plan is for as many people as a set has."""

from collections.abc import Iterator
from datetime import datetime

from setspace.core.process.formats import Plan
from setspace.programmes.models import LearningSet, Meeting, Role
from setspace.programmes.own_formats import course_for
from setspace.programmes.queries.meetings import upcoming_meetings
from setspace.programmes.queries.people import seats_of

EXPECTED = ("member", "invited", "held", "returned")


def misfits_of(learning_set: LearningSet, now: datetime) -> list[str]:
    """What to say about the plan of a set and those of its sessions; nothing where each is for its number."""
    n_members = _expected(learning_set, now)
    said = [_misfit(plan, n_members) for plan in _plans(learning_set, now)]
    return [words for words in dict.fromkeys(said) if words]


def misfit_of(meeting: Meeting, now: datetime) -> str:
    """The same about one session; empty where its plan is for as many as are to come."""
    return _misfit(meeting.course.plan, _expected(meeting.learning_set, now))


def _expected(learning_set: LearningSet, now: datetime) -> int:
    """How many members a set has, with those who were asked and may still join."""
    seats = seats_of(learning_set, now)
    return sum(seat.role == Role.MEMBER and seat.state in EXPECTED for seat in seats)


def _plans(learning_set: LearningSet, now: datetime) -> Iterator[Plan]:
    yield course_for(learning_set.plan, learning_set.plan_kept).plan
    for meeting in upcoming_meetings(learning_set, now):
        yield meeting.course.plan


def _misfit(plan: Plan, n_members: int) -> str:
    if plan.least_people <= n_members <= plan.most_people:
        return ""
    least, most = plan.least_people, plan.most_people
    is_for = f"just {least} members" if least == most else f"{least} to {most} members"
    return (
        f"{plan.title} is for {is_for}, and your set has {n_members}. With so many it cannot be started: "
        "choose another plan, or wait until the number is right."
    )
