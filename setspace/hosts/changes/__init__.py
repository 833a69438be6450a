"""What may be done about hosts and programmes. Each change is one transaction."""

from setspace.hosts.changes.founding import NewHost, found_host, found_host_once
from setspace.hosts.changes.programmes import NewProgramme, lay_dates_anew, set_up, set_up_once

__all__ = [
    "NewHost",
    "NewProgramme",
    "found_host",
    "found_host_once",
    "lay_dates_anew",
    "set_up",
    "set_up_once",
]
