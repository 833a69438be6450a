"""Where every page is, how one comes to it, and whether one was left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.urls import resolve, reverse

from setspace.lib import clock
from setspace.lib.mail import MailboxBackend
from setspace.people.mails import send_due
from setspace.people.models import Person
from setspace.programmes.changes.people import withdraw
from setspace.records import changes, summaries
from setspace.records.models import SummaryPart
from setspace.web.demo import mailbox
from tests.access.fixtures import Scene, new_scene
from tests.access.policies import NOT_THIS_WAY, ROWS, SIGN_IN
from tests.access.walking import Route, routes
from tests.browser.pages import ABOUT_THE_NEXT, DEMO, NO_PAGES, PAGES, SAMPLES, UNKNOWN
from tests.browser.people import Visitor
from tests.records.world import AFTER


@dataclass
class Places:
    """Where the pages are, in a set with a session behind it and another to come."""

    scene: Scene = field(default_factory=new_scene)

    def __post_init__(self) -> None:
        send_due(clock.wall(), MailboxBackend(Path(settings.MAILBOX_DIR)))

    def person(self, name: str) -> Person | None:
        if name == "nia":
            return self.scene.invitation.person
        if name == "dev":
            return self.scene.hosting.offer.dev
        return None if name in UNKNOWN else getattr(self.scene.world, name)

    def path(self, name: str) -> str:
        route = next(one for one in every_route() if one.name == name)
        values = {**self.scene.values(), "name": mailbox.boxes()[0].letters[0].name}
        if name in ABOUT_THE_NEXT:
            values["meeting_id"] = self.scene.world.coming.pk
        return reverse(name, DEMO, kwargs={one: values[one] for one in route.arguments})

    def go_on(self) -> None:
        """The summary is approved and sent; Nia’s invitation is taken back."""
        world = self.scene.world
        for part in SummaryPart.objects.filter(meeting=world.held):
            changes.approve_part(part, AFTER)
        seen = summaries.preview(world.summary(), world.ade).digest
        changes.send_summary(world.held, world.ade, AFTER, seen=seen)
        withdraw(self.scene.invitation, AFTER)


def arrive(visitor: Visitor, name: str, path: str) -> None:
    """Open a page by its address; the code’s page by asking for a code."""
    if name == "people:code":
        visitor.go(reverse("people:sign_in"))
        visitor.page.get_by_label("Email").fill("nia@example.org")
        visitor.press("Send me a code")
        visitor.page.wait_for_url(f"**{path}")
    else:
        visitor.go(path)


def every_route() -> list[Route]:
    """Those of any place, and the demo's own."""
    return routes(DEMO)


def unvisited() -> set[str]:
    """Pages that nobody in `PAGES` opens, by the names under which they answer."""
    seen = {name for names in PAGES.values() for name in names}
    return {name for name in _answering() if name not in seen | NO_PAGES}


def _answering() -> Iterator[str]:
    for route in every_route():
        samples = {name: SAMPLES.get(name, uuid4()) for name in route.arguments}
        name = resolve(reverse(route.name, DEMO, kwargs=samples), DEMO).view_name
        row = ROWS.get(name)
        if row is None or not set(row.get.values()) <= {NOT_THIS_WAY, SIGN_IN}:
            yield name
