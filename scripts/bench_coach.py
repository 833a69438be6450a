"""`make bench-coach`: how well the question coach reads the labelled questions, and how fast.

A third of the questions, chosen by a sum of their letters, was not looked at while the phrases were written;
its figures stand apart from those of the rest. Times are of the processor alone, on this
machine; that of the import is the best of five, with bytecode at hand as an installed package has it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
TABLES = ROOT / "setspace" / "core" / "questions" / "english"
IMPORTED = """
import time
began = time.process_time()
import setspace.core.questions.reading
print(time.process_time() - began)
"""
TIMES = 20


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    found = figures()
    print(json.dumps(found, indent=2) if given.json else _told(found))


def figures() -> dict[str, Any]:
    from tests.core.questions.labelled import seen, unseen  # noqa: PLC0415  the path comes first
    from tests.core.questions.marking import scores  # noqa: PLC0415  the same

    return {
        "seen": scores(seen()),
        "unseen": scores(unseen()),
        "microseconds_a_question": _microseconds([one.text for one in seen() + unseen()]),
        "import_ms": _import_ms(),
        "tables_kb": round(sum(page.stat().st_size for page in TABLES.glob("*.py")) / 1000, 1),
    }


def _microseconds(texts: list[str]) -> float:
    from setspace.core.questions.reading import read  # noqa: PLC0415  not before the import was timed apart

    taken = []
    for text in texts:
        began = time.process_time()
        for _ in range(TIMES):
            read(text)
        taken.append((time.process_time() - began) / TIMES)
    return round(median(taken) * 1_000_000, 1)


def _import_ms() -> float:
    line = [sys.executable, "-c", IMPORTED]
    taken = []
    with tempfile.TemporaryDirectory() as bytecode:
        env = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        for _ in range(5):
            done = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
            taken.append(float(done.stdout))
    return round(min(taken) * 1000, 1)


def _told(found: dict[str, Any]) -> str:
    seen, unseen = found["seen"], found["unseen"]
    speed = f"{found['microseconds_a_question']} microseconds a question, {found['import_ms']} ms to import"
    rows = [f"{name:<26}{seen[name]:>8}{unseen[name]:>8}" for name in seen]
    head = f"{'':<26}{'seen':>8}{'unseen':>8}"
    return "\n".join([head, *rows, "", f"{speed}, {found['tables_kb']} kB of tables"])


if __name__ == "__main__":
    main()
