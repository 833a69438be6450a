"""What somebody who leads might say quietly to one person: suggestions, each with its reason first.

They come from what was typed and from who was brought in, never from anybody's voice. Nothing is sent
by itself; whoever was told something quietly in this turn is suggested no more.
"""

import re
from collections.abc import Iterator
from typing import Any

from setspace.core.process import timing
from setspace.core.process.formats import Artefact
from setspace.core.process.sight.onlooker import Onlooker

MOST_SHOWN = 2
LONG = 30  # words
IN_A_ROW = 3  # questions of one person, with none of anybody else between
ADVICE = re.compile(
    r"have you (thought|tried|considered)|why don[’']t you|what if you|how about"
    r"|you (should|could|need to|ought to)\b|if i were you|in my experience",
    re.IGNORECASE,
)


def suggestions(who: Onlooker) -> list[dict[str, Any]]:
    """At most two, the most telling first; none outside the stages in which questions are asked."""
    if not who.leads or not who.state.holder or not who.writes(Artefact.QUESTIONS):
        return []
    told = _told_in_this_turn(who)
    found: list[dict[str, Any]] = []
    for person, reason, words in _found(who):
        is_new = person not in told and person not in [one["person"] for one in found]
        if is_new and person != who.id and who.state.seat(person) is not None:
            found.append({**who.card(person), "reason": reason, "words": words})
    return found[:MOST_SHOWN]


def _found(who: Onlooker) -> Iterator[tuple[str, str, str]]:
    yield from _advising(who)
    yield from _crowding(who)
    yield from _rambling(who)
    yield from _silent(who)


def _advising(who: Onlooker) -> Iterator[tuple[str, str, str]]:
    for person, text in _latest(who).items():
        if ADVICE.search(text):
            name = who.first_name(person)
            yield person, f"{name}’s last question leaned on advice.", "Could that be a question?"


def _crowding(who: Onlooker) -> Iterator[tuple[str, str, str]]:
    last = [asked.by for asked in who.part.asked][-IN_A_ROW:]
    if len(last) == IN_A_ROW and len(set(last)) == 1 and len(who.state.members) > 2:
        name = who.first_name(last[0])
        yield (
            last[0],
            f"{name} asked the last {IN_A_ROW} questions.",
            "Shall we leave room for somebody else?",
        )


def _rambling(who: Onlooker) -> Iterator[tuple[str, str, str]]:
    for person, text in _latest(who).items():
        length = len(text.split())
        if length > LONG:
            name = who.first_name(person)
            yield person, f"{name}’s last question had {length} words.", "What is the heart of your question?"


def _silent(who: Onlooker) -> Iterator[tuple[str, str, str]]:
    """Who is here and has neither asked nor waits, once more than half of the stage is over."""
    state, visit = who.state, who.state.visit
    if visit is None or timing.left(state, who.now) * 2 > visit.allowance:
        return
    heard = {asked.by for asked in who.part.asked} | {*state.queue, state.floor, *state.floors_taken}
    for seat in state.members:
        if seat.person in who.present and seat.person not in heard and seat.person != state.holder:
            yield (
                seat.person,
                f"{seat.first_name} has not asked in this turn.",
                "Anything you’re curious about?",
            )


def _latest(who: Onlooker) -> dict[str, str]:
    """The newest question of each person in this turn."""
    return {asked.by: asked.text for asked in who.part.asked}


def _told_in_this_turn(who: Onlooker) -> set[str]:
    state = who.state
    turn = who.step.turn if who.step else None
    here = {n for n, visit in enumerate(state.visits, 1) if state.steps[visit.step].turn == turn}
    return {word.person for word in state.quiet_words if word.visit in here}
