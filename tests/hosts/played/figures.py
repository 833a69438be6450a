"""What was delivered, and how the time was shared: as the set, its facilitator and the organiser see it."""

from setspace.programmes.models import LearningSet
from setspace.programmes.queries import hours_of
from setspace.records.queries import series_time
from tests.hosts.played.forming import learning_set
from tests.hosts.played.stage import Stage, shows

PLANNED = (3 * 120) + (5 * 210)  # minutes of introduction, evaluation, follow-up; and of the sessions
WITH_WHITE_SPACE = 26 * 60
TUESDAYS = {
    "Ade Bello": PLANNED,
    "Mei Chen": PLANNED,
    "Tom Doyle": PLANNED - 210,
    "Ines Evora": PLANNED,
    "Sam Frost": PLANNED,
}
THURSDAYS = {
    "Bea Cole": PLANNED,
    "Dev Patel": PLANNED - 210,  # he could not come on the date that was found for the others
    "Una Quinn": PLANNED,
    "Viv Reed": PLANNED,
    "Xan Tate": PLANNED,
}


def check_hours(stage: Stage) -> None:
    """23 and a half hours, 26 with white space; Tom and Dev were away once."""
    found = hours_of(LearningSet.objects.all())
    for number, expected in ((1, TUESDAYS), (2, THURSDAYS)):
        hours = found[learning_set(number).pk]
        assert (hours.n_sessions, hours.planned) == (8, PLANNED)
        assert hours.planned + hours.white_space == WITH_WHITE_SPACE
        assert {one.person.name: one.minutes for one in hours.people} == expected
    address = f"/sets/{learning_set(1).pk}/hours/"
    assert "Tom" not in shows(stage.browser("mei"), address)
    assert "Tom" in shows(stage.browser("ade"), address)
    assert stage.browser("ruth").get(address).status_code == 404


def check_airtime(stage: Stage) -> None:
    """In the sessions that were played at length: forty minutes each, and none for who was away."""
    series = series_time(learning_set(1), stage.person("mei"))
    titles = [one.title for one in series.sessions]
    assert titles[:3] == ["Introduction", "Session 1", "Session 2"]
    shared = {one.person.first_name: one.minutes[1:3] for one in series.members}
    assert shared == {"Ines": (40, 40), "Mei": (40, 40), "Sam": (40, 40), "Tom": (40, 0)}


def check_organisers_view(stage: Stage) -> None:
    """Counts and dates as they are now; the doors of the sets stay shut."""
    ruth = stage.browser("ruth")
    page = shows(ruth, f"/programmes/{stage.programme.pk}/")
    for said in (
        "Applied 10",
        "Accepted 9",
        "Declined 1",
        "In a set 8",
        "Have agreed 8",
        "Tue 1 June",
        "Thu 10 June",
    ):
        assert said in page, page
    for number in (1, 2):
        assert ruth.get(f"/sets/{learning_set(number).pk}/").status_code == 404
