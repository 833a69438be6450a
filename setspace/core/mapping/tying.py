"""Going through the kinds of tie, one press at a time."""

from setspace.core.mapping.model import How

COURSE = (How.FINE, How.STRONG, How.STRAINED, How.FAINT, None)


def next_how(now: How | None, asked: str = "") -> How | None:
    """The kind that is asked for, or else the next after the one that there is; after the last, none."""
    if asked:
        return How(asked)
    return COURSE[(COURSE.index(now) + 1) % len(COURSE)]
