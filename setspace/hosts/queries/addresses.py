"""Where everybody finds the page of a programme."""

from django.conf import settings
from django.urls import reverse

from setspace.hosts.models import Programme


def public_address(programme: Programme) -> str:
    """In full, to be passed on."""
    return f"{settings.ORIGIN}{reverse('hosts:public', args=[programme.host.slug, programme.slug])}"
