"""English, as the coach knows it: pages for a facilitator to review. `phrases.py` explains the notation.

advice, suggestions,     the phrases that are noticed, in families, each with the two stems that answer it
leading, blame
says                     what is said about a question
grammar                  how English asks: open, closed, welcome, a tag
words                    kinds of word that phrases name in capitals
spelling                 how people type
"""

from setspace.core.questions.english import advice, blame, leading, spelling, suggestions, words
from setspace.core.questions.english.grammar import GRAMMAR
from setspace.core.questions.english.says import SAYS, STEMS
from setspace.core.questions.language import Language
from setspace.core.questions.words import split

VOWELS = frozenset("aeiou")


def english() -> Language:
    return Language(
        code="en",
        kinds_of_word=_kinds(),
        spelling=_spelling(),
        common=frozenset(words.COMMON.split()),
        foreign=frozenset(spelling.OTHER_LANGUAGES.split()),
        families=(*advice.FAMILIES, *suggestions.FAMILIES, *leading.FAMILIES, *blame.FAMILIES),
        grammar=GRAMMAR,
        carrying=", with {person}",
        letters=("A", "ɏ"),
        says=SAYS,
        stems=STEMS,
    )


def _kinds() -> dict[str, frozenset[str]]:
    kinds = {
        name: frozenset(value.split())
        for name, value in vars(words).items()
        if name.isupper() and isinstance(value, str)
    }
    actions = kinds["ACTIONS"]
    kinds["ACTINGS"] = frozenset(form for verb in actions for form in _actings(verb))
    regular = {form for verb in actions for form in _pasts(verb)}
    kinds["PASTS"] = frozenset(regular | set(words.IRREGULAR_PASTS.split()))
    return kinds


def _actings(verb: str) -> tuple[str, ...]:
    return (f"{_dropped(verb)}ing", f"{verb}{verb[-1]}ing")


def _pasts(verb: str) -> tuple[str, ...]:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return (f"{verb[:-1]}ied",)
    return (f"{_dropped(verb)}ed", f"{verb}{verb[-1]}ed")


def _dropped(verb: str) -> str:
    return verb.removesuffix("e")


def _spelling() -> dict[str, tuple[str, ...]]:
    """What is typed, and the words it is read as."""
    found: dict[str, tuple[str, ...]] = {}
    for word in spelling.TRANSPOSED.split():
        for typed in _transposed(word):
            found.setdefault(typed, (word,))
    for auxiliary in words.AUXILIARIES.split():
        found[f"{auxiliary}nt"] = found[f"{auxiliary}n't"] = (auxiliary, "n't")
    found |= {"can't": ("can", "n't"), "won't": ("will", "n't"), "shan't": ("shall", "n't")}
    found |= {"cannot": ("can", "not"), "ain't": ("is", "n't")}
    for pair in spelling.SPELLING.split():
        typed, meant = pair.split("=")
        found[typed] = tuple(part for word in meant.split("|") for part in split(word, found))
    for word in (spelling.TRANSPOSED + " " + spelling.WORDS_OF_THEIR_OWN).split():
        found.pop(word, None)
    return found


def _transposed(word: str) -> list[str]:
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
