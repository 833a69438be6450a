"""What is taken on the drawing, kept in squares so that asking is quick."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from setspace.core.mapping.geometry import HEIGHT, WIDTH, Point
from setspace.core.mapping.labels import Size

SQUARE = 48
MARGIN = 3  # kept free at the edge of the drawing


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    @property
    def is_on_paper(self) -> bool:
        return (
            self.left >= MARGIN
            and self.top >= MARGIN
            and self.right <= WIDTH - MARGIN
            and self.bottom <= HEIGHT - MARGIN
        )


def around(where: Point, size: Size) -> Box:
    x, y = size.width / 2, size.height / 2
    return Box(where.x - x, where.y - y, where.x + x, where.y + y)


class Space:
    """Boxes by their owner's key. One that keeps others at a distance is put in with `air` around it."""

    def __init__(self) -> None:
        self._boxes: dict[str, Box] = {}
        self._squares: defaultdict[tuple[int, int], set[str]] = defaultdict(set)

    def is_free(self, box: Box) -> bool:
        return not any(
            self._boxes[key].meets(box) for square in _squares(box) for key in self._squares[square]
        )

    def put(self, key: str, box: Box) -> None:
        self._boxes[key] = box
        for square in _squares(box):
            self._squares[square].add(key)

    def take(self, key: str) -> None:
        for square in _squares(self._boxes.pop(key)):
            self._squares[square].discard(key)


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // SQUARE), int(box.right // SQUARE) + 1):
        for row in range(int(box.top // SQUARE), int(box.bottom // SQUARE) + 1):
            yield column, row
