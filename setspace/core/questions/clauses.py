"""What asks in a sentence: where each question begins, and how it asks."""

from collections.abc import Iterator
from typing import NamedTuple

from setspace.core.questions.grammar import Grammar
from setspace.core.questions.order import NOT, Order
from setspace.core.questions.phrases import MARKS
from setspace.core.questions.sorts import IF, Sort, sort_of, sort_of_embedded, sort_of_fragment, sort_of_wh
from setspace.core.questions.words import Sentence

LONGEST_TAG = 4
FEWEST_WORDS_OF_A_SECOND_QUESTION = 3
HELD_UP = 3  # words from "where" to "whom" in "where and with whom do you"
IF_SO = frozenset({"so", "not", "yes", "no"})


class Clause(NamedTuple):
    """A question: its words from ``start`` to ``stop``, and how it asks."""

    start: int
    stop: int
    sort: Sort
    is_invitation: bool = False


class Asking(NamedTuple):
    """What asks in one sentence. ``opening`` is where it begins after "so", ``tag`` its "isn't it"."""

    clauses: list[Clause]
    opening: int
    tag: int | None = None


def asking(sentence: Sentence, grammar: Grammar) -> Asking:
    """The questions of a sentence, in order; none where nothing is asked."""
    order = Order(sentence, grammar, sentence.words, len(sentence.words))
    start = _after_lead_ins(order)
    tag = _tag(order, start)
    if tag is not None:
        return Asking([Clause(start, order.stop, Sort.TAG)], start, tag)
    first = _first(order, start)
    clauses = [] if first is None else [first]
    at = start if first is None else first.start
    for index in _later(order, at, first is not None):
        clauses.append(_further(order, index) if clauses else _clause(order, index))
    if not clauses and (late := _late(order, start)) is not None:
        clauses = [late]
    if not clauses and sentence.is_asked:
        clauses = [Clause(start, order.stop, sort_of_fragment(order, start))]
    return Asking(clauses, start)


def _after_lead_ins(order: Order) -> int:
    """Where the sentence proper begins; one that is nothing but lead-ins begins where it began."""
    index = 0
    while index < order.stop:
        if order.words[index] in MARKS:
            index += 1
            continue
        lead_in = order.look("lead-in", index)
        if lead_in is None or (lead_in.stop == order.stop and order.look("open fragment", index)):
            break
        index = lead_in.stop
    return index if index < order.stop else 0


def _tag(order: Order, start: int) -> int | None:
    """Where a tag begins that makes a statement press for a yes."""
    if order.is_question(start):
        return None
    for at in range(max(start + 1, order.stop - LONGEST_TAG), order.stop):
        has_comma = order.words[at - 1] in MARKS
        tag = order.look("tag", at)
        if tag and tag.stop == order.stop and at - start >= 2 and _presses(order, start, at, has_comma):
            return at
        word = order.look("tag word", at)
        if word and word.stop == order.stop and has_comma and order.sentence.is_asked:
            return at
    return None


def _presses(order: Order, start: int, at: int, has_comma: bool) -> bool:
    """Whether "was there" is a tag; it is not in "nobody was there" and "how sure are you"."""
    is_turned = "n't" in order.words[at:]
    is_of_it = not order.sentence.end and order.words[start] == order.words[at + 1]  # "you do ..., do you"
    is_denied = (order.sentence.is_asked or is_of_it) and not NOT.isdisjoint(order.words[start:at])
    if not (has_comma or is_turned or is_denied):
        return False
    return all(index >= at for index in _later(order, start, False))


def _first(order: Order, start: int) -> Clause | None:
    """The question with which the sentence begins, if it does."""
    found = _embedded(order, start) or _invitation(order, start)
    if found is not None:
        return found
    return _offered(order, start) or (_clause(order, start) if order.is_question(start) else None)


def _offered(order: Order, start: int) -> Clause | None:
    """Few words that ask, with a question mark or none: "what else", "anything you want to add"."""
    if order.sentence.end not in ("?", ""):
        return None
    fragment = order.look("open fragment", start)
    if fragment and fragment.stop == order.stop:
        return Clause(start, order.stop, Sort.OPEN)
    return Clause(start, order.stop, Sort.WELCOME) if order.look("offer", start) else None


def _clause(order: Order, index: int) -> Clause:
    """The question that begins here."""
    return _invitation(order, index) or Clause(index, order.stop, sort_of(order, index))


def _further(order: Order, index: int) -> Clause:
    """A question that begins here after another one. How it asks matters little then."""
    sort = Sort.YES_OR_NO if order.wh_at(index) is None else Sort.OPEN
    return _invitation(order, index) or Clause(index, order.stop, sort)


