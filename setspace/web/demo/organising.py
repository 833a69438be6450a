"""The demo's two hosts: one whose programme is half-way, and one that is recruiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from setspace.core.schedule.files import shape_to_text
from setspace.core.schedule.presets import shapes
from setspace.hosts.changes import NewHost, NewProgramme, found_host, set_up
from setspace.hosts.mails.review import offered_words
from setspace.hosts.models import (
    Answer,
    Application,
    Decision,
    Host,
    Level,
    Programme,
    ProgrammeDate,
    ProgrammeSet,
)
from setspace.hosts.wording import default_words
from setspace.people.models import Person
from setspace.programmes.changes import Invitee
from setspace.programmes.models import LearningSet
from setspace.web.demo import cast
from setspace.web.demo.founding import Founded, introduced

HOMEGROUND = NewHost("Homeground Network", "Ruth Ellis, 020 7946 0123", "ruth.ellis@mill-lane-homes.example")
MERSEY = NewHost(
    "Mersey Young Minds Partnership",
    "Priya Dutta, or whoever answers the team’s telephone, 0151 496 0123",
    "priya.dutta@mersey-care.example",
)
AHEAD = timedelta(weeks=9)
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody invented who would like a place. ``days`` are the sets that suit, counted from one."""

    name: str
    organisation: str
    job: str
    level: Level
    days: tuple[int, ...]
    aims: str
    issue: str = ""
    access_needs: str = ""

    @property
    def invitee(self) -> Invitee:
        first, last = self.name.lower().split()
        domain = self.organisation.lower().replace("’", "").replace(" ", "-")
        return Invitee(self.name, f"{first}.{last}@{domain}.example")


APPLICANTS = (
    Applicant(
        "Farah Aziz",
        "Wirral Children’s Service",
        "Head of early help",
        Level.SENIOR,
        (1, 2),
        "To lead the change with people and not at them.",
        "Three services, three waiting lists, one family.",
    ),
    Applicant(
        "Dan Whitlock",
        "Crosby Schools Trust",
        "Deputy head, inclusion",
        Level.MANAGER,
        (2,),
        "To say earlier that I do not know.",
    ),
    Applicant(
        "Oyin Balogun",
        "Mersey Care",
        "Clinical lead",
        Level.SENIOR,
        (1,),
        "To get out of the middle of every decision.",
        access_needs="Captions, please.",
    ),
    Applicant(
        "Kate Rimmer",
        "Sefton Council",
        "Commissioning manager",
        Level.MANAGER,
        (1, 2),
        "To hear how it looks from the other side of a contract.",
    ),
    Applicant(
        "Lewis Carr",
        "Knowsley Youth Work",
        "Youth worker",
        Level.FRONT_LINE,
        (1, 2),
        "To be heard in rooms where I am the only one without a title.",
    ),
    Applicant(
        "Anjali Nair",
        "Mersey Care",
        "Family therapist",
        Level.OFFICER,
        (1, 2),
        "To stop taking the whole family’s worry home.",
    ),
    Applicant(
        "Bev Tierney",
        "Sefton Council",
        "Social work team manager",
        Level.MANAGER,
        (2,),
        "To keep good people for longer than a year.",
    ),
    Applicant(
        "Marcus Hale",
        "St Helens Voices",
        "Director",
        Level.DIRECTOR,
        (1,),
        "To find the question before the answer.",
    ),
    Applicant(
        "Carys Probert",
        "Halton Hospital Trust",
        "Ward manager",
        Level.MANAGER,
        (1, 2),
        "To talk with a parent without reaching for the leaflet.",
    ),
)


def organised(sets: Sequence[Founded], began: datetime) -> list[Host]:
    """Both hosts. ``sets`` meet already, in the first one's programme."""
    homeground = found_host(HOMEGROUND, introduced(cast.ORGANISER), began)
    _under_way(homeground, sets, began)
    now = sets[0].meeting(3).starts_at
    mersey = found_host(MERSEY, introduced(cast.PRIYA), now - 8 * WEEK)
    _recruiting(mersey, now)
    return [homeground, mersey]


def _under_way(host: Host, sets: Sequence[Founded], began: datetime) -> Programme:
    """A programme whose sets have met, with the dates on which they really do."""
    shape = shapes()["tpas-vals"]
    first = sets[0].meeting(1, "introduction")
    programme = Programme.objects.create(
        host=host,
        slug="housing",
        name=f"Housing, {first.on.year}",
        **default_words(shape, 4, 4) | {"audience": "For housing staff at every level"},
        price="Free to members",
        shape=shape_to_text(shape),
        zone=host.zone,
        first_on=first.on,
        at=shape.at,
        closes_on=first.on - 3 * WEEK,
        made_at=began - 12 * WEEK,
        published_at=began - 11 * WEEK,
    )
    LearningSet.objects.filter(pk__in=[one.learning_set.pk for one in sets]).update(
        absence_rule=programme.absence
    )
    for number, founded in enumerate(sets, start=1):
        _as_planned(programme, number, founded, began)
    return programme


