"""Every page that there is, and who looks at it: nobody signed in, or somebody by first name."""

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
from tests.browser.people import Visitor
from tests.records.world import AFTER

DEMO = "setspace.web.demo.site_urls"
# What answers and is no page: a machine’s health, a link that goes on, a mail in its frame, a file to keep.
# An address that is shown once has a test of its own.
NO_PAGES = {
    "web:healthz",
    "demo:enter",
    "demo:letter_html",
    "people:calendar",
    "hosts:applications_file",
    "programmes:feed",
    "programmes:format_file",
    "programmes:session_file",
    "records:log_text",
    "records:reflections_text",
    "records:my_record_text",
    "hosts:shape_file",
}

# What may stand in an address in the place of a name, where that is no id.
SAMPLES: dict[str, object] = {"name": "000000-00000000", "step": 2}
UNKNOWN = {"nobody", "in the demo"}
PAGES: dict[str, tuple[str, ...]] = {
    "nobody": (
        "records:home",
        "people:sign_in",
        "people:code",
        "people:sign_up",
        "people:signed_out",
        "programmes:invitation",
        "hosts:apply",
        "hosts:agreement",
        "web:privacy",
        "web:help",
        "web:ready",
        "web:accessibility",
        "hosts:public",
        "hosts:interest",
        "hosts:interest_link",
    ),
    "in the demo": ("records:home", "demo:everybody", "demo:mailbox", "demo:letter"),
    "nia": ("programmes:invitation", "programmes:sets"),
    "dev": (
        "records:home",
        "hosts:application",
        "hosts:application_step",
        "hosts:application_withdrawal",
        "hosts:application_dates",
        "hosts:application_place",
    ),
    "ruth": (
        "records:home",
        "programmes:sets",
        "programmes:start",
        "hosts:hosts",
        "hosts:new",
        "hosts:home",
        "hosts:about",
        "hosts:organisers",
        "hosts:ending",
        "hosts:days",
        "hosts:shapes",
        "hosts:new_shape",
        "hosts:new_programme",
        "hosts:programme",
        "hosts:words",
        "hosts:dates",
        "hosts:date",
        "hosts:shape",
        "hosts:sets",
        "hosts:hours",
        "hosts:publication",
        "hosts:copies",
        "hosts:preview",
        "hosts:interests",
        "hosts:letters",
        "hosts:letter_words",
        "hosts:applications",
        "hosts:reviewed",
        "hosts:imports",
        "hosts:import",
        "hosts:board",
        "hosts:board_log",
        "hosts:comparison",
        "hosts:check",
        "hosts:free_place",
        "hosts:joinings",
    ),
    "mei": (
        "records:home",
        "programmes:sets",
        "records:set",
        "programmes:people",
        "programmes:ground_rules",
        "programmes:sessions",
        "programmes:attendance",
        "programmes:poll",
        "programmes:hours",
        "records:summary",
        "records:my_part",
        "records:notes",
        "records:preparation",
        "records:reflections",
        "records:reflection",
        "records:reflection_search",
        "records:review",
        "records:sharing",
        "records:loops",
        "records:feedback",
        "records:feedback_asking",
        "records:feedback_giving",
        "records:loop",
        "records:shared",
        "records:own_questions",
        "records:my_records",
        "records:my_record",
        "records:certificate",
        "records:maps",
        "records:map",
        "records:map_people",
        "records:map_someone",
        "records:map_about",
        "records:map_snapshot",
        "records:map_changes",
        "records:map_paper",
        "people:account",
        "room:exercises",
        "room:exercise",
        "room:room",
        "room:companion",
        "room:clock",
        "room:pack",
    ),
    "ade": (
        "records:home",
        "records:set",
        "programmes:people",
        "programmes:ending",
        "programmes:ground_rules",
        "programmes:new_ground_rules",
        "programmes:sessions",
        "programmes:presence",
        "programmes:polls",
        "programmes:poll",
        "programmes:hours",
        "hosts:placed_people",
        "hosts:conflict",
        "hosts:proposal",
        "hosts:joining",
        "programmes:date",
        "programmes:cancellation",
        "programmes:video_link",
        "programmes:coach",
        "programmes:clock",
        "records:extra_time",
        "records:brief",
        "records:summary",
        "records:timing",
        "records:log",
        "records:log_entry",
        "programmes:formats",
        "programmes:format",
        "programmes:format_draft",
        "programmes:format_removal",
        "room:rehearsals",
        "room:rehearsal",
        "room:rehearsal_review",
        "room:room",
    ),
}
# Once the summary is sent and the invitation withdrawn.
LATER: dict[str, tuple[str, ...]] = {
    "nobody": ("programmes:invitation",),
    "mei": ("records:home", "records:set", "records:summary"),
    "ade": ("records:home", "records:summary", "programmes:people"),
}
ABOUT_THE_NEXT = {
    "programmes:date",
    "programmes:cancellation",
    "records:brief",
    "programmes:attendance",
    "room:room",
    "room:companion",
    "room:clock",
}
# Forms that are sent with nothing in them, so that the page says what is wrong.
SENT_EMPTY: dict[str, tuple[str, ...]] = {
    "in the demo": (),
    "nobody": ("people:sign_in", "people:code", "people:sign_up", "hosts:apply"),
    "nia": ("programmes:invitation",),
    "dev": ("hosts:application_step", "hosts:application_place"),
    "ruth": (
        "programmes:start",
        "hosts:new",
        "hosts:about",
        "hosts:organisers",
        "hosts:days",
        "hosts:words",
        "hosts:letter_words",
        "hosts:imports",
        "hosts:joinings",
    ),
    "mei": (
        "people:account",
        "records:reflections",
        "records:reflection",
        "records:feedback_asking",
        "room:exercise",
        "programmes:attendance",
    ),
    "ade": (
        "programmes:new_ground_rules",
        "programmes:date",
        "programmes:polls",
        "hosts:conflict",
        "hosts:proposal",
        "hosts:joining",
    ),
}


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
