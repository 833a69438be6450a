"""Which cue cards belong to a stage."""

from setspace.core.process.cue_cards import CUES, Cue, Moment
from setspace.core.process.formats import Artefact, BlockKind, Floor, HolderState
from setspace.core.process.steps import Step

_BY_KIND = {
    BlockKind.CHECK_IN: (Moment.ARRIVE,),
    BlockKind.UPDATE: (Moment.UPDATE,),
    BlockKind.BIDDING: (Moment.BIDS,),
    BlockKind.ORDER: (Moment.BIDS,),
    BlockKind.REVIEW: (Moment.PROCESS,),
    BlockKind.FEEDBACK: (Moment.PROCESS,),
    BlockKind.CLOSE: (Moment.CLOSE,),
}
_BY_ARTEFACT = {
    Artefact.CHECK_IN: Moment.ARRIVE,
    Artefact.BIDS: Moment.BIDS,
    Artefact.ISSUE: Moment.TELL,
    Artefact.KEY_QUESTION: Moment.QUESTION,
    Artefact.QUESTIONS: Moment.ASK,
    Artefact.ECHO: Moment.ECHO,
    Artefact.ACTIONS: Moment.ACTIONS,
    Artefact.REPORTS: Moment.UPDATE,
    Artefact.SCORE: Moment.PROCESS,
}


def moments(step: Step) -> tuple[Moment, ...]:
    """What a step is for. A stage of a turn may be for several things, or for none in particular."""
    if step.stage is None:
        return _BY_KIND.get(step.block.kind, ())
    found = [_BY_ARTEFACT[artefact] for artefact in step.writes]
    if step.holder_state is HolderState.TURNED_AWAY:
        found.append(Moment.AWAY)
    if step.floor is Floor.NOBODY:
        found.append(Moment.QUIET)
    if not found and step.floor is Floor.HOLDER:
        found.append(Moment.TELL)
    if not found:
        found.append(Moment.PROCESS)
    return tuple(dict.fromkeys(found))


def for_step(step: Step | None) -> tuple[tuple[Cue, ...], tuple[Cue, ...]]:
    """The cards for this step, and all the others; before and after a session none is for the moment."""
    now = moments(step) if step is not None else ()
    here = tuple(cue for cue in CUES if set(cue.at) & set(now))
    return here, tuple(cue for cue in CUES if cue not in here)
