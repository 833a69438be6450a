"""The applications of a programme as its organisers see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q, QuerySet

from setspace.hosts.models import Application, KeptApart, Placement, Programme, ProgrammeDate
from setspace.lib import dates, vault
from setspace.people.models import Person

PAGE = 50
STANDINGS = {
    "to-answer": "To answer",
    "accepted": "Accepted",
    "waiting": "Waiting list",
    "declined": "Declined",
    "withdrawn": "Withdrawn",
}
WORD_OF_STANDING = {"sent": "To answer", **{key: STANDINGS[key] for key in list(STANDINGS)[1:]}}
_STAYS = Q(withdrawn_at=None)
_WHICH = {
    "to-answer": _STAYS & Q(accepted_at=None, waiting_at=None, declined_at=None),
    "accepted": _STAYS & Q(declined_at=None, accepted_at__isnull=False),
    "waiting": _STAYS & Q(declined_at=None, accepted_at=None, waiting_at__isnull=False),
    "declined": _STAYS & Q(declined_at__isnull=False),
    "withdrawn": ~_STAYS,
}


@dataclass(frozen=True, slots=True)
class Filter:
    key: str
    label: str
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list."""

    application: Application
    sets: str
    placed_in: str

    @property
    def standing(self) -> str:
        return WORD_OF_STANDING[self.application.standing]


@dataclass(frozen=True, slots=True)
class Listing:
    filters: Sequence[Filter]
    rows: Sequence[Listed]
    page: Page[Application]
    searched: str
    standing: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One application, with what its organisers may read of it and nothing else."""

    application: Application
    listed: Listed
    aims: str
    apart_words: str
    apart: Sequence[Application]
    cannot_come: Sequence[str]
    has_private_words: bool


def sent_applications(programme: Programme) -> QuerySet[Application]:
    return Application.objects.filter(programme=programme, sent_at__isnull=False)


def listing(programme: Programme, standing: str, searched: str, number: str) -> Listing:
    """A page of the list; an unknown filter is none, an unknown page the nearest."""
    everyone = sent_applications(programme)
    counts = everyone.aggregate(all=Count("id"), **{key: Count("id", filter=q) for key, q in _WHICH.items()})
    chosen = standing if standing in _WHICH else ""
    filters = [Filter("", "Everybody", counts["all"], not chosen)]
    filters += [Filter(key, label, counts[key], chosen == key) for key, label in STANDINGS.items()]
    found = everyone.filter(_WHICH[chosen]) if chosen else everyone
    for word in searched.split():
        found = found.filter(
            Q(person__name__icontains=word)
            | Q(organisation__icontains=word)
            | Q(person__email__icontains=word)
        )
    page = Paginator(_with_sets(found).order_by("sent_at", "id"), PAGE).get_page(number)
    return Listing(filters, [_listed(one) for one in page], page, searched, chosen)


def reviewed(application: Application, by: Person) -> Reviewed:
    """Opens the aims and whom somebody would rather not meet; the rest is for a facilitator alone."""
    reader = vault.Reader(f"organiser {by.pk}", vault.Purpose.APPLICATION)
    full = _with_sets(Application.objects.filter(pk=application.pk)).get()
    answers = full.date_answers.filter(can_come=False).select_related("programme_date__programme_set")
    return Reviewed(
        application=full,
        listed=_listed(full),
        aims=full.open_words("aims", reader),
        apart_words=full.open_words("apart", reader),
        apart=kept_apart_from(full),
        cannot_come=[_dated(one.programme_date) for one in answers],
        has_private_words=bool(full.issue_sealed or full.access_needs_sealed),
    )


def kept_apart_from(application: Application) -> list[Application]:
    rows = KeptApart.objects.filter(Q(one=application) | Q(other=application))
    rows = rows.select_related("one__person", "other__person")
    return [row.other if row.one_id == application.pk else row.one for row in rows]


def found_by_words(programme: Programme, words: str, but: UUID) -> list[Application]:
    """Whom somebody means by a name or an address: few of them, the exact ones alone if there are any."""
    words = " ".join(words.split())
    others = sent_applications(programme).exclude(id=but).select_related("person").order_by("person__name")
    exact = list(others.filter(Q(person__email__iexact=words) | Q(person__name__iexact=words))[:5])
    return exact or list(others.filter(person__name__icontains=words)[:5])


def _with_sets(found: QuerySet[Application]) -> QuerySet[Application]:
    now = Placement.objects.filter(ended_at=None, declined_at=None).select_related("programme_set")
    return found.select_related("person", "programme__host").prefetch_related(
        "set_answers__programme_set", Prefetch("placements", queryset=now, to_attr="places_now")
    )


def _listed(application: Application) -> Listed:
    answers = sorted(application.set_answers.all(), key=lambda one: one.programme_set.number)
    places: Iterable[Placement] = getattr(application, "places_now", [])
    placed = next((one.programme_set.label for one in places), "")
    return Listed(
        application,
        ", ".join(_set_in_words(one.programme_set.label, one.is_preferred) for one in answers),
        placed,
    )


def _set_in_words(label: str, is_preferred: bool) -> str:
    return label if is_preferred else f"{label} if need be"


def _dated(date: ProgrammeDate) -> str:
    return f"{dates.day_and_year(date.on)}, {date.programme_set.label}"
