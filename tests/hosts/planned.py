"""What an organiser has planned, with a value for every place in an address of theirs."""

from dataclasses import dataclass

from setspace.core.schedule.presets import shapes
from setspace.hosts.changes.shapes import keep_shape
from setspace.hosts.models import HostShape, Organiser, Programme, ProgrammeDate
from setspace.people.models import Person
from tests.hosts.world import NOW, another_host, homeground, housing


@dataclass(frozen=True)
class Planned:
    programme: Programme
    organiser: Organiser
    shape: HostShape

    @property
    def date(self) -> ProgrammeDate:
        return ProgrammeDate.objects.filter(
            programme_set__programme=self.programme, programme_set__learning_set=None
        )[0]

    def values(self) -> dict[str, object]:
        return {
            "host": self.programme.host.slug,
            "programme_id": self.programme.pk,
            "organiser_id": self.organiser.pk,
            "shape_id": self.shape.pk,
            "date_id": self.date.pk,
        }


def planned_by(person: Person, other: Person) -> Planned:
    """A published programme of one host; another person organises for another host."""
    another_host(other)
    return planned_in(housing(homeground(person)))


def planned_in(programme: Programme) -> Planned:
    """One of whose sets is not founded."""
    return Planned(
        programme=programme,
        organiser=Organiser.objects.filter(host=programme.host)[0],
        shape=keep_shape(programme.host, shapes()["york-90"], NOW),
    )
