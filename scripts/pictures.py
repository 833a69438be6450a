"""`make pictures`: opens the demo in Chromium and takes every main page into docs/pictures.

Each is taken 1440 and 390 wide, light and dark. A few of them only:  scripts/pictures.py home room
"""

import base64
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import services
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
BEGINS = "2027-06-01T09:55:00+00:00"  # a Tuesday, five to eleven in London
WIDTHS = {"wide": (1440, 900), "narrow": (390, 844)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PATIENCE_SECONDS = 180
SETTLE_MS = 1_500

# In the page: 256 colours by median cut, and each pixel's place among them.
QUANTISE = """
async data => {
  const image = new Image(); image.src = 'data:image/png;base64,' + data; await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const pixels = pen.getImageData(0, 0, image.width, image.height).data, n = pixels.length / 4;
  const at = i => (pixels[4 * i] << 16) | (pixels[4 * i + 1] << 8) | pixels[4 * i + 2];
  const counts = new Map();
  for (let i = 0; i < n; i++) counts.set(at(i), (counts.get(at(i)) || 0) + 1);
  const box = colours => {
    let widest = 0, shift = 0, weight = 0;
    for (const s of [16, 8, 0]) {
      const values = colours.map(c => c[0] >> s & 255);
      const width = values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
      if (width > widest) { widest = width; shift = s; }
    }
    for (const c of colours) weight += c[1];
    return {colours, widest, shift, cost: widest ** 2 * Math.sqrt(weight)};
  };
  const boxes = [box([...counts])];
  while (boxes.length < 256) {
    const next = boxes.reduce((a, b) => b.cost > a.cost ? b : a);
    if (!next.widest) break;
    const sorted = next.colours.sort((a, b) => (a[0] >> next.shift & 255) - (b[0] >> next.shift & 255));
    const middle = (sorted[0][0] >> next.shift & 255) + next.widest / 2;
    const cut = sorted.findIndex(c => (c[0] >> next.shift & 255) > middle);
    boxes.splice(boxes.indexOf(next), 1, box(sorted.slice(0, cut)), box(sorted.slice(cut)));
  }
  const chosen = boxes.map(({colours}) => {
    const [most] = colours.reduce((a, b) => b[1] > a[1] ? b : a);
    return [most >> 16 & 255, most >> 8 & 255, most & 255];
  });
  const place = new Map();
  for (let round = 0; round < 4; round++) {
    const sums = chosen.map(() => [0, 0, 0, 0]);
    for (const [colour, count] of counts) {
      const r = colour >> 16 & 255, g = colour >> 8 & 255, b = colour & 255;
      let best = 0, least = Infinity;
      for (let k = 0; k < chosen.length; k++) {
        const c = chosen[k], far = (r - c[0]) ** 2 + (g - c[1]) ** 2 + (b - c[2]) ** 2;
        if (far < least) { least = far; best = k; }
      }
      place.set(colour, best);
      const sum = sums[best], weight = Math.sqrt(count);
      sum[0] += r * weight; sum[1] += g * weight; sum[2] += b * weight; sum[3] += weight;
    }
    if (round < 3) sums.forEach(([r, g, b, weight], k) => {
      if (weight) chosen[k] = [r / weight, g / weight, b / weight];
    });
  }
  const places = new Uint8Array(n);
  for (let i = 0; i < n; i++) places[i] = place.get(at(i));
  let text = '';
  for (let i = 0; i < n; i += 32768) text += String.fromCharCode(...places.subarray(i, i + 32768));
  const colours = chosen.map(c => c.map(Math.round));
  return {width: image.width, height: image.height, colours, places: btoa(text)};
}
"""


@dataclass(frozen=True)
class Shot:
    """A page as one person sees it; its path may name a link that stands on another page."""

    name: str
    who: str
    path: str = "/"
    find: str = ""


SHOTS = (
    Shot("sign-in", "", "/sign-in/"),
    Shot("home", "Mei Lin"),
    Shot("home-facilitator", "Ade Bello"),
    Shot("set", "Mei Lin", "/", r'href="(/sets/[0-9a-f-]{36}/)"'),
    Shot("room-member", "Mei Lin", "room"),
    Shot("room-holder", "Tom Hughes", "room"),
    Shot("room-facilitator", "Ade Bello", "room"),
    Shot("companion", "Mei Lin", "companion"),
    Shot("big-clock", "Mei Lin", "clock"),
    Shot("pack", "Ade Bello", "pack"),
    Shot("formats", "Ade Bello", "/formats/"),
    Shot("format", "Ade Bello", "/formats/tpas-40/"),
    Shot("rehearse", "Ade Bello", "/rehearsals/"),
    Shot("log", "Ade Bello", "/log/"),
    Shot("practice", "Mei Lin", "/practice/questions/"),
    Shot("summary", "Mei Lin", "set", r'href="(/sessions/[0-9a-f-]{36}/summary/)"'),
    Shot("reflections", "Mei Lin", "/reflections/"),
    Shot("start-a-set", "Ruth Ellis", "/sets/new/"),
    Shot("invitation", "Nora Whitby", "/mailbox/", r"(/invitations/[\w-]{20,}/)"),
    Shot("mailbox", "", "/mailbox/"),
)


def main() -> int:
    if not services.find_browser():
        print(f"Chromium is missing. Install it:  {services.INSTALL_BROWSER}", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in SHOTS if not sys.argv[1:] or shot.name.startswith(tuple(sys.argv[1:]))]
    with demo() as origin, sync_playwright() as playwright:
        path = next(found for name in services.BROWSERS if (found := shutil.which(name)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for shot in wanted:
            print(shot.name, flush=True)
            take(browser, origin, shot)
        browser.close()
    if (room := PICTURES / "room-member-wide-light.png").exists():
        shutil.copyfile(room, PICTURES / "room.png")
    total = sum(picture.stat().st_size for picture in PICTURES.glob("*.png"))
    print(f"{total / 1e6:.1f} MB in docs/pictures")
    return 0


@contextmanager
def demo() -> Iterator[str]:
    """The demo on a free port, in a folder that goes afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="setspace-pictures-") as folder:
        place = {"SETSPACE_DATA": folder, "PORT": str(port), "SETSPACE_BEGINS": BEGINS}
        command = [str(ROOT / ".venv" / "bin" / "setspace"), "demo"]
        server = subprocess.Popen(
            command, env={**os.environ, **place}, cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        try:
            wait_for_links(server)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_for_links(server: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    assert server.stdout is not None
    while time.monotonic() < until:
        line = server.stdout.readline()
        if "Ctrl+C" in line:
            return
        if not line and server.poll() is not None:
            break
    raise SystemExit("The demo did not start.")


def take(browser: Browser, origin: str, shot: Shot) -> None:
    for width, (x, y) in WIDTHS.items():
        for scheme in SCHEMES:
            context = browser.new_context(viewport={"width": x, "height": y}, color_scheme=scheme)
            page = context.new_page()
            open_page(page, origin, shot)
            picture = page.screenshot(animations="disabled")
            plain = context.new_page()
            (PICTURES / f"{shot.name}-{width}-{scheme}.png").write_bytes(smaller(plain, picture))
            context.close()


def open_page(page: Page, origin: str, shot: Shot) -> None:
    """Sign in as the person, go where the page is, and wait until it stands still."""
    room = enter(page, origin, shot.who) if shot.who else ""
    beside = {name: room.replace("/room/", f"/{name}/") for name in ("companion", "pack")}
    named = {"room": room, "clock": f"{room}clock/", **beside}
    if shot.path == "set":
        page.goto(f"{origin}/")
        page.goto(origin + found(page, r'href="(/sets/[0-9a-f-]{36}/)"'))
    else:
        page.goto(origin + named.get(shot.path, shot.path))
    if shot.name == "invitation":
        page.goto(origin + found(page, r'href="(/mailbox/[\w-]+/)">An invitation[^<]*<[^>]*>, to\s+Nora'))
    if shot.find:
        page.goto(origin + found(page, shot.find))
    page.wait_for_timeout(SETTLE_MS)
    page.evaluate("document.fonts.ready")


def enter(page: Page, origin: str, who: str) -> str:
    """Sign in; answer the address of the room where there is one."""
    page.goto(f"{origin}/demo/")
    page.get_by_role("link", name=who).click()
    page.wait_for_url(lambda url: "/demo/" not in url)
    path = page.url.removeprefix(origin)
    return path if path.endswith("/room/") else ""


def found(page: Page, pattern: str) -> str:
    match = re.search(pattern, page.content())
    if match is None:
        raise SystemExit(f"There is no link like {pattern} on {page.url}.")
    return match[1]


def smaller(page: Page, picture: bytes) -> bytes:
    """The same picture with at most 256 colours."""
    made = page.evaluate(QUANTISE, base64.b64encode(picture).decode())
    width, height = int(made["width"]), int(made["height"])
    places = base64.b64decode(made["places"])
    rows = b"".join(b"\0" + places[y * width : (y + 1) * width] for y in range(height))
    colours = b"".join(bytes(colour) for colour in made["colours"])
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, body) for name, body in parts)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


if __name__ == "__main__":
    sys.exit(main())
