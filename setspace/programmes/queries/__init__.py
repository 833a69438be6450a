"""What the pages of a set show."""

from setspace.programmes.queries.agreements import (
    Agreement,
    agreement_of,
    current_rules,
    has_agreed,
    rules_for_invitee,
    summary_mode_of,
)
from setspace.programmes.queries.attendance import (
    Place,
    WhoComes,
    away_from,
    comings_of,
    date_rows,
    who_comes,
)
from setspace.programmes.queries.coach import coached_in, counted_in
from setspace.programmes.queries.hours import Risk, SetHours, hours_of, risks_of
from setspace.programmes.queries.meetings import (
    next_meeting,
    past_meetings,
    upcoming_meetings,
    video_link_for,
)
from setspace.programmes.queries.misfits import misfits
from setspace.programmes.queries.people import (
    Seat,
    everyone_of,
    facilitator_of,
    members_of,
    people_of,
    seats_of,
)
from setspace.programmes.queries.sets import (
    SetCard,
    SetView,
    observed_sets_of,
    set_view,
    sets_of,
    waiting_invitations,
)

__all__ = [
    "Agreement",
    "Place",
    "Risk",
    "Seat",
    "SetCard",
    "SetHours",
    "SetView",
    "WhoComes",
    "agreement_of",
    "away_from",
    "coached_in",
    "comings_of",
    "counted_in",
    "current_rules",
    "date_rows",
    "everyone_of",
    "facilitator_of",
    "has_agreed",
    "hours_of",
    "members_of",
    "misfits",
    "next_meeting",
    "observed_sets_of",
    "past_meetings",
    "people_of",
    "risks_of",
    "rules_for_invitee",
    "seats_of",
    "set_view",
    "sets_of",
    "summary_mode_of",
    "upcoming_meetings",
    "video_link_for",
    "waiting_invitations",
    "who_comes",
]
