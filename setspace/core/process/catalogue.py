"""The formats and session plans that are shipped, through the same checks as anybody's own.

Minutes, least lengths and the order of giving are those of the field study, sections 1.3 and 6.
"""

from collections.abc import Iterable
from functools import cache
from typing import Protocol, TypeVar

from setspace.core.process import plans as _plans
from setspace.core.process import rounds as _rounds
from setspace.core.process.formats import Format, Plan
from setspace.core.process.soundness import unsound_format, unsound_plan


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_T = TypeVar("_T", bound=_Keyed)


@cache
def formats() -> dict[str, Format]:
    """The formats of a round by key, each sound."""
    found = _by_key(_rounds.ROUNDS)
    for format_ in found.values():
        _refuse(unsound_format(format_))
    return found


@cache
def plans() -> dict[str, Plan]:
    """The session plans by key, each sound."""
    found = _by_key(_plans.PLANS)
    for plan in found.values():
        _refuse(unsound_plan(plan, formats()))
    return found


def _by_key(things: Iterable[_T]) -> dict[str, _T]:
    return {thing.key: thing for thing in things}


def _refuse(faults: tuple[str, ...]) -> None:
    if faults:
        raise ValueError(" ".join(faults))
