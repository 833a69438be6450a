"""`setspace backup`: a copy of the content and one of the keys, apart."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from setspace.lib import clock
from setspace.web import readiness
from setspace.web.backups.taking import back_up
from setspace.web.commands.ground import Told


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a folder that is new or empty")


def run(args: Namespace) -> int:
    if wrong := readiness.database_trouble():
        raise Told(wrong)
    folder = Path(args.folder)
    for alias, about in back_up(folder, clock.wall()).items():
        print(f"{alias:<10}{sum(about.counts.values())} rows in {len(about.counts)} tables")
    print(f"Content and keys are in {folder}, each in a folder of its own. Move them to different places,")
    print("keep the keys 35 days at most, and have a copy of the master key file, which is in neither.")
    return 0
