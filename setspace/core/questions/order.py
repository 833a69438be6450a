"""The order of words, which tells a question from a statement: "do you", "what support do you"."""

from typing import NamedTuple

from setspace.core.questions.grammar import Grammar
from setspace.core.questions.phrases import MARKS, Found
from setspace.core.questions.words import Sentence

REACH = 7  # words from "which" to the auxiliary: "which part of the new rota do you"
BETWEEN = 3  # words from an auxiliary to who acts: "do you", "do n't you", "could just maybe someone"
COPULAS = frozenset({"is", "are", "was", "were", "'s"})
# "Have a word with her", "do it": what looks like a question and is none.
COMMANDS = frozenset({"have", "had", "do"})
THINGS = frozenset({"a", "an", "the", "it", "that", "this"})
NOT = frozenset({"n't", "not"})


class Order(NamedTuple):
    """A sentence with its grammar. No question about it looks further than REACH words, or goes on twice."""

    sentence: Sentence
    grammar: Grammar
    words: list[str]
    stop: int

    def look(self, name: str, index: int) -> Found[str] | None:
        """A phrase of the grammar that begins here."""
        return self.grammar[name].at(self.words, index, self.stop)

    def wh_at(self, index: int) -> int | None:
        """Where the question word stands: here, or after a preposition ("for whom")."""
        words, grammar = self.words, self.grammar
        if words[index] in grammar.wh:
            return index
        is_led = words[index] in grammar.prepositions and index + 1 < self.stop
        return index + 1 if is_led and words[index + 1] in grammar.wh else None

    def is_question(self, index: int) -> bool:
        """Whether a question begins here."""
        wh = self.wh_at(index)
        if wh is not None:
            return self._is_wh_question(index, wh)
        if self.words[index] not in self.grammar.auxiliaries:
            return False
        return self.is_direct(index) or (self.sentence.is_asked and self.words[index] != "'d")

    def is_direct(self, index: int) -> bool:
        """Whether the order of words alone says that a question begins here."""
        words, grammar = self.words, self.grammar
        wh = self.wh_at(index)
        if wh is None:
            return self.is_inverted(index)
        if wh + 1 < self.stop and words[wh + 1] in grammar.subjects and words[wh] != "whose":
            return False
        for at in range(wh + 1, min(wh + REACH, self.stop)):
            if words[at] in MARKS or words[at] in grammar.wh:
                return False
            if self.is_inverted(at):
                # "What worked for us was a ..." is no question; "what is the ..." is one.
                is_cleft = words[wh] in ("what", "who") and at > wh + 1 and words[at] in COPULAS
                return self.sentence.is_asked or not is_cleft
        return False

    def is_inverted(self, index: int) -> bool:
        """Whether an auxiliary stands before who acts."""
        words, grammar = self.words, self.grammar
        if words[index] not in grammar.auxiliaries and words[index] != "'s":
            return False
        after = index + 1
        last = min(index + 1 + BETWEEN, self.stop)
        while after < last and (words[after] in NOT or words[after] in grammar.adverbs):
            after += 1
        if after >= self.stop or words[after] not in grammar.subjects:
            return False
        is_command = words[index] in COMMANDS and words[after] in THINGS
        return not is_command or self.look("not command", index) is not None

    def _is_wh_question(self, index: int, wh: int) -> bool:
        if self.is_direct(index):
            return True
        is_bare = wh + 1 < self.stop and self.words[wh + 1] in self.grammar.subjects
        if self.sentence.is_asked:
            return not (is_bare and self._has_later_question(wh))
        if is_bare or self.sentence.end:
            return False
        return COPULAS.isdisjoint(self.words[wh + 2 :]) or self.look("not cleft", wh) is not None

    def _has_later_question(self, wh: int) -> bool:
        """Whether "when you say that" only leads to "what do you mean"."""
        words, grammar = self.words, self.grammar
        for at in range(wh + 1, self.stop):
            if words[at] in grammar.wh and (words[at - 1] in MARKS or self.is_direct(at)):
                return True
            if words[at] in grammar.auxiliaries and words[at - 1] in grammar.joints and self.is_direct(at):
                return True
        return False
