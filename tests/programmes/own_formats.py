"""What people do with formats of their own, through the pages."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase

from setspace.core.process.catalogue import plans
from setspace.people.models import Person
from setspace.programmes.forms import FormatEditor
from setspace.programmes.models import Meeting, OwnFormat
from setspace.programmes.queries import formats as queries
from tests.cast import client_of
from tests.programmes.world import World, ahead, words_of

FULL, CLASSIC = "tpas-session", "tpas-40"


def copied(person: Person, key: str) -> OwnFormat:
    """Their newest own format, after pressing “Copy and change” on the page of this one."""
    before = set(OwnFormat.objects.values_list("key", flat=True))
    client_of(person).post(f"/formats/{key}/copies/")
    return (
        OwnFormat.objects.select_related("owner")
        .filter(owner=person)
        .exclude(key__in=before)
        .get(kind="plan" if key in plans() else "round")
    )


def typed(own: OwnFormat, **other: str) -> dict[str, object]:
    """What the editor of a format sends, with other answers to some of it."""
    own.refresh_from_db()
    editor = FormatEditor.of(queries.body_of(own), queries.formats_for(own.owner))
    sent: dict[str, object] = {}
    for form in (editor.whole, *(form for parts in editor.parts for form in parts)):
        for name in form.fields:
            value = form[name].value()
            if value not in (False, None):
                sent[form[name].html_name] = "on" if value is True else value
    for number, parts in enumerate(editor.parts):
        sent[f"list-{number}-parts"] = str(len(parts))
        if number:
            sent[f"list-{number}-people"] = editor.people[number]["people"].value()
    sent |= {"lists": str(len(editor.parts)), "seen": own.changed_at.isoformat()}
    return {**sent, **{name.replace("__", "-"): value for name, value in other.items()}}


def save(own: OwnFormat, **other: str) -> str:
    """The page that answers after saving."""
    answer = client_of(own.owner).post(f"/formats/{own.key}/draft/", typed(own, **other), follow=True)
    own.refresh_from_db()
    return words_of(answer)


def session_with(world: World, plan: OwnFormat, days: int = 30) -> Meeting:
    answers = {"on": ahead(days).isoformat(), "at": "09:30", "plan": plan.key}
    page = words_of(client_of(world.ade).post(world.page("sessions/"), answers, follow=True))
    assert "Your set has been told." in page
    return Meeting.objects.select_related("learning_set").get(plan=plan.key, on=ahead(days))


def upload(person: Person, data: bytes) -> HttpResponseBase:
    file = SimpleUploadedFile("format.json", data, "application/json")
    return client_of(person).post("/formats/", {"file": file}, follow=True)


def shortened(own: OwnFormat) -> str:
    """A plan of 210 minutes gives two of its break and two as a whole."""
    return save(own, minutes="208", **{"part-0-4-minutes": "3"})
