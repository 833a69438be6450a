"""Undo: what it takes to go back one change, which is little, however large the map."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from setspace.core.mapping.model import Map, Node, Tie

MOST_STEPS = 30


@dataclass(frozen=True, slots=True)
class Step:
    """How a change is taken back. `about` says whose words were changed, while only words were."""

    nodes: tuple[tuple[int, Node], ...] = ()  # as they were, and where in the order
    added: tuple[str, ...] = ()
    ties: tuple[Tie, ...] | None = None
    title: str | None = None
    about: str = ""


def step_back(before: Map, after: Map, about: str = "") -> Step:
    there = {node.key: node for node in after.nodes}
    known = {node.key for node in before.nodes}
    return Step(
        nodes=tuple((at, one) for at, one in enumerate(before.nodes) if there.get(one.key) != one),
        added=tuple(key for key in there if key not in known),
        ties=before.ties if before.ties != after.ties else None,
        title=before.title if before.title != after.title else None,
        about=about,
    )


def undone(after: Map, step: Step) -> Map:
    back = {node.key for _, node in step.nodes}
    nodes = [node for node in after.nodes if node.key not in back and node.key not in step.added]
    for at, node in step.nodes:
        nodes.insert(at, node)
    ties = after.ties if step.ties is None else step.ties
    title = after.title if step.title is None else step.title
    return replace(after, title=title, nodes=tuple(nodes), ties=ties)


def with_step(steps: Sequence[Step], before: Map, after: Map, about: str = "") -> tuple[Step, ...]:
    """The steps that there are after a change. Words that are saved while they are typed make one step."""
    if before == after:
        return tuple(steps)
    if about and steps and steps[-1].about == about:
        origin = undone(before, steps[-1])
        return (*steps[:-1], step_back(origin, after, about))
    return (*steps[1 - MOST_STEPS :], step_back(before, after, about))
