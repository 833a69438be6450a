"""An answer as plain data, and back."""

from typing import Any

from setspace.core.forming.model import Answer


def plain(answer: Answer) -> dict[str, Any]:
    sets = [
        {
            "id": one.id,
            "slot": one.slot,
            "facilitator": one.facilitator,
            "language": one.language,
            "members": list(one.members),
        }
        for one in answer.sets
    ]
    return {"sets": sets, "waiting": list(answer.waiting)}
