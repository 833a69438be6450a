"""What has just happened on the map, for who does not see it."""

from setspace.core.mapping.model import ME, Map
from setspace.core.mapping.words import SHORT_RINGS, TIES


def place_words(drawn: Map, key: str) -> str:
    """Board: can influence, at 2 o’clock."""
    node = drawn.node(key)
    if node is None:
        return ""
    hour = round(node.turn / 30) % 12 or 12
    return f"{node.name}: {SHORT_RINGS[node.ring]}, at {hour} o’clock."


def tie_words(drawn: Map, one: str, other: str) -> str:
    """Board and Finance: strained."""
    how = drawn.between(one, other)
    said = TIES[how].lower() if how else "no tie"
    first, second = (drawn.name(key) for key in sorted((one, other), key=lambda key: key == ME))
    return f"{first} and {second}: {said}."
