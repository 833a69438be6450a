"""Marks the coach's readings of labelled questions, axis by axis."""

from collections.abc import Iterable, Sequence

from setspace.core.questions.grammar import Grammar
from setspace.core.questions.reading import ENGLISH, Form, Reading, read
from tests.core.questions.labelled import Labelled


def scores(questions: Sequence[Labelled], grammar: Grammar = ENGLISH) -> dict[str, float]:
    """How well a grammar reads labelled questions."""
    return marked(questions, [read(one.text, grammar=grammar) for one in questions])


def marked(questions: Sequence[Labelled], readings: Sequence[Reading]) -> dict[str, float]:
    """Shares from 0 to 1. A leading flag counts as right wherever either was accepted."""
    pairs = list(zip(questions, readings, strict=True))
    lead = [(one.leading, _leads(one, found)) for one, found in pairs]
    advice = [(one.advice, bool(found.advice)) for one, found in pairs]
    blame = [(one.why_blame, bool(found.why_blame)) for one, found in pairs]
    clean = [found for one, found in pairs if one.is_clean]
    return {
        "questions": len(pairs),
        "all axes": _share(_is_right(one, found) for one, found in pairs),
        "form": _share(found.form.value in one.forms for one, found in pairs),
        "leading F1": _f1(lead),
        "advice precision": _precision(advice),
        "advice recall": _recall(advice),
        "why-blame F1": _f1(blame),
        "false cues on clean open": _share(_is_flagged(found) for found in clean),
        "spans that meet": _share(_meets(one, found) for one, found in pairs if one.cues),
    }


def _is_right(one: Labelled, found: Reading) -> bool:
    return (
        found.form.value in one.forms
        and bool(found.leading) in one.leading_ok
        and bool(found.advice) == one.advice
    )


def _leads(one: Labelled, found: Reading) -> bool:
    return one.leading if bool(found.leading) in one.leading_ok else bool(found.leading)


def _is_flagged(found: Reading) -> bool:
    return found.form is not Form.OPEN or bool(found.spans)


def _meets(one: Labelled, found: Reading) -> bool:
    """Whether each labelled span is met by one of the same kind."""
    return all(
        any(
            span.kind.value == cue["type"] and span.start < cue["end"] and span.end > cue["start"]
            for span in found.spans
        )
        for cue in one.cues
    )


def _share(truths: Iterable[bool]) -> float:
    rows = list(truths)
    return round(sum(rows) / max(1, len(rows)), 3)


def _precision(pairs: Sequence[tuple[bool, bool]]) -> float:
    return _share(gold for gold, found in pairs if found)


def _recall(pairs: Sequence[tuple[bool, bool]]) -> float:
    return _share(found for gold, found in pairs if gold)


def _f1(pairs: Sequence[tuple[bool, bool]]) -> float:
    both = sum(gold and found for gold, found in pairs)
    return round(2 * both / max(1, sum(gold for gold, _ in pairs) + sum(found for _, found in pairs)), 3)
