"""`make check`: one list of steps, the same on a laptop and in CI. It stops at the first that fails.

Steps that keep one core busy run side by side, two at a time; each that fills both runs alone.

Some steps alone, by the start of their names:  scripts/check.py lint types
"""

import os
import secrets
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import services
from programs import Failed, command

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "build" / "check"
REGIONS = (
    ROOT / "setspace" / "room" / "regions"
)  # Jinja2, which the formatters of Django's templates cannot read
FORMING = "tests/simulation/test_forming.py"  # whole programmes: what covers the solver
NOT_THE_SERVER = ("tests/core", "tests/simulation", "tests/browser")
ON_TWO_CORES = ("-n", "2", "--dist=worksteal")
ONE_AT_A_TIME = ("--dist=load", "--maxschedchunk=1")  # slow tests come first: they are dealt out singly
IN_THREE_PROCESSES = ("-n", "3", *ONE_AT_A_TIME)  # some of what these tests take is waiting
IN_FOUR_BROWSERS = ("-n", "4", *ONE_AT_A_TIME)  # half of what these take is
THOROUGH = os.environ.get("SETSPACE_TEST_THOROUGH", "") == "1"  # as tests/thorough.py has it
# At home each process makes its tables at once; commands that are started for real go step by step.
TABLES = () if THOROUGH else ("--nomigrations",)


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


@dataclass(frozen=True)
class Step:
    name: str
    work: Callable[[], None]
    is_light: bool = False  # one core is enough for it


def main() -> int:
    os.chdir(ROOT)
    RESULTS.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:]
    steps = [step for step in STEPS if not wanted or step.name.lower().startswith(tuple(wanted))]
    began = time.monotonic()
    well = all(run_group(group) for group in groups(steps))
    print(f"\n{time.monotonic() - began:.0f} seconds in all", flush=True)
    for note in COUNT.notes:
        print(note)
    print(COUNT, flush=True)
    return 0 if well else 1


def groups(steps: list[Step]) -> Iterator[list[Step]]:
    """Light steps that follow one another, together; every other step alone."""
    for _, group in groupby(steps, key=lambda step: "" if step.is_light else step.name):
        yield list(group)


def run_group(steps: list[Step]) -> bool:
    """Run two at a time, and tell of them in the order of the list."""
    with ThreadPoolExecutor(2) as pool:
        running = [(step.name, pool.submit(run_step, step)) for step in steps]
        for name, result in running:
            print(f"{name:<44}", end="", flush=True)
            seconds, failure = result.result()
            if failure:
                print(f"{seconds:6.1f} s  FAILED\n\n{failure}", flush=True)
                pool.shutdown(cancel_futures=True)
                return False
            print(f"{seconds:6.1f} s", flush=True)
    return True


def run_step(step: Step) -> tuple[float, str]:
    """How many seconds it took, and what went wrong; nothing, when all is well."""
    began = time.monotonic()
    try:
        step.work()
    except Failed as failure:
        return time.monotonic() - began, str(failure)
    return time.monotonic() - began, ""


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
    pytest("core", "tests/core", FORMING, "-p", "no:django", covered=True)


def simulation() -> None:
    pytest("simulation", "tests/simulation", f"--ignore={FORMING}", *ON_TWO_CORES)


def server_on_sqlite() -> None:
    if not services.find_redis():
        missing("Redis", services.REDIS)
    # At home each test meets one database: those that PostgreSQL will see are left to it.
    left = () if THOROUGH or not services.find_postgres() else ("-m", "once")
    pytest("sqlite", *server_tests(), *left, *TABLES, *IN_THREE_PROCESSES, covered=True)


def server_on_postgres() -> None:
    if not services.find_postgres():
        missing("PostgreSQL", services.POSTGRES)
        return
    with tempfile.TemporaryDirectory(prefix="setspace_") as folder:
        try:
            place = {"SETSPACE_TEST_DATABASE": "postgres", "SETSPACE_TEST_FOLDER": folder}
            other = ("-m", "not once", *TABLES)
            pytest("postgres", *server_tests(), *other, *IN_THREE_PROCESSES, place=place)
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
    pytest("browser", "tests/browser", *TABLES, *IN_FOUR_BROWSERS)


def coverage() -> None:
    if not THOROUGH:
        COUNT.notes.append("Coverage: not measured; SETSPACE_TEST_THOROUGH=1 measures it")
        return
    command("coverage", "combine", "--quiet")
    command("coverage", "report")


def pytest(name: str, *arguments: str, covered: bool = False, place: dict[str, str] | None = None) -> None:
    report = RESULTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    is_measured = covered and THOROUGH
    runner = ("-m", "coverage", "run", "-m", "pytest") if is_measured else ("-m", "pytest")
    try:
        command("python", *runner, "-q", f"--junitxml={report}", *arguments, place=place)
    finally:
        if report.exists():
            COUNT.add(report)


STEPS = [
    Step("Tidy up after the last run", tidy),
    Step("Format of Python", format_python, is_light=True),
    Step("Lint", lint, is_light=True),
    Step("Format of templates", format_templates, is_light=True),
    Step("Spelling", spelling, is_light=True),
    Step("Imports point down", imports, is_light=True),
    Step("Types", types, is_light=True),
    Step("Migrations are complete", migrations, is_light=True),
    Step("Settings of a real place", deployment, is_light=True),
    Step("Tests of the core", core, is_light=True),
    Step("Simulated sessions", simulation),
    Step("Tests of the server, on SQLite", server_on_sqlite),
    Step("Tests of the server, on PostgreSQL", server_on_postgres),
    Step("Tests in the browser", browser),
    Step("Coverage", coverage),
]

if __name__ == "__main__":
    sys.exit(main())
