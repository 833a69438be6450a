"""The set that an applicant is shown, and their answers to its dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from setspace.hosts.models import Application, Conflict, Placement, ProgrammeDate, ProgrammeSet
from setspace.hosts.queries.applying import place_of
from setspace.hosts.queries.offered_sets import OfferedDate, offered_dates
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody else in the set that is proposed. No address."""

    person: Person
    organisation: str
    job: str
    is_new: bool = False  # was shown the set after somebody said yes to it


@dataclass(frozen=True, slots=True)
class DatesToAnswer:
    title: str
    dates: tuple[OfferedDate, ...]


def company_of(place: Placement) -> Sequence[Company]:
    """The others who were shown the same set, and have not said no."""
    others = place.programme_set.placements.filter(ended_at=None, shown_at__isnull=False)
    found = others.exclude(pk=place.pk).select_related("application__person")
    since = place.agreed_at
    return [
        Company(
            one.application.person,
            one.application.organisation,
            one.application.job,
            since is not None and one.shown_at is not None and one.shown_at > since,
        )
        for one in found.order_by("application__person__name")
    ]


def has_joined(place: Placement) -> bool:
    """Whether the set was founded, and whoever has the place is in it."""
    planned, person = place.programme_set, place.application.person
    joined = person.memberships.filter(learning_set=planned.learning_set_id, until_at=None)
    return planned.learning_set_id is not None and joined.exists()


def note_of(place: Placement) -> str:
    """What they are writing of a conflict of interest, or else what they told; for whoever writes."""
    reader = Reader(str(place.application.person_id), Purpose.APPLICATION)
    told = Conflict.objects.filter(place=place).first()
    return place.open_note(reader) or (told.open_words(reader) if told else "")


def dates_to_answer(application: Application) -> list[DatesToAnswer]:
    """Of the set that was shown; before that, of each set that the person could join."""
    place = place_of(application)
    if place is not None:
        sets = [place.programme_set]
    else:
        answered = ProgrammeSet.objects.filter(answers__application=application)
        sets = list(answered.order_by("number"))
    dated: dict[UUID, list[ProgrammeDate]] = {one.pk: [] for one in sets}
    planned = ProgrammeDate.objects.filter(programme_set__in=sets)
    for one in planned.select_related("meeting__learning_set", "programme_set__programme"):
        dated[one.programme_set_id].append(one)
    return [DatesToAnswer(one.label, offered_dates(dated[one.pk])) for one in sets]


def dates_answered(application: Application) -> dict[UUID, bool]:
    return dict(application.date_answers.values_list("programme_date_id", "can_come"))
