"""A real calendar program, which takes files in and says what it shows."""

import subprocess
import sys
from pathlib import Path

from icalendar import Calendar

KHAL = Path(sys.executable).parent / "khal"


class Khal:
    """A calendar program on somebody's machine, in their zone."""

    def __init__(self, home: Path, zone: str) -> None:
        self.calendar = home / "calendar"
        self.calendar.mkdir(parents=True)
        self.config = home / "config"
        self.config.write_text(
            f"[calendars]\n[[sets]]\npath = {self.calendar}\n"
            f"[locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[default]\ndefault_calendar = sets\n[sqlite]\npath = {home}/khal.db\n"
        )

    def take(self, *files: bytes) -> None:
        paths = []
        for number, file in enumerate(files):
            paths.append(self.config.with_name(f"{number}.ics"))
            paths[-1].write_bytes(file)
        self._run("import", "--batch", *map(str, paths))

    def follow(self, feed: bytes) -> None:
        """Bring its folder level with a feed that was fetched again: a file for each entry, and no other."""
        calendar = Calendar.from_ical(feed)
        zones = [part for part in calendar.subcomponents if part.name == "VTIMEZONE"]
        files = {}
        for event in calendar.walk("VEVENT"):
            alone = Calendar()
            alone.subcomponents = [*zones, event]
            files[f"{event['UID']}.ics"] = alone.to_ical()
        for path in self.calendar.iterdir():
            if path.name not in files:
                path.unlink()
        for name, written in files.items():
            beside = self.config.with_name("next.ics")
            beside.write_bytes(written)
            beside.replace(self.calendar / name)  # it looks again only where the folder has changed

    def shows(self) -> list[str]:
        asked = (
            "list",
            "--day-format",
            "",
            "--format",
            "{start-date} {start-time} {end-time} {title}{cancelled}",
        )
        return sorted(line for line in self._run(*asked, "2021-01-01", "2034-01-01").splitlines() if line)

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [KHAL, "-c", self.config, *words], capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout
