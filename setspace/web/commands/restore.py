"""`setspace restore`: bring a backup back."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from setspace.web.backups.returning import bring_back


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a folder that `setspace backup` made")
    parser.add_argument("--force", action="store_true", help="replace what is here, even if there are people")


def run(args: Namespace) -> int:
    for alias, about in bring_back(Path(args.folder), force=args.force).items():
        print(f"{alias:<10}{sum(about.counts.values())} rows in {len(about.counts)} tables")
    print("Everything is back, and opens with this master key.")
    return 0