def _embedded(order: Order, start: int) -> Clause | None:
    """I wonder what; I'm curious whether; can I ask how."""
    found = order.look("embedding", start)
    if found is None or found.stop >= order.stop:
        return None
    if (polite := _invitation(order, start)) is not None:
        return polite
    words, index = order.words, found.stop
    if words[index] in MARKS and index + 1 < order.stop:
        index += 1
    if words[index] in IF or order.wh_at(index) is not None:
        return Clause(start, order.stop, sort_of_embedded(order, index))
    if not {"about", "more"}.isdisjoint(words[index - 1 : index + 1]):
        return Clause(start, order.stop, Sort.OPEN)
    return _invitation(order, index) or (_clause(order, index) if order.is_question(index) else None)


def _invitation(order: Order, start: int) -> Clause | None:
    """Tell us more; could you describe; would you mind saying."""
    found = order.look("invited", start)
    if found is None:
        asks_politely = order.look("inviting", start)
        if asks_politely is None:
            return None
        index = asks_politely.stop
        found = order.look("invited", index) or order.look("invited politely", index)
    if found is None:
        return None
    sort = Sort.OPEN
    for index in range(found.start, min(found.stop + 1, order.stop)):
        if order.words[index] in IF:
            sort = Sort.YES_OR_NO
        elif order.words[index] in order.grammar.wh:
            sort = sort_of_wh(order, index)
    return Clause(start, order.stop, sort, is_invitation=True)


def _later(order: Order, start: int, has_question: bool) -> Iterator[int]:
    """Where further questions begin; where nothing was asked before, the first that is asked."""
    words, grammar = order.words, order.grammar
    has_wh, held_up = False, _held_up(order, start) if has_question else 0
    for index in range(start + 1, order.stop):
        is_wh = words[index] in grammar.wh
        if not is_wh and words[index] not in grammar.auxiliaries:
            continue
        if not has_question:
            is_found = _is_first(order, index)
        else:
            is_found = _is_second(order, index) or (not has_wh and _is_parallel(order, index, start))
        has_wh = has_wh or is_wh
        if not is_found:
            continue
        has_question = True
        if not held_up or (is_wh and index > held_up):
            yield index
        held_up = 0


def _held_up(order: Order, start: int) -> int:
    """Up to where a question word waits for its question: "how and where do", "what, if anything, would"."""
    wh = order.wh_at(start)
    if wh is None or wh + 1 >= order.stop or order.words[wh + 1] not in order.grammar.joints:
        return 0
    return wh + HELD_UP


def _is_first(order: Order, index: int) -> bool:
    """Whether a clause that asks nothing leads to a question here: "When you say that, what comes up"."""
    before = order.words[index - 1]
    is_joined = before in order.grammar.joints
    if not is_joined and order.words[index] not in order.grammar.unrelated:
        return False
    if order.is_direct(index):
        return True
    return before in MARKS and order.sentence.is_asked and order.is_question(index)


def _is_second(order: Order, index: int) -> bool:
    """Whether another question begins here, after one has been asked."""
    words, grammar = order.words, order.grammar
    joint = _joint(words, index)
    if joint not in grammar.joints or order.look("afterthought", index):
        return False
    # "Is it this, or is it that" is one question.
    return (joint != "or" or words[index] in grammar.wh) and order.is_direct(index)


def _is_parallel(order: Order, index: int, start: int) -> bool:
    """What do they need, and who is going to tell them: a second question whose subject is who or what."""
    words, grammar = order.words, order.grammar
    if words[index] not in ("who", "what") or _joint(words, index) not in ("and", "but"):
        return False
    if order.stop - index < FEWEST_WORDS_OF_A_SECOND_QUESTION or words[-1] in NOT:
        return False
    if words[index + 1] in grammar.subjects or words[index + 1] in grammar.joints:
        return False
    return order.is_question(start)


def _joint(words: list[str], index: int) -> str:
    """The word with which a question is joined on: "and", also in "and if not, what would"."""
    at = index - 2 if words[index - 1] in MARKS else index - 1
    return words[at - 2] if at > 1 and words[at - 1] == "if" and words[at] in IF_SO else words[index - 1]


def _late(order: Order, start: int) -> Clause | None:
    """An invitation or an embedded question after a clause that asks nothing: "..., so I wonder how"."""
    words, joints = order.words, order.grammar.joints
    for index in range(start + 1, order.stop):
        if words[index - 1] not in joints or words[index] in joints:
            continue
        found = _embedded(order, index) or (_invitation(order, index) if words[index - 1] in MARKS else None)
        if found is not None:
            return found
    return None
