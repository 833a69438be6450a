"""The names that commands and events go by outside: those of their classes, in snake case."""

import re

_BOUNDARY = re.compile(r"(?<!^)(?=[A-Z])")


def snake_case(name: str) -> str:
    """``NextStage`` becomes ``next_stage``."""
    return _BOUNDARY.sub("_", name).lower()
