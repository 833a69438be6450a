"""Ruth’s host with a programme that Nia has applied to: a decision, two who are apart, and a list."""

from dataclasses import dataclass

from setspace.hosts.applicants import applicants_in
from setspace.hosts.changes.deciding import decide, keep_apart
from setspace.hosts.changes.importing import keep_list
from setspace.hosts.models import Answer, Application, ImportJob, Programme
from setspace.people.models import Person
from tests.hosts.world import NOW, applied, homeground, housing


@dataclass
class Applying:
    programme: Programme
    application: Application
    other: Application
    job: ImportJob

    def values(self) -> dict[str, object]:
        return {
            "programme_id": self.programme.pk,
            "application_id": self.application.pk,
            "other_id": self.other.pk,
            "import_id": self.job.pk,
            "programme_set_id": self.programme.sets.all()[0].pk,
        }


def new_applying(ruth: Person) -> Applying:
    programme = housing(homeground(ruth))
    nia, oda = applied(programme, "Nia Hill"), applied(programme, "Oda Lund")
    decide(nia, Answer.WAITING, "You are on the waiting list.", ruth, NOW, NOW)
    keep_apart(nia, oda)
    job = keep_list(programme, applicants_in(b"email\npia@example.org\n", {}), ruth, NOW)
    return Applying(programme, nia, oda, job)
