"""The words of a programme's page."""

from collections.abc import Mapping

from setspace.hosts.models import Programme


def change_words(programme: Programme, said: Mapping[str, object]) -> None:
    """``said`` has the words by their fields. The address of the page stays as it is."""
    for name, value in said.items():
        setattr(programme, name, value)
    programme.save(update_fields=[*said])
