"""Which letters the programmes of a host send, and which of them are the host's to hold or to send again.

A set's own letters are the set's: a host sees that a date or a summary went out, and holds none of them back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from setspace.hosts.models import Application, Host, Interest, Placement
from setspace.people.models import Letter
from setspace.programmes.models import Invitation, Meeting

DATES = ("session_date", "session_added", "session_moved", "session_cancelled", "session_taken_out")
OF_A_MEETING = (*DATES, "session_reminder", "summary")
# Whose payload is not needed: they can be written anew from what they are about.
TRIED_AGAIN = ("application_received", "place_proposed", "interest_noted", "applications_open", "invitation")

Named = dict[UUID, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class About:
    """What letters are about, by id: the name of whoever it concerns, and where that belongs."""

    people: Named  # applications, places and invitations
    interests: dict[UUID, str]
    meetings: Named


def letters_of(host: Host) -> QuerySet[Letter]:
    of_host = (
        Application.objects.filter(programme__host=host),
        Placement.objects.filter(application__programme__host=host),
        Interest.objects.filter(programme__host=host),
    )
    in_sets = {"learning_set__programme_set__programme__host": host}
    invitations, meetings = Invitation.objects.filter(**in_sets), Meeting.objects.filter(**in_sets)
    mine = Q(about__in=invitations.values("id"), purpose="invitation")
    mine |= Q(about__in=meetings.values("id"), purpose__in=OF_A_MEETING)
    for found in of_host:
        mine |= Q(about__in=found.values("id"))
    return Letter.objects.filter(mine).select_related("person")


def letter_of(host: Host, letter_id: UUID) -> Letter:
    """One of those letters, if it is the host's to hold or to send again."""
    letter = letters_of(host).filter(id=letter_id).exclude(purpose__in=OF_A_MEETING).first()
    if letter is None:
        raise Http404
    return letter


def about_of(letters: Iterable[Letter]) -> About:
    """Five questions to the database, however many letters there are."""
    ids = {one.about for one in letters if one.about}
    applications = Application.objects.filter(id__in=ids).values_list("id", "person__name", "programme__name")
    places = Placement.objects.filter(id__in=ids).values_list(
        "id", "application__person__name", "programme_set__programme__name"
    )
    asked = Invitation.objects.filter(id__in=ids).values_list("id", "person__name", "learning_set__name")
    meetings = Meeting.objects.filter(id__in=ids).select_related("learning_set")
    return About(
        {key: (name, where) for rows in (applications, places, asked) for key, name, where in rows},
        dict(Interest.objects.filter(id__in=ids).values_list("id", "programme__name")),
        {one.id: (one.title, one.learning_set.name) for one in meetings},
    )
