"""Sends the outbox of a test's database, in processes that the test kills. See test_outbox_kill.

Reads one line for each sender to start: by how many minutes its clock is ahead. Answers with its process id.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path

import django
from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend
from django.utils.module_loading import import_string

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"


def main(database: str, port: int) -> None:
    settings.DATABASES["default"]["NAME"] = database
    settings.LETTERS = {"note": "tests.people.letters.a_note"}
    django.setup()
    import_string(settings.LETTERS["note"])  # once, and not in every short life
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            send(timedelta(minutes=int(line)), port)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)


def send(ahead: timedelta, port: int) -> None:
    from setspace.lib import clock  # noqa: PLC0415  only once Django is set up
    from setspace.people import outbox  # noqa: PLC0415  only once Django is set up

    carrier = EmailBackend(host="127.0.0.1", port=port, timeout=5, username="", password="", use_tls=False)
    while outbox.send_due(clock.wall() + ahead, carrier, limit=1000):
        continue
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
