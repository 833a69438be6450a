"""What an applicant has answered so far, and what is still to do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from setspace.core.applying import Answers, Asked, Gap, Step, gaps, gaps_at
from setspace.hosts.models import Application, Placement, Programme
from setspace.hosts.models.applications import SEALED
from setspace.hosts.queries.answers import as_told
from setspace.lib import dates
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person

CLOSED = "Applications have closed, so this can’t be changed any more"
PLAIN = (
    "organisation",
    "job",
    "level",
    "languages",
    "place_to_join",
    "has_prerequisite",
    "manager_name",
    "manager_email",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """An application in the list of somebody's own."""

    application: Application
    place: Placement | None

    @property
    def waits_for_answer(self) -> bool:
        return self.place is not None and self.place.agreed_at is None


def asked_of(programme: Programme) -> Asked:
    return Asked(prerequisite=bool(programme.prerequisite), manager=programme.asks_manager)


def answers_of(application: Application, person: Person) -> Answers:
    """As far as they are stored. An address that cannot be one counts as none."""
    return Answers(
        name=person.name,
        organisation=application.organisation,
        job=application.job,
        level=application.level,
        n_sets=application.set_answers.count() if application.is_begun else 0,
        place_to_join=application.place_to_join,
        has_aims=application.aims_sealed is not None,
        n_languages=len(application.languages.split(",")) if application.languages else 0,
        has_prerequisite=application.has_prerequisite,
        manager_name=application.manager_name,
        manager_email=application.manager_email if _is_address(application.manager_email) else "",
        own_email=person.email,
    )


def gaps_of(application: Application) -> list[Gap]:
    return gaps(answers_of(application, application.person), asked_of(application.programme))


def gaps_of_step(step: Step, answers: Answers, programme: Programme) -> list[Gap]:
    return gaps_at(step, answers, asked_of(programme))


def stored(application: Application) -> dict[str, Any]:
    """What the applicant has written, for their own forms."""
    reader = Reader(actor=str(application.person_id), purpose=Purpose.APPLICATION)
    found: dict[str, Any] = {name: getattr(application, name) for name in PLAIN}
    found |= {name: application.open_words(name, reader) for name in SEALED}
    chosen = list(application.set_answers.all()) if application.is_begun else []
    found["sets"] = [str(one.programme_set_id) for one in chosen]
    preferred = [one for one in chosen if one.is_preferred]
    found["less"] = [str(one.programme_set_id) for one in chosen if preferred and not one.is_preferred]
    return found


def may_change(application: Application, now: datetime) -> bool:
    """Until applications close, and until there is an answer."""
    return not why_fixed(application, now)


def why_fixed(application: Application, now: datetime) -> str:
    """Why answers can’t be changed any more; empty where they can. An answer that is not told is none yet."""
    if application.withdrawn_at:
        return "You have taken this application back"
    if _is_answered(application):
        return "You have an answer already. If something has changed, please write to the organiser"
    return "" if application.programme.takes_applications(now) else CLOSED


def _is_answered(application: Application) -> bool:
    if not (application.declined_at or application.accepted_at):
        return False
    (told,) = as_told([application])
    return bool(told.declined_at or told.accepted_at)


def languages_asked(programme: Programme) -> list[str]:
    """The languages of its sets. Nobody is asked where there is one alone."""
    return list(dict.fromkeys([programme.language, *programme.sets.values_list("language", flat=True)]))


def own_application(programme: Programme, person: Person) -> Application | None:
    """Where there is one that was not taken back."""
    mine = programme.applications.select_related("programme__host", "person").filter(person=person)
    return mine.filter(withdrawn_at=None).first()


def applications_of(person: Person) -> list[Standing]:
    """Everything that somebody has applied for and not taken back, newest first, as they were told of it."""
    mine = Application.objects.filter(person=person, withdrawn_at=None).select_related("programme__host")
    found = as_told(mine.order_by("-begun_at"))
    shown = Placement.objects.filter(application__in=found, shown_at__isnull=False, ended_at=None)
    by_application = {one.application_id: one for one in shown.select_related("programme_set")}
    return [Standing(one, by_application.get(one.pk)) for one in found]


def place_of(application: Application) -> Placement | None:
    """The place that the applicant was shown, while it stands."""
    shown = application.placements.filter(shown_at__isnull=False, ended_at=None)
    return shown.select_related("programme_set__facilitator", "programme_set__learning_set").first()


def replies(programme: Programme) -> str:
    """By when everybody has an answer."""
    if programme.replies_on is None:
        return "You will have an answer after applications have closed."
    return f"You will have an answer by {dates.day_and_year(programme.replies_on)}."


def closes(programme: Programme) -> str:
    last = programme.closes_on or programme.first_on
    return f"Applications close at the end of {dates.day_and_year(last)}."


def saved_at(application: Application) -> str:
    moment = application.saved_at.astimezone(application.person.tz)
    return f"Saved at {dates.clock_time(moment)}"


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return True
