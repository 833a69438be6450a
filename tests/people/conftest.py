"""Mei, a mail server, and letters of a few kinds. Read before Django is set up, so the models come later."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django import Settings

if TYPE_CHECKING:
    from django.core.mail.backends.smtp import EmailBackend

    from setspace.people.models import Person
    from tests.people.mail_server import Answers


@pytest.fixture
def mei(db: None) -> "Person":
    from django.core.cache import cache  # noqa: PLC0415  see above

    from setspace.people.changes import person_for  # noqa: PLC0415  see above

    cache.clear()  # nobody has asked for a code yet
    return person_for("mei@example.org", "Mei Tanaka")


@pytest.fixture
def kinds(settings: Settings) -> None:
    here = "tests.people.letters"
    settings.LETTERS = {
        **settings.LETTERS,
        "note": f"{here}.a_note",
        "over": f"{here}.no_longer_due",
        "broken": f"{here}.broken",
    }


@pytest.fixture
def server() -> "Iterator[tuple[Answers, EmailBackend]]":
    from tests.people.mail_server import mail_server  # noqa: PLC0415  see above

    with mail_server() as both:
        yield both
