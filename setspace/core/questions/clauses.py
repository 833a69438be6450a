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
    order = Order(sentence, grammar)
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
    is_denied = order.sentence.is_asked and not NOT.isdisjoint(order.words[start:at])
    if not (has_comma or is_turned or is_denied):
        return False
    return all(index >= at for index in _later(order, start, False))


def _first(order: Order, start: int) -> Clause | None:
    """The question with which the sentence begins, if it does."""
    found = _embedded(order, start) or _invitation(order, start)
    if found is not None:
        return found
    fragment = order.look("open fragment", start)
    if fragment and fragment.stop == order.stop and order.sentence.end in ("?", ""):
        return Clause(start, order.stop, Sort.OPEN)
    return _clause(order, start) if order.is_question(start) else None


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
    has_wh = False
    for index in range(start + 1, order.stop):
        is_wh = words[index] in grammar.wh
        if not is_wh and words[index] not in grammar.auxiliaries:
            continue
        if not has_question:
            is_found = _is_first(order, index)
        else:
            is_found = _is_second(order, index) or (not has_wh and _is_parallel(order, index, start))
        has_wh = has_wh or is_wh
        if is_found:
            has_question = True
            yield index


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
    joint = words[index - 1]
    if joint not in grammar.joints or order.look("afterthought", index):
        return False
    # "Is it this, or is it that" is one question.
    return (joint != "or" or words[index] in grammar.wh) and order.is_direct(index)


def _is_parallel(order: Order, index: int, start: int) -> bool:
    """What do they need, and who is going to tell them: a second question whose subject is who or what."""
    words, grammar = order.words, order.grammar
    if words[index] not in ("who", "what") or words[index - 1] not in ("and", "but"):
        return False
    if order.stop - index < FEWEST_WORDS_OF_A_SECOND_QUESTION or words[-1] in NOT:
        return False
    if words[index + 1] in grammar.subjects or words[index + 1] in grammar.joints:
        return False
    return order.is_question(start)


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
