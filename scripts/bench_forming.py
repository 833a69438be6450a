"""Forms the sets of every instance in a folder, and prints what came of it in one table.

    make bench-forming INSTANCES=folder [SECONDS=30]

The folder has als-forming/1 files. Without one, programmes of 8 to 480 invented people are formed.
"""

import json
import os
import sys
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from setspace.core.forming.model import UNIT  # noqa: E402  the path comes first
from setspace.core.forming.reading import instance_of  # noqa: E402  the path comes first
from setspace.web.commands.form_worker import Report, formed_apart  # noqa: E402  the path comes first

SIZES = (8, 24, 48, 120, 480)
DAYS = ["mon", "tue", "wed", "thu"]
ROLES = ["care", "finance", "policy", "repairs", "development", "front desk"]
AIMS = ["data", "time", "voice", "career", "equality"]
MIXED = {
    "level": {"type": "ordinal", "range": 4, "weight": 50},
    "role": {"type": "category", "weight": 50},
}
WEIGHTS = {"with": 30, "repeats": 40, "alone": 15, "aim_alone": 5, "slot2": 10, "size": 10}
ROW = "{:28} {:>6} {:>7} {:>7} {:>10} {:>10} {:>8} {:>6} {:>7}"


def main() -> None:
    seconds = float(os.environ.get("SECONDS", "30"))
    print(
        ROW.format("instance", "people", "placed", "waiting", "quality", "bound", "share", "moves", "seconds")
    )
    for data in _instances():
        instance = instance_of(data)
        report = formed_apart(instance, 0, seconds, lambda _words: None, False)
        print(_row(instance.name, len(instance.applicants), bool(instance.previous), report), flush=True)


def _row(name: str, number: int, is_change: bool, report: Report) -> str:
    if report.formed is None:
        return f"{name:28} {number:>6} impossible: {' '.join(report.clash)}"
    now, bound = report.formed.objective, report.formed.bound
    known = bound.quality < 10**12
    return ROW.format(
        name,
        number,
        now.placed,
        len(report.answer.waiting),
        f"{now.quality / UNIT:.1f}",
        f"{bound.quality / UNIT:.1f}" if known else "not known",
        f"{now.quality / bound.quality:.2%}" if known and bound.quality else "",
        -now.kept if is_change else "",
        f"{report.seconds:.1f}",
    )


def _instances() -> list[Any]:
    folder = os.environ.get("INSTANCES")
    if not folder:
        return [_invented(number) for number in SIZES]
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.json"))]
    return sorted(found, key=lambda one: len(one["applicants"]))


def _invented(number: int) -> dict[str, Any]:
    """Sets of four, about three people to an organisation, on four days."""
    sets, score = number // 4, {"diversity": MIXED, "weights": WEIGHTS}
    programme = {
        "size": {"min": 4, "max": 4, "target": 4},
        "max_sets": sets,
        "max_per_org": 1,
        "slots": [{"id": day, "capacity": max(sets // 3, 2)} for day in DAYS],
        "score": score,
    }
    helpers = [
        {"id": f"f{at}", "org": f"own{at}", "slots": DAYS, "max_sets": 3, "languages": ["en"]}
        for at in range(max(sets // 2, 2))
    ]
    return {
        "schema": "als-forming/1",
        "name": f"invented-{number}",
        "programme": programme,
        "applicants": _people(number),
        "facilitators": helpers,
    }


def _people(number: int) -> list[dict[str, Any]]:
    random = Random(number)  # noqa: S311  invented people, the same each time
    return [
        {
            "id": f"p{at:04}",
            "org": f"org{random.randrange(max(number // 3, 6))}",
            "level": random.randint(1, 5),
            "role": random.choice(ROLES),
            "slots": {day: random.randint(0, 1) for day in random.sample(DAYS, random.choice([1, 2, 2, 3]))},
            "languages": ["en"],
            "aims": random.sample(AIMS, random.randint(0, 3)),
            "priority": number - at,
        }
        for at in range(number)
    ]


if __name__ == "__main__":
    main()
