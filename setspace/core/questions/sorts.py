"""How a question asks: freely, or for a yes, a choice, a fact."""

from enum import StrEnum

from setspace.core.questions.order import Order

IF = frozenset({"if", "whether"})


class Sort(StrEnum):
    """How a clause asks; all but OPEN are closed."""

    OPEN = "open"
    YES_OR_NO = "yes or no"
    A_OR_B = "a or b"
    FACT = "fact"
    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    SCALE = "scale"
    TAG = "tag"
    WELCOME = "welcome"  # "Is there anything else?": closed, and always right
    ASIDE = "aside"  # "Okay?"
    ECHO = "echo"  # a statement or a fragment with a question mark: closed, and nothing to say about it


_FACTS = {
    "when": Sort.DATE,
    "who": Sort.PERSON,
    "whose": Sort.PERSON,
    "whom": Sort.PERSON,
    "how": Sort.NUMBER,
}


def sort_of(order: Order, index: int) -> Sort:
    """How the question asks that begins here."""
    if _is_scale(order) and not order.look("not scale", index):
        return Sort.SCALE
    if order.wh_at(index) is not None:
        return sort_of_wh(order, index)
    if order.look("welcome", index):
        return Sort.WELCOME
    return Sort.A_OR_B if "or" in order.words[index:] else Sort.YES_OR_NO


def sort_of_wh(order: Order, index: int) -> Sort:
    """Open, but for what wants one fact."""
    if order.look("fact", index) is None or order.look("not fact", index):
        return Sort.OPEN
    wh = order.wh_at(index)
    return _FACTS.get(order.words[index if wh is None else wh], Sort.FACT)


def sort_of_embedded(order: Order, index: int) -> Sort:
    """What "I wonder" goes on with here: "if" asks for a yes."""
    if order.words[index] in IF:
        return Sort.YES_OR_NO
    return sort_of_wh(order, index)


def sort_of_fragment(order: Order, start: int) -> Sort:
    """A few words, or a statement, with a question mark."""
    if _is_scale(order):
        return Sort.SCALE
    if order.look("welcome", start):
        return Sort.WELCOME
    if order.words[order.stop - 1] in order.grammar.wh:
        return Sort.OPEN
    lead_in = order.look("lead-in", start)
    return Sort.ASIDE if lead_in and lead_in.stop == order.stop else Sort.ECHO


def _is_scale(order: Order) -> bool:
    return order.grammar["scale"].first(order.words, 0, order.stop) is not None
