"""Browsers with people in them, and what they do there."""

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import BrowserContext, Error, Locator, Page, Request, expect

from setspace.people.models import Person
from tests.browser.windows import Windows
from tests.room.serving import Server
from tests.room.world import Tuesday, session_of, signed_in

DESK, LAPTOP, PHONE = (1440, 900), (1366, 625), (390, 844)
NARROW, ZOOMED = (320, 800), (320, 256)  # the second is 1280 by 1024 at 400 %
AXE = Axe().axe_script
# The rules that another theme or another width can break.

# By their colour: where there is a next step, the style sheets empty the buttons beside it. What
# leads to the next step from the foot of a phone’s screen is not counted: it is the same step.
FILLED = """() => {
  const sample = document.body.appendChild(document.createElement("i"));
  sample.className = "btn btn--primary";
  const { color } = getComputedStyle(sample);
  sample.remove();
  return [...document.querySelectorAll(".btn--primary")]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).color === color)
    .map((one) => one.innerText.trim());
}"""

# What moves has come to rest. A movement that was held or goes on for ever is not waited for.
SETTLED = """() => Promise.race([
  Promise.allSettled(document.getAnimations().map((one) => one.finished)),
  new Promise((done) => setTimeout(done, 2000)),
]).then(() => 0)"""

PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)


@dataclass
class House:
    """The product, open, with a set that meets now."""

    windows: Windows
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
        page = self.windows.taken(**more)
        visitor = Visitor(self, page.context, page)
        self.stack.callback(self.windows.give_back, page)
        self.stack.callback(visitor.stop_listening)
        if person is not None:
            key = session_of(signed_in(person))
            page.context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": self.origin}]
            )
        page.set_default_timeout(PATIENCE_MS)
        visitor.show(size)
        return visitor

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
        self.page.on("request", self._asked)
        self.page.on("pageerror", self._failed)

    def stop_listening(self) -> None:
        self.page.remove_listener("request", self._asked)
        self.page.remove_listener("pageerror", self._failed)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _failed(self, error: Error) -> None:
        self.wrong.append(str(error))

    def before_pages(self, script: str) -> None:
        """A script that runs before those of every page that is opened from now on, while the test lasts."""
        self.house.stack.enter_context(self.page.add_init_script(script))

    def go(self, path: str) -> None:
        self.page.goto(self.house.origin + path)

    def enter(self, where: str = "room") -> None:
        """Go in, and wait until the room is live. The path is that of the room, or of the companion."""
        meeting = self.house.tuesday.room
        self.go(f"/sessions/{meeting}/{where}/")
        self.page.locator("body[data-live]").wait_for()

    def show(self, size: tuple[int, int], theme: str = "") -> None:
        """Another width, and another theme if one is named."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        if theme:
            self.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")

    def press(self, name: str | re.Pattern[str]) -> None:
        self.page.get_by_role("button", name=name).first.click()

    def look_elsewhere(self) -> None:
        """The pointer goes away from what was pressed, which need not keep its place any longer."""
        self.page.mouse.move(0, 0)

    def move_to(self, title: str) -> None:
        """As facilitator: go on until this stage is on."""
        shown, on_its_way = self.page.locator("#phase-h"), self.page.locator("form[aria-busy]")
        expect(on_its_way).to_have_count(0)
        while not (now := shown.inner_text()).startswith(title):
            self.page.locator("[data-key=n]").click()
            expect(shown).not_to_have_text(now)
            expect(on_its_way).to_have_count(0)

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

    def filled(self) -> list[str]:
        """The words of the buttons that are filled, wherever on the page they are: at most one should be."""
        found: list[str] = self.page.evaluate(FILLED)
        return found

    def barriers(self) -> list[str]:
        """What axe finds on the page as it is, with the element where it is."""
        self.page.evaluate(SETTLED)
        if self.page.evaluate("typeof axe === 'undefined'"):
            self.page.evaluate(AXE)
        options = {"resultTypes": ["violations"], "preload": False}
        found = self.page.evaluate("(options) => axe.run(options)", options)["violations"]
        return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@dataclass
class Everybody:
    ade: Visitor
    mei: Visitor
    tom: Visitor
    ines: Visitor

    def __iter__(self) -> Any:
        return iter((self.ade, self.mei, self.tom, self.ines))
