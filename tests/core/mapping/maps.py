"""Maps of all kinds, small and full."""

from hypothesis import strategies as st

from setspace.core.mapping import editing
from setspace.core.mapping.model import ME, MOST_NODES, How, Kind, Map, Node, Ring, Tie, tie

NAMES = ("Finance", "Board", "My team", "Residents’ chair", "Residents who stopped coming to meetings", "W")


def node(name: str, ring: Ring = Ring.INFLUENCE, few_words: str = "") -> Node:
    return Node(name.lower(), name, ring=ring, few_words=few_words)


def drawn(*names: str) -> Map:
    """These, one after the other, each where there was room."""
    made = Map()
    for name in names:
        made = editing.add(made, node(name))
    return made


@st.composite
def maps(
    draw: st.DrawFn, least: int = 0, most: int = MOST_NODES, rings: tuple[Ring, ...] = tuple(Ring)
) -> Map:
    """Any map of so many, also one on which all were put to the same place."""
    n_nodes = draw(st.integers(least, most))
    turns = st.floats(0, 359.9) if draw(st.booleans()) else st.sampled_from((0.0, 90.0))
    nodes = tuple(
        Node(
            key=f"k{at}",
            name=f"{draw(st.sampled_from(NAMES))} {at}",
            kind=draw(st.sampled_from(Kind)),
            ring=draw(st.sampled_from(rings)),
            turn=round(draw(turns), 1),
            depth=draw(st.sampled_from((0.0, 0.3, 0.5, 1.0))),
            few_words=draw(st.sampled_from(("", "holds the budget", "asks good questions of us all"))),
        )
        for at in range(n_nodes)
    )
    return Map("", nodes, draw(_ties([ME, *(one.key for one in nodes)])))


def _ties(ends: list[str]) -> st.SearchStrategy[tuple[Tie, ...]]:
    two = st.tuples(st.sampled_from(ends), st.sampled_from(ends)).filter(lambda both: both[0] != both[1])
    one = st.builds(lambda both, how: tie(both[0], both[1], how), two, st.sampled_from(How))
    many = st.lists(one, max_size=8, unique_by=lambda made: made.ends) if len(ends) > 1 else st.just([])
    return many.map(tuple)
