"""A letter from a host: its words twice, plain text first, HTML beside it. Replies go to the host."""

from django.conf import settings
from django.template.loader import render_to_string

from setspace.hosts.mails.words import Words
from setspace.hosts.models import Host
from setspace.lib import mail


def drafted(
    host: Host,
    words: Words,
    button: tuple[str, str],
    after: tuple[str, ...] = (),
    calendar: mail.CalendarFile | None = None,
) -> mail.Draft:
    """``button`` is its label and the path it leads to."""
    label, path = button
    url = f"{settings.ORIGIN}{path}"
    after = (*after, f"This letter comes from {host.name}. {host.contact}")
    seen = {
        "subject": words.subject,
        "paragraphs": words.paragraphs,
        "label": label,
        "url": url,
        "after": after,
    }
    return mail.Draft(
        subject=words.subject,
        text="\n\n".join([*words.paragraphs, f"{label}:\n{url}", *after]) + "\n",
        html=render_to_string("programmes/mail.html", seen),
        from_name=f"{' '.join(host.name.split())} on Setspace",
        reply_to=host.contact_email,
        calendar=calendar,
    )
