"""`setspace rehearse`: a session with simulated people, at full speed, in a place that goes afterwards."""

import json
import secrets
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from setspace.core.process import catalogue
from setspace.core.process.faults import plan_faults
from setspace.core.process.files import Course, Malformed, course_of, from_file
from setspace.core.process.formats import Format
from setspace.web.commands.ground import Told
from setspace.web.commands.plan import fitting, plan_for
from setspace.web.demo.rehearsing import rehearse
from setspace.web.demo.story import told
from setspace.web.schema import migrate

BROKEN = 1


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--plan", default="tpas-session", help="a session plan (default: tpas-session)")
    parser.add_argument("--file", metavar="FILE", help="a session plan of your own, downloaded as a file")
    parser.add_argument(
        "--people", default="4", metavar="N", help="members, without the facilitator (default: 4)"
    )
    parser.add_argument("--seed", metavar="N", help="a number; the same one gives the same session")
    parser.add_argument("--json", action="store_true", help="what happened, as data")


def run(args: Namespace) -> int:
    course = course_in(args.file) if args.file else None
    _, n_people = fitting(course.plan, args.people) if course else plan_for(args.plan, args.people)
    seed = _seed(args.seed)
    _tell("Making a place for the rehearsal")
    migrate()
    found = rehearse(course or args.plan, n_people, seed, _tell)
    print(json.dumps(found.plain(), indent=2, ensure_ascii=False) if args.json else told(found))
    return BROKEN if found.broken_rules else 0


def course_in(path: str) -> Course:
    """The session plan in a file, if it can be held."""
    try:
        found = from_file(Path(path).read_bytes())
    except OSError:
        raise Told(f"The file {path} cannot be read.") from None
    except Malformed as malformed:
        raise Told(str(malformed)) from None
    if isinstance(found, Format):
        raise Told("This file has a round. Take the file of a session plan that uses it.")
    if faults := plan_faults(found.plan, {**catalogue.formats(), **found.formats}):
        raise Told(" ".join(fault.words for fault in faults))
    return course_of(found.plan, {**catalogue.formats(), **found.formats})


def _seed(words: str | None) -> int:
    if words is None:
        return secrets.randbelow(1_000_000)
    if not words.isdecimal() or not words.isascii() or len(words) > 18:
        raise Told("The seed must be a whole number from 0 on, such as 7.")
    return int(words)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
