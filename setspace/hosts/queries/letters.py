"""Which letters the programmes of a host send, and which of them are the host's to hold or to send again.

A set's own letters are the set's: a host sees that a date or a summary went out, and holds none of them back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from setspace.hosts.models import Application, Host, Interest, Placement
from setspace.people.models import Letter, LetterState
from setspace.programmes.models import Invitation, Meeting

DATES = ("session_date", "session_added", "session_moved", "session_cancelled", "session_taken_out")
OF_A_MEETING = (*DATES, "session_reminder", "summary")
# Whose payload is not needed: they can be written anew from what they are about.
TRIED_AGAIN = (
    "application_received",
    "application_accepted",
    "application_waiting",
    "application_declined",
    "place_proposed",
    "place_changed",
    "interest_noted",
    "applications_open",
    "invitation",
)

ENDED_BADLY = (LetterState.REFUSED, LetterState.UNKNOWN)
Named = dict[UUID, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class About:
    """What letters are about, by id: the name of whoever it concerns, and where that belongs."""

    people: Named  # applications, places and invitations
    interests: dict[UUID, str]
    meetings: Named


def letters_of(host: Host) -> QuerySet[Letter]:
    """Those of its programmes, and of its sets' own those that did not arrive."""
    lost = _of_sets(host) & Q(state__in=ENDED_BADLY)
    return Letter.objects.filter(_of_programmes(host) | lost).select_related("person")


def letter_of(host: Host, letter_id: UUID) -> Letter:
    """One of those letters, if it is the host's to hold or to send again."""
    letter = Letter.objects.filter(_of_programmes(host), id=letter_id).select_related("person").first()
    if letter is None:
        raise Http404
    return letter


def counts_of_sets(host: Host) -> list[tuple[str, str, str, int]]:
    """Of the sets' own letters: the set, the purpose, the state, and how many there are."""
    meetings = _meetings(host).values_list("id", "learning_set__name")
    name_of = dict(meetings)
    rows = Letter.objects.filter(_of_sets(host)).values_list("about", "purpose", "state")
    counted = rows.annotate(n=Count("id")).order_by("about", "purpose", "state")
    return [(name_of[about], purpose, state, n) for about, purpose, state, n in counted if about in name_of]


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


def _of_programmes(host: Host) -> Q:
    of_host = (
        Application.objects.filter(programme__host=host),
        Placement.objects.filter(application__programme__host=host),
        Interest.objects.filter(programme__host=host),
    )
    asked = Invitation.objects.filter(learning_set__programme_set__programme__host=host)
    mine = Q(about__in=asked.values("id"), purpose="invitation")
    for found in of_host:
        mine |= Q(about__in=found.values("id"))
    return mine


def _of_sets(host: Host) -> Q:
    return Q(about__in=_meetings(host).values("id"), purpose__in=OF_A_MEETING)


def _meetings(host: Host) -> QuerySet[Meeting]:
    return Meeting.objects.filter(learning_set__programme_set__programme__host=host)
