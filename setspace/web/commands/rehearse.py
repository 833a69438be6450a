"""`setspace rehearse`: a session with simulated people, at full speed, in a place that goes afterwards."""

import json
import secrets
import sys
from argparse import ArgumentParser, Namespace

from setspace.web.commands.ground import Told
from setspace.web.commands.plan import plan_for
from setspace.web.demo.rehearsing import rehearse
from setspace.web.demo.story import told
from setspace.web.schema import migrate

BROKEN = 1


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--plan", default="tpas-session", help="a session plan (default: tpas-session)")
    parser.add_argument(
        "--people", default="4", metavar="N", help="members, without the facilitator (default: 4)"
    )
    parser.add_argument("--seed", metavar="N", help="a number; the same one gives the same session")
    parser.add_argument("--json", action="store_true", help="what happened, as data")


def run(args: Namespace) -> int:
    _, n_people = plan_for(args.plan, args.people)
    seed = _seed(args.seed)
    _tell("Making a place for the rehearsal")
    migrate()
    found = rehearse(args.plan, n_people, seed, _tell)
    print(json.dumps(found.plain(), indent=2, ensure_ascii=False) if args.json else told(found))
    return BROKEN if found.broken_rules else 0


def _seed(words: str | None) -> int:
    if words is None:
        return secrets.randbelow(1_000_000)
    if not words.isdecimal() or not words.isascii() or len(words) > 18:
        raise Told("The seed must be a whole number from 0 on, such as 7.")
    return int(words)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
