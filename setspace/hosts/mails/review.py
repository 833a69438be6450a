"""Answers to applications, and the proposed set, to whoever applied."""

from django.conf import settings
from django.template.loader import render_to_string

from setspace.hosts.models import Application, Host, Placement
from setspace.lib import mail
from setspace.people.models import Letter
from setspace.programmes.mails import about

SUBJECTS = {
    "application_accepted": "A place for you in {programme}",
    "application_waiting": "{programme}: you are on the waiting list",
    "application_declined": "Your application to {programme}",
}


def answer(letter: Letter) -> mail.Draft | None:
    """The organiser's own words. They lie sealed in the letter until it goes."""
    found = Application.objects.select_related("programme__host", "person").filter(id=about(letter)).first()
    if found is None or found.withdrawn_at:
        return None
    subject = SUBJECTS[letter.purpose].format(programme=found.programme.name)
    said = [part.strip() for part in letter.payload["words"].split("\n\n") if part.strip()]
    paragraphs = [f"Hello {found.person.first_name},", *said]
    button = ("See how your application stands", f"/applications/{found.id}/")
    return _drafted(found.programme.host, subject, paragraphs, button)


def place_proposed(letter: Letter) -> mail.Draft | None:
    """The set in which somebody would be. The page says who and when, and takes a yes or a no."""
    found = Placement.objects.select_related("application__programme__host", "application__person")
    place = found.filter(id=about(letter), ended_at=None, agreed_at=None, declined_at=None).first()
    if place is None or place.application.withdrawn_at:
        return None
    programme = place.application.programme
    paragraphs = [
        f"Hello {place.application.person.first_name},",
        f"Your set in {programme.name} is ready to look at: who would be in it, and every date.",
        "Please say yes or no. If you say no you need not say why, and we look for another place for you.",
    ]
    button = ("See your set", f"/applications/{place.application_id}/place/")
    return _drafted(programme.host, f"{programme.name}: your set", paragraphs, button)


def _drafted(host: Host, subject: str, paragraphs: list[str], button: tuple[str, str]) -> mail.Draft:
    label, path = button
    url, after = f"{settings.ORIGIN}{path}", (f"{host.name}: {host.contact}",)
    words = {"subject": subject, "paragraphs": paragraphs, "label": label, "url": url, "after": after}
    return mail.Draft(
        subject=subject,
        text="\n\n".join([*paragraphs, f"{label}:\n{url}", *after]) + "\n",
        html=render_to_string("programmes/mail.html", words),
        from_name="Setspace",
        reply_to=host.contact_email,
    )
