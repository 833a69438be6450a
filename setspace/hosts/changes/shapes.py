"""Shapes of programmes that a host keeps, and another shape for a programme that has not begun."""

from datetime import datetime

from django.db import transaction

from setspace.core.schedule.files import shape_to_text
from setspace.core.schedule.shapes import Shape
from setspace.hosts.changes.dates import may_lay_anew
from setspace.hosts.changes.programmes import lay_dates_anew
from setspace.hosts.models import Host, HostShape, Programme
from setspace.programmes.changes import Refused

MOST_SHAPES = 50  # of one host


def keep_shape(host: Host, shape: Shape, now: datetime) -> HostShape:
    """One more of the host's own."""
    with transaction.atomic():
        Host.objects.select_for_update().get(id=host.id)
        if host.shapes.count() >= MOST_SHAPES:
            raise Refused(f"There is room for {MOST_SHAPES} shapes. Remove one first")
        return HostShape.objects.create(host=host, title=shape.title, body=shape_to_text(shape), made_at=now)


def remove_shape(kept: HostShape) -> None:
    """Programmes that were made from it keep it as theirs."""
    kept.delete()


def reshape(programme: Programme, shape: Shape) -> None:
    """Another shape, with its dates laid anew. Raises ValueError where no dates can be found."""
    with transaction.atomic():
        Programme.objects.select_for_update().get(id=programme.id)
        if refusal := may_lay_anew(programme):
            raise Refused(refusal)
        programme.shape = shape_to_text(shape)
        programme.save(update_fields=["shape"])
        lay_dates_anew(programme)
