"""Phrases in a notation that a facilitator can read, and how they are found in words.

    have|had you ever? tried        either word; a word that may be missing
    could you > ~STATES             what is behind ">" must follow, but is not underlined; any word but these
    how STRONG > AUXILIARIES        a kind of word, by its name in capitals
    what about > *ing               a word that ends so
    _                               any one word
    an option $                     where the sentence ends
    tried|considered|               a line that ends so goes on in the next

A phrase begins with a word or a kind of word.

Looking at one place costs as many steps as phrases begin alike there, and no more than the longest phrase is
long: there is no repetition in the notation, so the work grows as the text does.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Generic, NamedTuple, TypeVar

Payload = TypeVar("Payload")
END = "$"
MARKS = ",;:()–—-"


class Found(NamedTuple, Generic[Payload]):
    """A phrase in words: whose it is, where it begins, where its underlining and where all of it ends."""

    payload: Payload
    start: int
    marked: int
    stop: int


class Node(Generic[Payload]):
    """A place in the tree of phrases: what may follow, by the word or by a test of it."""

    __slots__ = ("children", "ends", "known", "tested")

    def __init__(self) -> None:
        self.known: dict[str, list[Node[Payload]]] = {}
        self.tested: list[tuple[Callable[[str], bool], Node[Payload]]] = []
        self.children: dict[str, Node[Payload]] = {}
        self.ends: tuple[Payload, int] | None = None


class Notation:
    """How a phrase is written: the kinds of word it may name, and how a contraction is split."""

    def __init__(self, kinds: Mapping[str, frozenset[str]], split: Callable[[str], list[str]]) -> None:
        self.kinds = kinds
        self._split = split
        self._known: dict[str, list[tuple[str, ...]]] = {}

    def ways(self, text: str) -> list[tuple[str, ...]]:
        """A phrase with and without each element that may be missing, contractions apart."""
        choices = [self._choices(element) for element in text.split()]
        return [tuple(word for part in way for word in part) for way in product(*choices)]

    def test(self, name: str) -> Callable[[str], bool]:
        """Whether a word is of a kind, has an ending, is any word, or is none of some."""
        if name.startswith("~"):
            return _none_of(self._words(name[1:].split("|")))
        if name.startswith("*"):
            return _ending(name[1:], self.kinds["NOT_DOING"])
        return _is_word if name == "_" else self.kinds[name].__contains__

    def _choices(self, element: str) -> list[tuple[str, ...]]:
        """The ways to write one element. "don't|won't" is do or will, and then "n't", as in texts."""
        found = self._known.get(element)
        if found is not None:
            return found
        plain = element.rstrip("?")
        by_tail: dict[tuple[str, ...], list[str]] = {}
        for name in [plain] if plain.startswith("~") else plain.split("|"):
            head, *tail = self._split(name) if name[0].isalpha() and name.islower() else [name]
            by_tail.setdefault(tuple(tail), []).append(head)
        ways = [("|".join(heads), *tail) for tail, heads in by_tail.items()]
        self._known[element] = ways = [*ways, ()] if element.endswith("?") else ways
        return ways

    def _words(self, names: Sequence[str]) -> frozenset[str]:
        return frozenset(word for name in names for word in (self.kinds[name] if name.isupper() else (name,)))


class Phrases(Generic[Payload]):
    """Many phrases, each with a payload. Of several that fit, the longest is found."""

    def __init__(self, phrases: Sequence[tuple[str, Payload]], notation: Notation) -> None:
        self._written, self._notation = phrases, notation

    @cached_property
    def root(self) -> Node[Payload]:
        """The tree of the phrases. It grows when the first is looked for: an import need not wait for it."""
        root: Node[Payload] = Node()
        for phrase, payload in self._written:
            self._add(root, phrase, payload)
        return root

    def at(self, words: Sequence[str], start: int, stop: int) -> Found[Payload] | None:
        """The longest phrase that begins at ``start`` and ends before ``stop``."""
        if start >= stop:
            return None
        best, ends = start, None
        places = [(after, start + 1) for after in self.root.known.get(words[start], ())]
        while places:
            node, index = places.pop()
            if node.ends is not None and index > best:
                best, ends = index, node.ends
            word = words[index] if index < stop else END
            places += [(after, index + 1) for after in node.known.get(word, ())]
            if index < stop and node.tested:
                places += [(after, index + 1) for fits, after in node.tested if fits(word)]
        if ends is None:
            return None
        return Found(ends[0], start, min(start + ends[1], stop), min(best, stop))

    def first(self, words: Sequence[str], start: int, stop: int) -> Found[Payload] | None:
        """The first phrase anywhere between ``start`` and ``stop``."""
        known = self.root.known
        for index in range(start, stop):
            if words[index] in known and (found := self.at(words, index, stop)) is not None:
                return found
        return None

    def _add(self, root: Node[Payload], phrase: str, payload: Payload) -> None:
        shown, _, looked_at = phrase.partition(">")
        for one, more in product(self._notation.ways(shown), self._notation.ways(looked_at)):
            node = root
            for element in one + more:
                node = node.children.get(element) or self._grown(node, element, node is root)
            if node.ends is None:
                node.ends = (payload, len(one))

    def _grown(self, node: Node[Payload], element: str, is_root: bool) -> Node[Payload]:
        """A new place behind a node. The root knows its words one by one, so that most places are skipped."""
        after: Node[Payload] = Node()
        node.children[element] = after
        for name in [element] if element.startswith("~") else element.split("|"):
            if name.isupper() and is_root:
                for word in self._notation.kinds[name]:
                    node.known.setdefault(word, []).append(after)
            elif name.isupper() or name[0] in "~*_":
                node.tested.append((self._notation.test(name), after))
            else:
                node.known.setdefault(name, []).append(after)
        return after


def _none_of(words: frozenset[str]) -> Callable[[str], bool]:
    return lambda word: word not in words and _is_word(word)


def _ending(letters: str, others: frozenset[str]) -> Callable[[str], bool]:
    return lambda word: word.endswith(letters) and word not in others


def _is_word(word: str) -> bool:
    return word[0] not in MARKS
