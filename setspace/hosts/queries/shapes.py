"""The shapes that a programme can have: thirteen that are shipped, and the host's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from setspace.core.schedule.files import shape_from_text
from setspace.core.schedule.presets import shapes
from setspace.core.schedule.shapes import Shape
from setspace.hosts.models import Host, HostShape
from setspace.hosts.queries.tables import totals

OWN = "own-"
TO_BEGIN_WITH = "tpas-vals"  # the one that is offered with plans, rounds and words for every meeting


@dataclass(frozen=True, slots=True)
class Choice:
    """A shape on a list; ``key`` is how an address names it."""

    key: str
    shape: Shape
    own: HostShape | None = None

    @property
    def is_to_begin_with(self) -> bool:
        return self.key == TO_BEGIN_WITH

    @property
    def totals(self) -> str:
        return totals(self.shape)


def shipped() -> Sequence[Choice]:
    return [Choice(key, shape) for key, shape in shapes().items()]


def kept_by(host: Host) -> Sequence[Choice]:
    return [_own(one) for one in host.shapes.all()]


def choice_of(host: Host, key: str) -> Choice:
    """One that this host can choose; for any other name there is none."""
    if key in shapes():
        return Choice(key, shapes()[key])
    try:
        wanted = UUID(key.removeprefix(OWN))
    except ValueError:
        raise Http404 from None
    own = host.shapes.filter(id=wanted).first()
    if own is None:
        raise Http404
    return _own(own)


def _own(one: HostShape) -> Choice:
    return Choice(f"{OWN}{one.id}", shape_from_text(one.body), one)
