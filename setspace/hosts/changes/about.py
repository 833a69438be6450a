"""What a host says about itself."""

from collections.abc import Mapping

from setspace.hosts.models import Host


def change_about(host: Host, said: Mapping[str, object]) -> None:
    """``said`` has the host's words by their fields. Addresses of its pages stay as they are."""
    for name, value in said.items():
        setattr(host, name, value)
    host.save(update_fields=[*said])