def _as_planned(programme: Programme, number: int, founded: Founded, began: datetime) -> None:
    met = founded.learning_set
    meetings = list(met.meetings.filter(cancelled_at=None).order_by("on", "at"))
    planned = ProgrammeSet.objects.create(
        programme=programme,
        number=number,
        label=met.name,
        weekday=meetings[0].on.weekday(),
        facilitator=founded.facilitator,
        learning_set=met,
    )
    for position, meeting in enumerate(meetings):
        is_full = meeting.kind == "session"
        ProgrammeDate.objects.create(
            programme_set=planned,
            position=position,
            kind=meeting.kind,
            number=meeting.number or 1,
            plan=meeting.plan,
            minutes=meeting.minutes,
            white_space=30 if is_full else 0,
            on=meeting.on,
            at=meeting.at,
            meeting=meeting,
        )
    for person in founded.members:
        _placed(planned, person, began)


def _placed(planned: ProgrammeSet, person: Person, began: datetime) -> None:
    """An applicant of some weeks ago, who has had a place since."""
    sent = began - 6 * WEEK
    application = Application.objects.create(
        programme=planned.programme,
        person=person,
        organisation=_employer(person),
        job="Housing officer",
        level=Level.OFFICER,
        languages=planned.language,
        steps_done=4,
        begun_at=sent,
        saved_at=sent,
        sent_at=sent,
    )
    _accepted(application, planned.programme.host.made_by, began - 2 * WEEK)
    application.set_answers.create(programme_set=planned)
    application.placements.create(
        programme_set=planned, placed_at=began - 2 * WEEK, shown_at=began - 2 * WEEK, agreed_at=began - WEEK
    )


def _employer(person: Person) -> str:
    """Harbour Homes, for mei.lin@harbour-homes.example."""
    return person.email.partition("@")[2].removesuffix(".example").replace("-", " ").title()


def _recruiting(host: Host, now: datetime) -> Programme:
    """A programme that is open for applications, with nine of them in several states."""
    programme = _announced(host, now)
    programme.sets.update(facilitator=introduced(cast.HELEN))
    for number, applicant in enumerate(APPLICANTS):
        _applied(programme, applicant, now - timedelta(days=30 - 3 * number))
    _decided(programme, now)
    early = now - 7 * WEEK
    programme.interests.create(email="somebody@knowsley-youth-work.example", at=early, told_at=now - 5 * WEEK)
    return programme


def _announced(host: Host, now: datetime) -> Programme:
    """Two sets, two days apart, that begin in some nine weeks."""
    shape = shapes()["ithrive-monthly"]
    day = (now + AHEAD).date()
    first = day - timedelta(days=day.weekday() - 1)
    name, days = "Leading across the system", (1, 3)
    new = NewProgramme(name, shape, first, days, shape.at, host.zone, most_people=6)
    programme = set_up(host, new, now - 7 * WEEK)
    programme.headline = "Leading for young people, with others who do"
    programme.audience = "For leaders in children’s and young people’s mental health"
    programme.prerequisite = "The leadership module"
    programme.place = "In the room, in Liverpool"
    programme.opens_on = (now - 5 * WEEK).date()
    programme.closes_on = (now + 3 * WEEK).date()
    programme.replies_on = (now + 5 * WEEK).date()
    programme.published_at = now - 6 * WEEK
    programme.save()
    return programme


def _applied(programme: Programme, applicant: Applicant, at: datetime) -> None:
    application = Application(
        programme=programme,
        person=introduced(applicant.invitee),
        organisation=applicant.organisation,
        job=applicant.job,
        level=applicant.level,
        languages=programme.language,
        place_to_join="yes",
        has_prerequisite=True,
        steps_done=4,
        begun_at=at,
        saved_at=at,
        sent_at=at,
    )
    for field in ("aims", "issue", "access_needs"):
        application.seal_words(field, getattr(applicant, field))
    application.save()
    for planned in programme.sets.filter(number__in=applicant.days):
        application.set_answers.create(programme_set=planned)


def _decided(programme: Programme, now: datetime) -> None:
    """Five are accepted; one of these is on the board already; the others wait for an answer."""
    accepted = list(programme.applications.order_by("sent_at")[:5])
    for application in accepted:
        _accepted(application, programme.host.made_by, now - WEEK)
    accepted[0].placements.create(programme_set=programme.sets.get(number=1), placed_at=now - WEEK)


def _accepted(application: Application, by: Person, at: datetime) -> None:
    """As an organiser would answer; the letter went long ago."""
    decision = Decision(application=application, answer=Answer.ACCEPTED, was="sent", by=by, at=at)
    decision.was_at = application.sent_at
    decision.seal_words(offered_words(application, Answer.ACCEPTED))
    decision.save()
    application.accepted_at = at
    application.save(update_fields=["accepted_at"])
