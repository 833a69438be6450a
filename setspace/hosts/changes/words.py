"""The words of a programme's page."""

from collections.abc import Mapping

from django.db import transaction

from setspace.hosts.models import Programme
from setspace.programmes.models import LearningSet


def change_words(programme: Programme, said: Mapping[str, object]) -> None:
    """``said`` has the words by their fields. The address of the page stays as it is.

    What is said of not coming reaches the members of its sets too.
    """
    with transaction.atomic():
        for name, value in said.items():
            setattr(programme, name, value)
        programme.save(update_fields=[*said])
        founded = LearningSet.objects.filter(programme_set__programme=programme)
        founded.update(absence_rule=programme.absence)
