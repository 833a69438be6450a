"""Sessions whose plan is for another number of people than their set has."""

from collections.abc import Sequence
from datetime import datetime

from setspace.core.process.formats import Plan
from setspace.lib import dates
from setspace.programmes.models import LearningSet, Role
from setspace.programmes.queries.meetings import upcoming_meetings
from setspace.programmes.queries.people import seats_of

ANY_SET = (3, 8)


def misfits(learning_set: LearningSet, now: datetime) -> Sequence[str]:
    """A sentence for each such session that lies ahead. Who is invited and may still say yes is counted."""
    seats = seats_of(learning_set, now)
    members = [seat for seat in seats if seat.role == Role.MEMBER and seat.state != "declined"]
    n_members, is_joined = len(members), all(seat.membership for seat in members)
    counted = "." if is_joined else ", with those who are invited."
    return [
        f"{meeting.title} follows “{plan.title}”, a plan for {_people(plan)}. "
        f"Your set has {n_members}{counted}"
        for meeting in upcoming_meetings(learning_set, now)
        if not (plan := meeting.course.plan).least_people <= n_members <= plan.most_people
        and not meeting.has_begun(now)
    ]


def length_and_people(plan: Plan) -> str:
    """30 minutes, for 3 people. For how many is not said where any set can take it."""
    for_whom = "" if (plan.least_people, plan.most_people) == ANY_SET else f", for {_people(plan)}"
    return f"{dates.length(plan.minutes)}{for_whom}"


def _people(plan: Plan) -> str:
    """3 people, 3 to 6 people."""
    if plan.least_people == plan.most_people:
        return f"{plan.most_people} people"
    return f"{plan.least_people} to {plan.most_people} people"
