"""What one person in the room may see: the only thing that a browser ever receives.

``sight`` gives a view as small named regions, each a plain JSON-able value; an empty value means that
there is nothing to see there. First load, every update and waking from sleep are this one function.
What a role may not see is not in its view. Regions never hold the present moment, only moments that
stay the same until something happens, so that equal regions are equal and are rendered once.
"""

from collections.abc import Callable
from typing import Any

from setspace.core.process.sight import (
    agenda,
    breaks,
    clock,
    giving,
    leading,
    life,
    manner,
    noted,
    observing,
    own,
    people,
    questions,
    showing,
    voices,
    wall,
    white_space,
)
from setspace.core.process.sight.onlooker import Onlooker, onlooker
from setspace.core.process.state import State

Region = dict[str, Any]
View = dict[str, Region]


def sight(state: State, person: str, now: int, present: frozenset[str]) -> View:
    """The view of one person at a moment.

    ``person`` must have a seat, else the view is empty. ``present`` are the people whose connection
    is alive; it is the one thing that is not in the log.
    """
    who = onlooker(state, person, now, present)
    if who is None:
        return {}
    shown = observing.seen(who, REGIONS)
    return {name: see(who) if shown[name] else {} for name, see in REGIONS.items()}


REGIONS: dict[str, Callable[[Onlooker], Region]] = {
    "bar": clock.bar,
    "leading": leading.lead,
    "observing": observing.observing,
    "clock": clock.clock,
    "now": clock.now_card,
    "late": giving.late,
    "giving": giving.ways,
    "consent": giving.consent,
    "given": giving.given,
    "ledger": giving.shares,
    "back": breaks.back,
    "white_space": white_space.white_space,
    "wall": wall.wall,
    "question": questions.question,
    "shown": showing.shown,
    "show": showing.show,
    "people": people.tiles,
    "cue": people.cue,
    "manner": manner.manner,
    "still": manner.still,
    "resources": manner.resources,
    "cues": manner.cue_cards,
    "queue": people.queue,
    "asked": questions.asked,
    "compose": questions.compose,
    "held": questions.held,
    "wording": questions.wording,
    "agenda": agenda.agenda,
    "order": agenda.order,
    "voices": voices.voices,
    "round": noted.go_round,
    "actions": noted.actions,
    "check_in": own.check_in,
    "bid": own.bid,
    "reports": own.reports,
    "echo": own.echo,
    "score": own.score,
    "feedback": own.feedback,
    "own_turn": life.own_turn,
    "moment": life.moment,
    "quiet_word": life.quiet_word,
    "quiet_words": life.quiet_words,
    "part": own.part,
    "parts": own.parts,
}
