"""The letters of a programme, in the words of their host or in those they began with."""

import pytest

from setspace.hosts.mails.defaults import DEFAULTS, NAMES
from setspace.hosts.mails.drafting import drafted
from setspace.hosts.mails.words import NAME, filled, has_loose_brace, worded, wrong_names
from setspace.hosts.models import Host
from tests.cast import the_cast
from tests.hosts.world import NOW, another_host, homeground

VALUES = {
    "first_name": "Mei",
    "programme": "Housing, Spring 2027",
    "replies": "We answer by Wednesday 20 January.",
    "closes": "You can apply until Monday 11 January 2027.",
    "set": "Tuesday set",
    "moved": "Session 2 has moved.",
}


@pytest.fixture
def host(db: None) -> Host:
    return homeground(the_cast()["ruth"])


@pytest.mark.parametrize("purpose", DEFAULTS)
def test_every_letter_is_whole_from_the_beginning(host: Host, purpose: str) -> None:
    wording = DEFAULTS[purpose]
    assert wrong_names(wording.subject + wording.body, purpose) == []
    assert not has_loose_brace(wording.subject + wording.body)
    words = worded(host, purpose, VALUES)
    assert words.subject.startswith("Housing, Spring 2027: ")
    assert len(words.paragraphs) == len(wording.paragraphs)
    assert NAME.search(words.subject + "".join(words.paragraphs)) is None
    assert set(wording.all_names) <= set(NAMES)


def test_a_host_has_words_of_its_own_and_another_keeps_those_of_the_beginning(host: Host) -> None:
    other = another_host(the_cast()["ruth"])
    host.texts.create(
        purpose="application_declined",
        subject="Dear {first_name}",
        body="Sorry.\r\n\r\nYours,\n{host}",
        changed_at=NOW,
    )
    own = worded(host, "application_declined", VALUES)
    assert (own.subject, own.paragraphs) == ("Dear Mei", ["Sorry.", "Yours, Homeground Network"])
    assert worded(other, "application_declined", VALUES).paragraphs[0] == "Hello Mei,"


def test_no_letter_goes_out_with_a_gap(host: Host) -> None:
    with pytest.raises(KeyError, match="set"):
        worded(host, "proposed_set", {"first_name": "Mei", "programme": "Housing"})


def test_a_paragraph_of_which_nothing_is_left_is_left_out(host: Host) -> None:
    words = worded(host, "application_received", {**VALUES, "replies": ""})
    assert len(words.paragraphs) == len(DEFAULTS["application_received"].paragraphs) - 1


def test_a_value_is_no_name_and_breaks_no_line() -> None:
    words = filled("For {first_name}", "{first_name}", {"first_name": "{host}\nBcc: x", "host": "secret"})
    assert (words.subject, words.paragraphs) == ("For {host} Bcc: x", ["{host} Bcc: x"])


def test_names_that_a_letter_does_not_know_are_told() -> None:
    assert wrong_names("{first_name} {Set} { set } {first_name.email}", "proposed_set") == [
        "Set",
        "first_name.email",
    ]
    assert has_loose_brace("{first_name")
    assert not has_loose_brace("{first_name}")


def test_a_letter_answers_to_its_host(host: Host) -> None:
    draft = drafted(host, worded(host, "application_accepted", VALUES), ("See how it stands", "/x/"))
    assert draft.reply_to == "ruth@example.org"
    assert draft.text.endswith("This letter comes from Homeground Network. Ruth Abbot, 020 7946 0000\n")
    assert "http://localhost:8000/x/" in draft.text
    assert "We are glad to offer you a place" in draft.html
