"""The sets as `setspace form` tells them to people."""

from setspace.core.forming.explaining import bound_in_words
from setspace.core.forming.model import UNIT, Instance
from setspace.web.commands.form_worker import Report

MOST_SHOWN = 60


def told(instance: Instance, report: Report) -> str:
    if report.clash:
        return "\n".join(report.clash)
    if report.formed is None:
        return "There was not enough time for any answer; everybody waits. Allow more --seconds."
    if not report.is_usable:
        return (
            "No answer was found in which all pins hold. Each pinned set could be there alone: they need "
            "the same people, facilitators or rooms. Take away a pin, or allow more --seconds."
        )
    now = report.formed.objective
    counts = (
        f"{now.placed} of {len(instance.applicants)} people in {len(report.answer.sets)} sets, "
        f"{len(report.answer.waiting)} waiting, {-now.kept} moves, quality {now.quality / UNIT:.1f}, "
        f"{report.seconds:.1f} seconds."
    )
    lines = [counts, bound_in_words(report.formed.objective, report.formed.bound)]
    for one in report.answer.sets[:MOST_SHOWN]:
        slot = instance.programme.slots[one.slot].label
        lines.append(f"{one.id}  {slot}, {one.facilitator}, {one.language}: {', '.join(one.members)}")
    if len(report.answer.sets) > MOST_SHOWN:
        lines.append(f"… and {len(report.answer.sets) - MOST_SHOWN} more sets, in the result.")
    for who, reasons in report.reasons.get("people", {}).items():
        lines += [
            f"\n{who}",
            *(f"  {kind.replace('_', ' ')}: {_all(words)}" for kind, words in reasons.items() if words),
        ]
    return "\n".join(lines)


def _all(words: list[str] | str) -> str:
    return words if isinstance(words, str) else "; ".join(words)
