"""What is written to whoever acts for a host from now on."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from setspace.hosts.models import Organiser
from setspace.lib import mail
from setspace.people.models import Letter
from setspace.programmes.mails import about

LABEL = "Open your programmes"


def organiser_added(letter: Letter) -> mail.Draft | None:
    """What an organiser may do and what not. Nothing, once they are none any more."""
    found = Organiser.objects.select_related("host", "person").filter(id=about(letter), until_at=None).first()
    if found is None:
        return None
    name = found.host.name
    subject = f"You organise programmes for {name}"
    url = f"{settings.ORIGIN}{reverse('hosts:home', args=[found.host.slug])}"
    paragraphs = [
        f"Hello {found.person.first_name},",
        f"You are now an organiser for {name}. You can plan, publish, read applications and form sets.",
        "What is said in a set is closed to organisers, unless they are in it themselves.",
    ]
    after = (
        f"If this comes as a surprise, ask {name}: {found.host.contact}",
        "Opening the page changes nothing: we ask you to sign in with a code.",
    )
    words = {"subject": subject, "paragraphs": paragraphs, "label": LABEL, "url": url, "after": after}
    return mail.Draft(
        subject=subject,
        text="\n\n".join([*paragraphs, f"{LABEL}:\n{url}", *after]) + "\n",
        html=render_to_string("programmes/mail.html", words),
        from_name="Setspace",
        reply_to=found.host.contact_email,
    )
