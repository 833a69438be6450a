"""From seats, by numbers, to an answer, by ids, and its sets' names."""

from collections.abc import Iterable, Sequence

from setspace.core.forming.model import Answer, FormedSet, Instance


def answer_of(instance: Instance, rows: Iterable[tuple[str, str, str, str, Sequence[str]]]) -> Answer:
    """An answer of rows of a name or "", slot, facilitator, language and members; new sets get free names."""
    taken = {old.id for old in instance.previous} | set(instance.pins.values())
    free = (
        name
        for number in range(1, 1 + len(instance.applicants) + len(taken))
        if (name := f"S{number}") not in taken
    )
    ordered = sorted(rows, key=lambda row: (row[1], min(row[4])))
    sets = [
        FormedSet(name or next(free), slot, helper, tongue, tuple(sorted(who)))
        for name, slot, helper, tongue, who in ordered
    ]
    placed = {who for one in sets for who in one.members}
    waiting = [who for who in instance.applicants if who not in placed]
    waiting.sort(key=lambda who: (-instance.applicants[who].priority, who))
    return Answer(tuple(sets), tuple(waiting))
