"""All answers of an application once more, for whoever gave them, each with the way to change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from setspace.core.applying import Step
from setspace.hosts.models import Application, Level
from setspace.hosts.queries.applying import languages_asked, stored
from setspace.hosts.queries.offered_sets import offered_sets


@dataclass(frozen=True, slots=True)
class Checked:
    """An answer, or none. ``field`` is where it is changed."""

    label: str
    value: str
    step: Step
    field: str


def checked(application: Application, languages: Mapping[str, str]) -> list[Checked]:
    """In the order of the questions. ``languages`` are their names by their codes."""
    found, programme = stored(application), application.programme
    rows = [
        Checked("Your name", application.person.name, Step.YOU, "name"),
        Checked("Your email address", application.person.email, Step.YOU, ""),
        Checked("Organisation", application.organisation, Step.WORK, "organisation"),
        Checked("Job", application.job, Step.WORK, "job"),
        Checked("Where you stand", _level(application.level), Step.WORK, "level"),
        Checked("Sets you could join", _sets(application, found), Step.WORK, "sets"),
        Checked("A place to join from", _place(application.place_to_join), Step.WORK, "place_to_join"),
        Checked("What you would like to be different", found["aims"], Step.WISHES, "aims"),
        Checked("An issue you might bring", found["issue"], Step.WISHES, "issue"),
        Checked("What would help you take part", found["access_needs"], Step.WISHES, "access_needs"),
        Checked("Not in a set with", found["apart"], Step.WISHES, "apart"),
    ]
    if len(languages_asked(programme)) > 1:
        named = [languages.get(one, one) for one in application.languages.split(",") if one]
        rows.append(Checked("Languages", ", ".join(named), Step.WISHES, "languages"))
    if programme.prerequisite:
        said = {True: "Yes", False: "Not yet", None: ""}[application.has_prerequisite]
        rows.append(Checked(programme.prerequisite, said, Step.WISHES, "has_prerequisite"))
    return rows


def _level(level: int | None) -> str:
    return str(Level(level).label) if level else ""


def _sets(application: Application, found: dict[str, Any]) -> str:
    chosen = [one for one in offered_sets(application.programme) if str(one.id) in found["sets"]]
    said = [f"{one.title} (if need be)" if str(one.id) in found["less"] else one.title for one in chosen]
    return ". ".join(said)


def _place(answer: str) -> str:
    return {"yes": "Yes", "help": "Not yet, some help would be good"}.get(answer, "")
