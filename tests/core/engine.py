"""The engine as one value, so that a wrong one can take its place in a test of the tests."""

from collections.abc import Callable
from dataclasses import dataclass

from setspace.core.process.commands import Call
from setspace.core.process.decide import decide
from setspace.core.process.decide.rules import Answer
from setspace.core.process.events import Event
from setspace.core.process.evolve import evolve
from setspace.core.process.sight import View, sight
from setspace.core.process.state import State


@dataclass(frozen=True)
class Engine:
    name: str = "the engine"
    decide: Callable[[State, Call, int], Answer] = decide
    evolve: Callable[[State, Event], State] = evolve
    sight: Callable[[State, str, int, frozenset[str]], View] = sight


REAL = Engine()
