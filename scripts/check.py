"""`make check`: one list of steps, the same on a laptop and in CI. It stops at the first that fails.

Some steps alone, by the start of their names:  scripts/check.py lint types
"""

import os
import secrets
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import services

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
RESULTS = ROOT / "build" / "check"
REGIONS = (
    ROOT / "setspace" / "room" / "regions"
)  # Jinja2, which the formatters of Django's templates cannot read
NOT_THE_SERVER = ("tests/core", "tests/simulation", "tests/browser")
ON_TWO_CORES = ("-n", "2", "--dist=worksteal")


class Failed(Exception):
    """A step failed; its message is what to print."""


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, report: Path) -> None:
        for suite in ET.parse(report).getroot().iter("testsuite"):  # noqa: S314  pytest wrote it a moment ago
            failed = int(suite.attrib["failures"]) + int(suite.attrib["errors"])
            skipped = int(suite.attrib["skipped"])
            self.failed += failed
            self.skipped += skipped
            self.passed += int(suite.attrib["tests"]) - failed - skipped

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


COUNT = Count()


def main() -> int:
    os.chdir(ROOT)
    RESULTS.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:]
    steps = [step for step in STEPS if not wanted or step[0].lower().startswith(tuple(wanted))]
    began = time.monotonic()
    well = all(run_step(name, work) for name, work in steps)
    print(f"\n{time.monotonic() - began:.0f} seconds in all", flush=True)
    for note in COUNT.notes:
        print(note)
    print(COUNT, flush=True)
    return 0 if well else 1


def run_step(name: str, work: Callable[[], None]) -> bool:
    print(f"{name:<44}", end="", flush=True)
    began = time.monotonic()
    try:
        work()
    except Failed as failure:
        print(f"{time.monotonic() - began:6.1f} s  FAILED\n\n{failure}", flush=True)
        return False
    print(f"{time.monotonic() - began:6.1f} s", flush=True)
    return True


def tidy() -> None:
    for left in RESULTS.glob("coverage*"):
        left.unlink()


def format_python() -> None:
    command("ruff", "format", "--check", "--output-format=concise", ".")


def lint() -> None:
    command("ruff", "check", "--output-format=concise", ".")


def format_templates() -> None:
    templates = django_templates()
    command("djangofmt", "--check", *templates)
    command("djade", "--target-version", "5.2", "--check", *templates)


def django_templates() -> list[str]:
    found = (ROOT / "setspace").glob("**/templates/**/*.html")
    return sorted(str(path.relative_to(ROOT)) for path in found if not path.is_relative_to(REGIONS))


def spelling() -> None:
    command("codespell")


def imports() -> None:
    command("lint-imports")


def types() -> None:
    command("mypy")


def migrations() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = {"SETSPACE_DATA": folder}
        command("python", "manage.py", "makemigrations", "--check", "--dry-run", place=place)


def deployment() -> None:
    """The settings of a real place, with everything that such a place must bring."""
    with tempfile.TemporaryDirectory() as folder:
        place = {
            "SETSPACE_DATA": folder,
            "SETSPACE_URL": "https://sets.example.org",
            "SETSPACE_SECRET_KEY": secrets.token_urlsafe(64),
            "SETSPACE_KEK_FILE": f"{folder}/master-key",
            "SETSPACE_MAIL_URL": "smtp://mail.example.org:587",
        }
        command("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING", place=place)


def core() -> None:
    pytest("core", "tests/core", "-p", "no:django", covered=True)


def simulation() -> None:
    pytest("simulation", "tests/simulation", *ON_TWO_CORES)


def server_on_sqlite() -> None:
    if not services.find_redis():
        missing("Redis", services.REDIS)
    pytest("sqlite", *server_tests(), *ON_TWO_CORES, covered=True)


def server_on_postgres() -> None:
    if not services.find_postgres():
        missing("PostgreSQL", services.POSTGRES)
        return
    with tempfile.TemporaryDirectory(prefix="setspace_") as folder:
        try:
            place = {"SETSPACE_TEST_DATABASE": "postgres", "SETSPACE_TEST_FOLDER": folder}
            other = ("--ignore=tests/test_house_rules.py", "-m", "not once")
            pytest("postgres", *server_tests(), *other, *ON_TWO_CORES, place=place)
        finally:
            services.drop_databases(f"test_{Path(folder).name.lower()}_")


def missing(service: str, setting: str) -> None:
    if services.in_ci():
        raise Failed(f"{service} must answer in CI. Start it, or name another with {setting}.")
    COUNT.notes.append(f"{service}: not found, its tests were skipped")


def server_tests() -> list[str]:
    return ["tests", *(f"--ignore={folder}" for folder in NOT_THE_SERVER)]


def browser() -> None:
    if not services.find_browser():
        raise Failed(f"Chromium is missing. Install it:  {services.INSTALL_BROWSER}")
    pytest("browser", "tests/browser")


def coverage() -> None:
    command("coverage", "combine", "--quiet")
    command("coverage", "report")


def pytest(name: str, *arguments: str, covered: bool = False, place: dict[str, str] | None = None) -> None:
    report = RESULTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    runner = ("-m", "coverage", "run", "-m", "pytest") if covered else ("-m", "pytest")
    try:
        command("python", *runner, "-q", f"--junitxml={report}", *arguments, place=place)
    finally:
        if report.exists():
            COUNT.add(report)


def command(program: str, *arguments: str, place: dict[str, str] | None = None) -> None:
    """Runs a program of .venv and keeps quiet unless it fails."""
    line = [str(BIN / program), *arguments]
    done = subprocess.run(
        line,
        env={**os.environ, **(place or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Failed(f"$ {program} {' '.join(arguments)}\n{done.stdout}")


STEPS: list[tuple[str, Callable[[], None]]] = [
    ("Tidy up after the last run", tidy),
    ("Format of Python", format_python),
    ("Lint", lint),
    ("Format of templates", format_templates),
    ("Spelling", spelling),
    ("Imports point down", imports),
    ("Types", types),
    ("Migrations are complete", migrations),
    ("Settings of a real place", deployment),
    ("Tests of the core", core),
    ("Simulated sessions", simulation),
    ("Tests of the server, on SQLite", server_on_sqlite),
    ("Tests of the server, on PostgreSQL", server_on_postgres),
    ("Tests in the browser", browser),
    ("Coverage", coverage),
]

if __name__ == "__main__":
    sys.exit(main())
