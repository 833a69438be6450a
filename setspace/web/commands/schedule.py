"""`setspace schedule`: the dates of a programme for one or several sets, and what is to be said of each."""

import json
import re
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from setspace.core.schedule.days import WEEKDAYS
from setspace.core.schedule.obstacles import Obstacle
from setspace.core.schedule.presets import shapes
from setspace.core.schedule.series import Dated, Series, lay_out
from setspace.core.schedule.shapes import Shape, ideal_days
from setspace.core.schedule.weeks import Wanted
from setspace.core.schedule.zones import zone_named
from setspace.web.commands import schedule_told
from setspace.web.commands.ground import Told

SHORT = tuple(day[:3].lower() for day in WEEKDAYS)
EARLIEST, LATEST = 1970, 2100
MOST_BYTES = 2_000_000


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("preset", metavar="PRESET", help=f"the shape of a programme: {', '.join(shapes())}")
    parser.add_argument(
        "--first", metavar="DATE", required=True, help="the first set's first date, such as 2027-02-02"
    )
    parser.add_argument(
        "--weekdays", metavar="DAYS", help="one for each set, such as tue,thu; otherwise that of DATE"
    )
    parser.add_argument("--zone", metavar="ZONE", default="Europe/London", help="otherwise Europe/London")
    parser.add_argument(
        "--start", metavar="TIME", help="when sessions begin; otherwise as usual for the preset"
    )
    parser.add_argument(
        "--holidays",
        metavar="REGION",
        help="whose public holidays are not used, such as GB-ENG; or several: GB-ENG,IE",
    )
    parser.add_argument(
        "--avoid",
        metavar="FILE",
        action="append",
        default=[],
        help="a calendar (.ics) or list of days: busy ones are not used, free ones better not; also repeated",
    )
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="as data")
    shown.add_argument("--ics", metavar="FILE", help="write a calendar file as well")


def run(args: Namespace) -> int:
    series = _series(args)
    if args.json:
        print(json.dumps(plain(series), indent=2, ensure_ascii=False))
        return 0
    print(schedule_told.told(series))
    if args.ics:
        print(f"\n{_written(series, Path(args.ics))}")
    return 0


def plain(series: Series) -> dict[str, Any]:
    """The series as plain values: local times with their offset, and the start in UTC."""
    return {
        "preset": series.wanted.shape.key,
        "zone": series.wanted.zone.key,
        "sets": [
            {
                "weekday": SHORT[one.weekday],
                "meetings": [_plain(meeting) for meeting in one.meetings],
            }
            for one in series.sets
        ],
    }


def _plain(meeting: Dated) -> dict[str, Any]:
    return {
        "kind": meeting.outline.kind.value,
        "number": meeting.outline.number,
        "start": meeting.starts.isoformat(),
        "end": meeting.ends.isoformat(),
        "utc": meeting.utc.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "notes": [note.words for note in meeting.notes],
    }


def _series(args: Namespace) -> Series:
    shape = _shape(args.preset)
    first = _day(args.first)
    weekdays = _weekdays(args.weekdays) if args.weekdays is not None else (first.weekday(),)
    try:
        zone = zone_named(args.zone)
        at = _time(args.start) if args.start is not None else shape.at
        wanted = Wanted(shape, first, weekdays, zone, at)
        return lay_out(replace(wanted, obstacles=_obstacles(args, wanted)))
    except ValueError as wrong:
        raise Told(str(wrong)) from None


def _shape(key: str) -> Shape:
    if key not in shapes():
        raise Told(f"There is no programme called {key}. Choose one of: {', '.join(shapes())}.")
    return shapes()[key]


def _day(written: str) -> date:
    try:
        found = date.fromisoformat(written) if re.fullmatch(r"\d{4}-\d\d-\d\d", written, re.ASCII) else None
    except ValueError:
        found = None
    if found is None or not EARLIEST <= found.year <= LATEST:
        raise Told(f"The first date must be a day from {EARLIEST} to {LATEST}, written as in 2027-02-02.")
    return found


def _weekdays(written: str) -> tuple[int, ...]:
    names = [name.strip().lower() for name in written.split(",")]
    found = tuple(SHORT.index(name[:3]) for name in names if name in (*SHORT, *map(str.lower, WEEKDAYS)))
    if len(found) != len(names):
        raise Told(
            f"The weekdays must be some of {', '.join(SHORT)}, with commas between them, such as tue,thu."
        )
    if len(set(found)) != len(found):
        raise Told("Name each weekday once: sets that meet on the same weekday have the same dates.")
    return found


def _time(written: str) -> time:
    if not re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", written, re.ASCII):
        raise Told(
            "The start must be a time of day in hours and minutes, from 00:00 to 23:59, such as 09:30."
        )
    hours, minutes = written.split(":")
    return time(int(hours), int(minutes))


def _obstacles(args: Namespace, wanted: Wanted) -> tuple[Obstacle, ...]:
    """Everything that stands in the way, from the year before the series to the year after."""
    years = range(wanted.first.year - 1, ideal_days(wanted.shape, wanted.first)[-1].year + 2)
    found: tuple[Obstacle, ...] = ()
    if args.holidays is not None:
        from setspace.core.schedule.public_holidays import public_holidays  # noqa: PLC0415  slow to bring in

        for region in args.holidays.split(","):
            found += public_holidays(region, years)
    for file in args.avoid:
        found += _blocked(file, wanted.zone, years)
    return found


def _blocked(file: str, zone: ZoneInfo, years: range) -> tuple[Obstacle, ...]:
    from setspace.core.schedule.blocked import read  # noqa: PLC0415  slow to bring in

    try:
        with Path(file).open("rb") as opened:
            text = opened.read(MOST_BYTES + 1)
    except OSError as wrong:
        raise Told(f"{file} cannot be read: {wrong.strerror}.") from None
    if len(text) > MOST_BYTES:
        raise Told(f"{file} has more than {MOST_BYTES // 1_000_000} MB. Export a shorter time.")
    found = read(text.decode("utf-8", "replace"), zone, date(years[0], 1, 1), date(years[-1], 12, 31))
    if found.faults:
        raise Told(f"{file} cannot be used yet. {' '.join(str(fault) for fault in found.faults[:3])}")
    return found.obstacles


def _written(series: Series, path: Path) -> str:
    """What was written, in a sentence."""
    from setspace.web.commands.schedule_ics import calendar_of  # noqa: PLC0415  slow to bring in

    n_entries, calendar = calendar_of(series)
    try:
        path.write_bytes(calendar)
    except OSError as wrong:
        raise Told(f"{path} cannot be written: {wrong.strerror}.") from None
    return f"{n_entries} entries are in {path}. White space is an entry of its own."
