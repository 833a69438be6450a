"""`setspace form`: sets from a file of people and rules, with progress, an explanation and tables for
spreadsheets.
"""

import json
import math
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from setspace.core.forming.fields import Fault
from setspace.core.forming.model import Instance
from setspace.core.forming.plain import plain
from setspace.core.forming.reading import instance_of
from setspace.web.commands.form_csv import people_from, table_of
from setspace.web.commands.ground import Told

if TYPE_CHECKING:
    from setspace.web.commands.form_worker import Report

MOST_BYTES = 200_000_000
LONGEST = 24 * 60 * 60


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "instance", metavar="INSTANCE.json", help="people, facilitators and rules (als-forming/1)"
    )
    parser.add_argument(
        "--people", metavar="FILE.csv", help="the applicants from a table, instead of those in INSTANCE.json"
    )
    parser.add_argument(
        "--out", metavar="RESULT", required=True, help="where to write: a .json or a .csv file"
    )
    parser.add_argument("--seconds", type=float, default=30.0, help="stop after so many; 30 if left out")
    parser.add_argument(
        "--seed", type=int, default=0, help="another seed may give another answer; 0 if left out"
    )
    parser.add_argument(
        "--explain", action="store_true", help="say for each person why they are where they are"
    )


def run(args: Namespace) -> int:
    if not (math.isfinite(args.seconds) and 0.5 <= args.seconds <= LONGEST):
        raise Told("--seconds is a number from 0.5 to 86400.")
    if args.seed < 0:
        raise Told("--seed is a whole number from 0 up.")
    out = Path(args.out)
    if out.suffix not in (".json", ".csv"):
        raise Told(f"{out} ends in neither .json nor .csv. Name the result so that its kind is clear.")
    instance = _instance(args)
    # The products are small: threads would only wait for one another. It has to be said before NumPy comes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from setspace.web.commands import form_told, form_worker  # noqa: PLC0415  slow to bring in

    report = form_worker.formed_apart(instance, args.seed, args.seconds, _say, args.explain)
    _write(out, instance, report)
    print(form_told.told(instance, report))
    return 0 if report.is_usable else 1


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _instance(args: Namespace) -> Instance:
    try:
        data = json.loads(_text(Path(args.instance)))
    except ValueError as error:
        raise Told(f"{args.instance} cannot be read as JSON: {error}.") from None
    try:
        if args.people and isinstance(data, dict):
            data = {**data, "applicants": people_from(_text(Path(args.people)), data)}
        return instance_of(data)
    except Fault as fault:
        raise Told(str(fault)) from None
    except RecursionError:
        raise Told(f"{args.instance} is nested too deeply to be an instance.") from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Told(f"{path} is larger than {MOST_BYTES // 1_000_000} MB, which no instance is.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Told(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise Told(f"{path} is not text in UTF-8. Save it as UTF-8, then try again.") from None


def _write(out: Path, instance: Instance, report: "Report") -> None:
    if out.suffix == ".csv":
        text = table_of(instance, report.answer)
    else:
        data: dict[str, Any] = plain(report.answer)
        if report.reasons:
            data["explanation"] = report.reasons
        text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise Told(f"{out} cannot be written: {error.strerror}.") from None
