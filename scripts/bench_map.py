"""`make bench-map`: how smooth a map with sixty on it is while one after the other is dragged.

Each of the sixty, with four ties to others and one to the middle, is dragged by the mouse in headless
Chromium. What is told is frames a second while something moves, the slowest frame, and how long it takes from
a key until the map is drawn anew. Fewer than 50 frames a second fail.
"""

import argparse
import json
import math
import os
import shutil
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from uuid import uuid4

from bench_programmes import _set_up

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from setspace.people.models import Person

ROOT = Path(__file__).resolve().parent.parent
LEAST = 50.0
STEPS = 24
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

# The moments of all frames from now until `stopped` is set.
COUNTING = """() => {
  window.frames_ = []; window.stopped_ = false;
  const count = (at) => { frames_.push(at); if (!stopped_) requestAnimationFrame(count); };
  requestAnimationFrame(count);
}"""
MARKED = "() => { document.querySelector('#map-drawing svg').dataset.old = ''; }"
DRAWN_ANEW = "#map-drawing svg:not([data-old])"
COUNTED = "() => { window.stopped_ = true; return window.frames_; }"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--people", type=int, default=60)
    asked.add_argument("--drags", type=int, default=60, help="how many of them are dragged")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="setspace-bench-", dir=ROOT / "build") as folder:
        _set_up(Path(folder))
        figures = _measured(given.people, min(given.drags, given.people))
    print(json.dumps(figures, indent=2) if given.json else _told(figures))
    sys.exit(figures["frames_a_second"] < LEAST)


def _measured(n_people: int, n_drags: int) -> dict[str, float]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright has a loop in this thread
    _gather_files()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  needs the environment

    from tests.cast import the_cast  # noqa: PLC0415  needs the settings
    from tests.room.serving import Server  # noqa: PLC0415  the files come first

    mei = the_cast()["mei"]
    path = _map_of(mei, n_people)
    server = Server().start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
            page = _opened(browser, mei, f"http://127.0.0.1:{server.port}", path)
            figures = _dragged(page, n_drags) | _answered(page)
            browser.close()
    finally:
        server.stop()
    return figures


def _gather_files() -> None:
    from django.conf import settings  # noqa: PLC0415  needs the environment

    from setspace.web.readiness import collect_static  # noqa: PLC0415  the same

    hashed = {"BACKEND": "setspace.web.static_files.HashedFiles"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": hashed}
    collect_static()


def _opened(browser: "Browser", person: "Person", origin: str, path: str) -> "Page":
    from django.conf import settings  # noqa: PLC0415  needs the environment

    from tests.room.world import session_of, signed_in  # noqa: PLC0415  needs the settings

    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    key = session_of(signed_in(person))
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": origin}])
    page = context.new_page()
    page.goto(origin + path)
    page.locator("set-map[data-ready]").wait_for()
    return page


def _map_of(person: "Person", n_people: int) -> str:
    from setspace.core.mapping import editing  # noqa: PLC0415  needs the settings
    from setspace.core.mapping.model import ME, How, Map, Node, Ring  # noqa: PLC0415  the same
    from setspace.lib import clock  # noqa: PLC0415  the same
    from setspace.records.changes import begin_map, edit_map  # noqa: PLC0415  the same

    row = begin_map(person, "Everybody", None, clock.now())
    drawn = Map()
    keys = [str(uuid4()) for _ in range(n_people)]
    hows = list(How)
    for at, key in enumerate(keys):
        drawn = editing.add(drawn, Node(key, f"Somebody {at}", ring=Ring(1 + at % 3)))
        drawn = editing.draw_tie(drawn, ME, key, hows[at % 4])
    for at, key in enumerate(keys):
        for step in (1, 7):
            drawn = editing.draw_tie(drawn, key, keys[(at + step) % n_people], hows[(at + step) % 4])
    edit_map(row, lambda _: drawn, clock.now())
    return f"/maps/{row.pk}/"


def _chromium() -> str:
    found = next((path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None)
    if found is None:
        sys.exit("Chromium is missing.")
    return found


def _dragged(page: "Page", n_drags: int) -> dict[str, float]:
    """Each in a circle, and back to where it was."""
    gaps: list[float] = []
    for at in range(n_drags):
        node = page.locator("a.node").nth(at)
        node.scroll_into_view_if_needed()
        box = node.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 8, y + 8)
        page.evaluate(COUNTING)
        for step in range(STEPS):
            angle = 2 * math.pi * step / STEPS
            page.mouse.move(x + 60 * math.cos(angle), y + 60 * math.sin(angle))
        frames = page.evaluate(COUNTED)
        gaps += [later - earlier for earlier, later in pairwise(frames)]
        page.evaluate(MARKED)
        page.mouse.up()
        page.locator(DRAWN_ANEW).wait_for()
    return {
        "frames": len(gaps),
        "frames_a_second": round(1000 * len(gaps) / sum(gaps), 1),
        "median_frame_ms": round(median(gaps), 1),
        "slowest_frame_ms": round(max(gaps), 1),
    }


def _answered(page: "Page") -> dict[str, float]:
    """From a key until the map stands there anew."""
    took: list[float] = []
    for _ in range(10):
        page.locator("a.node").first.focus()
        page.evaluate(MARKED)
        began = time.perf_counter()
        page.keyboard.press("ArrowRight")
        page.locator(DRAWN_ANEW).wait_for()
        took.append((time.perf_counter() - began) * 1000)
    return {"redrawn_after_ms": round(median(took), 1)}


def _told(figures: dict[str, float]) -> str:
    return "\n".join(f"{name.replace('_', ' '):<22}{value:>9}" for name, value in figures.items())


if __name__ == "__main__":
    main()
