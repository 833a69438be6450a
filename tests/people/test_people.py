"""People: one for each address, with a key of their own, named as they wish, and forgotten on request."""

import re
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from setspace.lib import vault
from setspace.people import changes, mails
from setspace.people.models import KnownBrowser, Letter, Person

pytestmark = pytest.mark.django_db


def test_one_person_for_one_address_however_it_is_written() -> None:
    mei = changes.person_for(" Mei@Example.ORG ", "Mei Tanaka")
    assert changes.person_for("mei@example.org", "Somebody Else") == mei
    assert (mei.email, mei.name) == ("mei@example.org", "Mei Tanaka")
    assert Person.objects.get_by_natural_key("MEI@example.org") == mei
    assert vault.has_key(vault.Owner.of_person(mei.pk))


def test_a_person_without_a_name_takes_the_first_that_is_given() -> None:
    changes.person_for("tom@example.org")
    tom = changes.person_for("tom@example.org", " Tom Bell ")
    assert tom.name == "Tom Bell"


def test_two_at_the_same_moment_make_one_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one's look found nobody, and its insert meets the first one's row."""
    tom = changes.person_for("tom@example.org", "Tom Bell")
    assert changes._new_person("tom@example.org", "Tom Bell") == tom
    assert Person.objects.count() == 1


def test_the_database_itself_keeps_addresses_in_lower_case() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="Mei@example.org")


@pytest.mark.parametrize(
    ("name", "first_name", "initials"),
    [
        ("Mei Tanaka", "Mei", "MT"),
        ("Ana Maria de Souza", "Ana", "AS"),
        ("ines", "ines", "I"),
        ("", "mei.t", "M"),
    ],
)
def test_a_person_is_shown_by_first_name_and_initials(name: str, first_name: str, initials: str) -> None:
    person = Person(name=name, email="mei.t@example.org")
    assert (person.first_name, person.initials) == (first_name, initials)


def test_the_tone_is_one_of_six_and_stays() -> None:
    assert {Person(id=uuid4()).tone for _one in range(300)} == {1, 2, 3, 4, 5, 6}
    assert Person(id=UUID(int=7)).tone == Person(id=UUID(int=7)).tone == 2


def test_there_are_no_passwords() -> None:
    mei = changes.person_for("mei@example.org", "Mei Tanaka")
    assert "password" not in {field.name for field in Person._meta.get_fields()}
    mei.set_unusable_password()
    assert not mei.has_usable_password()
    assert not mei.check_password("")
    assert not Client().login(email=mei.email, password="")


def test_no_name_or_address_stands_in_what_a_log_would_say() -> None:
    mei = changes.person_for("mei@example.org", "Mei Tanaka")
    mails.put_new_browser(mei)
    browser = KnownBrowser(person=mei)
    for thing in (mei, Letter.objects.get(), browser):
        assert "mei" not in f"{thing} {thing!r}".lower()


def test_an_erased_person_is_forgotten_and_their_own_words_are_unreadable() -> None:
    mei = changes.person_for("mei@example.org", "Mei Tanaka")
    owner, place = vault.Owner.of_person(mei.pk), vault.Place("records_reflection", "words_sealed", "1")
    value = vault.seal(owner, place, "quizzaciously")
    mails.put_new_browser(mei)
    KnownBrowser.objects.create(person=mei, token_hash="digest")
    changes.erase(mei)
    left = Person.objects.get()
    assert (left.name, left.is_active) == ("", False)
    assert "mei" not in left.email
    assert not Letter.objects.exists()
    assert not KnownBrowser.objects.exists()
    with pytest.raises(vault.Unopenable):
        vault.open_sealed(owner, place, value, vault.Reader(str(mei.pk), vault.Purpose.MEMBER_VIEW))
    assert changes.person_for("mei@example.org", "Mei Tanaka") != mei


@pytest.fixture
def signed_in(client: Client) -> Client:
    mei = changes.person_for("mei@example.org", "Mei Tanaka")
    client.force_login(mei)
    session = client.session
    session["began"] = mei.created_at.timestamp()
    session.save()
    return client


SETTINGS = {
    "name": "Mei T",
    "zone": "Asia/Tokyo",
    "language": "en-gb",
    "theme": "dark",
    "announcements": "stages",
}


def test_the_account_page_changes_how_she_is_named_and_what_she_sees(signed_in: Client) -> None:
    answer = signed_in.post("/account/", SETTINGS, follow=True)
    mei = Person.objects.get()
    assert {name: getattr(mei, name) for name in SETTINGS} == SETTINGS
    page = answer.content.decode()
    assert "Saved." in page
    assert 'data-theme="dark"' in page
    assert "What we email you" in page


def test_what_is_wrong_on_the_account_page_is_said_and_nothing_is_changed(signed_in: Client) -> None:
    page = signed_in.post("/account/", {**SETTINGS, "name": " ", "zone": "Nowhere/At all"}).content.decode()
    assert "Enter your name" in page
    assert "Select a time zone from the list" in page
    assert re.search(r"<title>\s*Error: ", page)
    assert Person.objects.get().name == "Mei Tanaka"


def test_each_zone_is_offered_once_and_an_old_name_stays(signed_in: Client) -> None:
    def offered() -> str:
        return signed_in.get("/account/").content.decode()

    assert '<option value="Asia/Kolkata">Asia, Kolkata</option>' in offered()
    assert '<option value="Atlantic/Reykjavik">' in offered()
    assert "Asia/Calcutta" not in offered()
    assert "Europe/Kiev" not in offered()
    Person.objects.update(zone="Asia/Calcutta")
    assert '<option value="Asia/Calcutta" selected>' in offered()
    saved = signed_in.post("/account/", {**SETTINGS, "zone": "Asia/Calcutta"}, follow=True)
    assert "Saved." in saved.content.decode()
    assert Person.objects.get().zone == "Asia/Calcutta"


def test_a_person_in_a_zone_that_is_no_more_still_gets_pages(signed_in: Client) -> None:
    Person.objects.update(zone="Mars/Olympus")
    assert signed_in.get("/account/").status_code == 200
