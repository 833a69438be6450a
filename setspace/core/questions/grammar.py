"""A language's phrases made ready to be looked up, each block once, when it is first looked for."""

from collections.abc import Mapping

from setspace.core.questions.language import Family, Kind, Language, Place
from setspace.core.questions.phrases import Notation, Payload, Phrases
from setspace.core.questions.words import split


class Grammar:
    """What `clauses` and `marks` look up, without the families named, so that a test can miss them."""

    def __init__(self, language: Language, without: frozenset[str] = frozenset()) -> None:
        self.language = language
        self.spelling = language.spelling
        kinds = language.kinds_of_word
        self.auxiliaries, self.wh, self.subjects = kinds["AUXILIARIES"], kinds["WH"], kinds["SUBJECTS"]
        self.unrelated = kinds["UNRELATED"]
        self.conditions, self.determiners = kinds["CONDITIONS"], kinds["DETERMINERS"]
        self.joints, self.prepositions, self.adverbs = (
            kinds["JOINTS"],
            kinds["PREPOSITIONS"],
            kinds["ADVERBS"],
        )
        self._notation = Notation(kinds, lambda word: split(word, self.spelling))
        self._forms = {name: self._phrases({name: block}) for name, block in language.grammar.items()}
        families = [family for family in language.families if family.name not in without]
        self.marking = {
            place: {kind: self._families(families, kind, place) for kind in Kind} for place in Place
        }

    def __getitem__(self, name: str) -> Phrases[str]:
        return self._forms[name]

    def _phrases(self, blocks: Mapping[str, str]) -> Phrases[str]:
        return self._made([(line, name) for name, block in blocks.items() for line in _lines(block)])

    def _families(self, families: list[Family], kind: Kind, place: Place) -> Phrases[Family]:
        wanted = [one for one in families if one.kind is kind and one.place is place]
        return self._made([(line, one) for one in wanted for line in _lines(one.phrases)])

    def _made(self, phrases: list[tuple[str, Payload]]) -> Phrases[Payload]:
        return Phrases(phrases, self._notation)


def _lines(block: str) -> list[str]:
    """The phrases of a block; one that ends in "|" goes on in the next line."""
    lines: list[str] = []
    goes_on = False
    for line in map(str.strip, block.splitlines()):
        if goes_on:
            lines[-1] += line
        elif line:
            lines.append(line)
        goes_on = line.endswith("|")
    return lines
