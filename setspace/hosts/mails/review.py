"""Answers to applications, and the proposed set, to whoever applied."""

from setspace.hosts.mails.drafting import drafted
from setspace.hosts.mails.words import Words, worded
from setspace.hosts.models import Answer, Application, Placement
from setspace.hosts.queries.answers import standing_decision
from setspace.lib import mail, vault
from setspace.people.models import Letter
from setspace.programmes.mails import about


def answer(letter: Letter) -> mail.Draft | None:
    """The organiser's own words, under the subject of the host. Nothing, once the answer is another."""
    found = Application.objects.select_related("programme__host", "person").filter(id=about(letter)).first()
    if found is None or letter.purpose != purpose_of(found.standing):
        return None
    decision = standing_decision(found)
    if decision is None:
        return None
    said = decision.open_words(vault.Reader(f"letter {letter.pk}", vault.Purpose.APPLICATION))
    words = Words(_worded(found, letter.purpose).subject, _paragraphs(said))
    return drafted(
        found.programme.host, words, ("See how your application stands", f"/applications/{found.id}/")
    )


def offered_words(application: Application, given: Answer) -> str:
    """What an organiser finds in the box, to change as they like: the host's own letter."""
    return "\n\n".join(_worded(application, purpose_of(given)).paragraphs)


def place_proposed(letter: Letter) -> mail.Draft | None:
    """The set in which somebody would be. The page says who and when, and takes a yes or a no."""
    return _of_place(letter, "proposed_set", "See your set", has_agreed=False)


def place_changed(letter: Letter) -> mail.Draft | None:
    """To who said yes: somebody new would be in the set. The page says who."""
    return _of_place(letter, "place_changed", "See who is new", has_agreed=True)


def _of_place(letter: Letter, wording: str, label: str, *, has_agreed: bool) -> mail.Draft | None:
    found = Placement.objects.select_related(
        "application__programme__host", "application__person", "programme_set"
    )
    standing = found.filter(ended_at=None, declined_at=None, agreed_at__isnull=not has_agreed)
    place = standing.filter(id=about(letter)).first()
    if place is None or place.application.withdrawn_at:
        return None
    programme = place.application.programme
    values = {
        "first_name": place.application.person.first_name,
        "programme": programme.name,
        "set": place.programme_set.label,
    }
    button = (label, f"/applications/{place.application_id}/place/")
    return drafted(programme.host, worded(programme.host, wording, values), button)


def purpose_of(standing: str) -> str:
    return f"application_{standing}"


def _worded(application: Application, purpose: str) -> Words:
    programme = application.programme
    values = {"first_name": application.person.first_name, "programme": programme.name}
    return worded(programme.host, purpose, values)


def _paragraphs(text: str) -> list[str]:
    parts = text.replace("\r\n", "\n").split("\n\n")
    return [part.strip() for part in parts if part.strip()]
