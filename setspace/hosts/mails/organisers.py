"""What is written to whoever acts for a host from now on."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from setspace.hosts.models import Organiser
from setspace.lib import mail
from setspace.people.models import Letter


def organiser_added(letter: Letter) -> mail.Draft | None:
    """What an organiser may do and what not. Nothing, once they are none any more."""
    found = Organiser.objects.select_related("host", "person").filter(id=letter.about, until_at=None).first()
    if found is None:
        return None
    name = found.host.name
    subject = f"You organise programmes for {name}"
    url = f"{settings.ORIGIN}{reverse('hosts:home', args=[found.host.slug])}"
    words = {
        "subject": subject,
        "paragraphs": [
            f"Hello {found.person.first_name},",
            f"You are now an organiser for {name}. You can plan programmes, publish them, read applications "
            "and form sets.",
            "What is said in a set is closed to organisers, unless they are in it themselves.",
        ],
        "label": "Open your programmes",
        "url": url,
        "after": (
            f"If this comes as a surprise, ask {name}: {found.host.contact}",
            "Opening the page changes nothing: we ask you to sign in with a code.",
        ),
    }
    return mail.Draft(
        subject=subject,
        text="\n\n".join([*words["paragraphs"], f"Open your programmes:\n{url}", *words["after"]]) + "\n",
        html=render_to_string("programmes/mail.html", words),
        from_name="Setspace",
        reply_to=found.host.contact_email,
    )
