"""A new host, with its first organiser and its key."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from setspace.hosts.models import Colour, Host, Organiser
from setspace.lib import vault
from setspace.people.models import Person
from setspace.programmes.changes import Refused

MOST_OF_A_SLUG = 50
PRESSED_TWICE = timedelta(seconds=20)
TURNS = 3
NOT_FREE = ("new",)  # what stands in the place of a name in an address


@dataclass(frozen=True, slots=True)
class NewHost:
    name: str
    contact: str
    contact_email: str = ""
    zone: str = "Europe/London"
    language: str = "en-gb"
    region: str = "GB-ENG"
    colour: str = Colour.FOREST


def found_host_once(new: NewHost, by: Person, now: datetime) -> Host:
    """As `found_host`; a button that was pressed twice founds one host."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=by.pk)
        lately = Host.objects.filter(made_by=by, name=new.name, made_at__gt=now - PRESSED_TWICE)
        return lately.first() or found_host(new, by, now)


def found_host(new: NewHost, by: Person, now: datetime) -> Host:
    """With an address of its own, also where somebody founds one of the same name at the same moment."""
    for _turn in range(TURNS):
        slug = free_slug(new.name, {*Host.objects.values_list("slug", flat=True), *NOT_FREE}, "host")
        try:
            return _found(new, slug, by, now)
        except IntegrityError:
            if not Host.objects.filter(slug=slug).exists():
                raise
    raise Refused("Others have just begun under this name. Press the button once more")


def _found(new: NewHost, slug: str, by: Person, now: datetime) -> Host:
    with transaction.atomic():
        host = Host.objects.create(
            name=new.name,
            slug=slug,
            contact=new.contact,
            contact_email=new.contact_email,
            zone=new.zone,
            language=new.language,
            region=new.region,
            colour=new.colour,
            made_at=now,
            made_by=by,
        )
        Organiser.objects.create(host=host, person=by, from_at=now)
        vault.make_key(host.owner)
        return host


def free_slug(name: str, taken: set[str], otherwise: str) -> str:
    """An address part from a name that nobody has yet: a number is added where need be."""
    wanted = slugify(name)[:MOST_OF_A_SLUG].strip("-") or otherwise
    tried, number = wanted, 1
    while tried in taken:
        number += 1
        tried = f"{wanted}-{number}"
    return tried
