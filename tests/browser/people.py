"""Browsers with people in them, and what they do there."""

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from setspace.people.models import Person
from tests.room.serving import Server
from tests.room.world import Tuesday, session_of, signed_in

DESK, LAPTOP, PHONE = (1440, 900), (1366, 625), (390, 844)
NARROW, ZOOMED = (320, 800), (320, 256)  # the second is 1280 by 1024 at 400 %
LISTENING = """
addEventListener("securitypolicyviolation", (event) =>
  (window.violations ??= []).push(`${event.violatedDirective} ${event.blockedURI}`));
"""

AXE = Axe().axe_script

expect.set_options(timeout=15_000)


@dataclass
class House:
    """The product, open, with a set that meets now."""

    chromium: Browser
    origin: str
    tuesday: Tuesday
    stack: ExitStack
    server: Server

    def close_doors(self) -> None:
        """The server goes away, as it does when it is started anew."""
        self.server.stop()

    def open_doors(self) -> None:
        """It is back, at the same address."""
        again = Server()
        again.uvicorn.config.app = self.server.uvicorn.config.app
        again.uvicorn.config.port = int(self.origin.rsplit(":", 1)[1])
        self.server = again.start()
        self.stack.callback(again.stop)

    def visitor(self, person: Person | None, size: tuple[int, int] = DESK, **more: Any) -> "Visitor":
        """A browser of one's own. The person is signed in; nobody's is empty."""
        width, height = size
        context = self.chromium.new_context(viewport={"width": width, "height": height}, **more)
        self.stack.callback(context.close)
        context.add_init_script(LISTENING)
        if person is not None:
            key = session_of(signed_in(person))
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": self.origin}])
        return Visitor(self, context, context.new_page())

    def in_room(self, person: Person, size: tuple[int, int] = DESK, **more: Any) -> "Visitor":
        visitor = self.visitor(person, size, **more)
        visitor.enter()
        return visitor

    def everybody(self) -> "Everybody":
        """The facilitator, the issue holder of the first turn, and two others, all in the room."""
        cast = self.tuesday
        return Everybody(*(self.in_room(one) for one in (cast.ade, cast.mei, cast.tom, cast.ines)))


@dataclass
class Visitor:
    house: House
    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def go(self, path: str) -> None:
        self.page.goto(self.house.origin + path)

    def enter(self, where: str = "room") -> None:
        """Go in, and wait until the room is live. The path is that of the room, or of the companion."""
        meeting = self.house.tuesday.room
        self.go(f"/sessions/{meeting}/{where}/")
        self.page.locator("body[data-live]").wait_for()

    def press(self, name: str | re.Pattern[str]) -> None:
        self.page.get_by_role("button", name=name).first.click()

    def move_to(self, title: str) -> None:
        """As facilitator: go on until this stage is on."""
        shown = self.page.locator("#phase-h")
        while not (now := shown.inner_text()).startswith(title):
            self.page.locator("[data-key=n]").click()
            expect(shown).not_to_have_text(now)

    def text(self, region: str) -> str:
        return self.page.locator(f"#r-{region}").inner_text()

    def region(self, name: str) -> Locator:
        return self.page.locator(f"#r-{name}")

    def violations(self) -> list[str]:
        found: list[str] = self.page.evaluate("window.violations ?? []")
        return found

    def sideways(self) -> int:
        """How many pixels the page is wider than its window."""
        more: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return max(0, more)

    def barriers(self) -> list[str]:
        """What axe finds on the page as it is, with the element where it is."""
        self.page.wait_for_function("document.getAnimations().every((one) => one.playState !== 'running')")
        if self.page.evaluate("typeof axe === 'undefined'"):
            self.page.evaluate(AXE)
        found = self.page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@dataclass
class Everybody:
    ade: Visitor
    mei: Visitor
    tom: Visitor
    ines: Visitor

    def __iter__(self) -> Any:
        return iter((self.ade, self.mei, self.tom, self.ines))
