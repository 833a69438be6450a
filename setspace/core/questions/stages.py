"""What the coach keeps to itself in which stage.

In clarifying the coach says nothing: "Have you read the policy?" is a plain fact there, though elsewhere
it may be advice in disguise. "By when?" belongs in the actions, suggestions where the set has a stage for
sharing, and in a quiet minute there is nothing to say. Only in the stages for exploring is a closed question
spoken of; in a stage that is not listed, advice, leading, stacking and blame alone are.
"""

from setspace.core.questions.language import Kind

EXPLORING = frozenset({"", "turn", "open", "questioning", "help", "explore", "further"})
"""Stages, by key, in which everything may be said. No stage at all is read as one of them."""

SHARING = frozenset(
    {"resources", "sharing", "offers", "advice", "tips", "consult", "talk", "analysis", "feedback"}
)
"""Stages and blocks in which the set may suggest."""

CLARIFYING = frozenset({"facts", "clarify", "clarifying"})
"""Stages in which the set asks for facts."""

QUIET = frozenset(
    {"quiet", "stillness", "bidding", "check_in", "order", "agreement", "break", "close", "casting", "roles"}
)
"""Stages and blocks in which nobody asks the issue holder."""

_ALL = frozenset(Kind)
_CLOSED = frozenset({Kind.CLOSED, Kind.STATEMENT})


def hushed(stage: str) -> frozenset[Kind]:
    """The kinds that are not spoken of in a stage, given by its key or by the kind of its block."""
    if stage in QUIET or stage in CLARIFYING:
        return _ALL
    if stage in SHARING:
        return _CLOSED | {Kind.ADVICE}
    return frozenset() if stage in EXPLORING else _CLOSED
