"""A map and its steps back as plain values, and out of them again."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from setspace.core.mapping.model import How, Kind, Map, Node, Ring, Say, Stance, Tie
from setspace.core.mapping.undoing import Step


def plain(drawn: Map) -> dict[str, Any]:
    return {
        "title": drawn.title,
        "nodes": [asdict(node) for node in drawn.nodes],
        "ties": [list(_tie_plain(one)) for one in drawn.ties],
    }


def from_plain(value: Mapping[str, Any]) -> Map:
    return Map(
        title=value["title"],
        nodes=tuple(_node(one) for one in value["nodes"]),
        ties=_ties(value["ties"]),
    )


def steps_plain(steps: Sequence[Step]) -> list[dict[str, Any]]:
    return [
        {
            "nodes": [[at, asdict(node)] for at, node in step.nodes],
            "added": list(step.added),
            "ties": None if step.ties is None else [list(_tie_plain(one)) for one in step.ties],
            "title": step.title,
            "about": step.about,
        }
        for step in steps
    ]


def steps_from_plain(value: Sequence[Mapping[str, Any]]) -> tuple[Step, ...]:
    return tuple(
        Step(
            nodes=tuple((at, _node(node)) for at, node in step["nodes"]),
            added=tuple(step["added"]),
            ties=None if step["ties"] is None else _ties(step["ties"]),
            title=step["title"],
            about=step["about"],
        )
        for step in value
    )


def _tie_plain(tie: Tie) -> tuple[str, str, str]:
    return tie.one, tie.other, tie.how


def _ties(value: Sequence[Sequence[str]]) -> tuple[Tie, ...]:
    return tuple(Tie(one, other, How(how)) for one, other, how in value)


def _node(value: Mapping[str, Any]) -> Node:
    return Node(
        **{
            **value,
            "kind": Kind(value["kind"]),
            "ring": Ring(value["ring"]),
            "stance": Stance(value["stance"]) if value["stance"] else None,
            "say": Say(value["say"]) if value["say"] else None,
        }
    )
