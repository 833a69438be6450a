"""What was given, in words: what happened, for everybody, and what undoing it would take back."""

from setspace.core.process.gifts import Act, Added, Gift, GiftKind, Give, Passed
from setspace.core.process.sight.giving_words import KEEPS, listed, minutes, titles, turns
from setspace.core.process.sight.onlooker import Onlooker


def given(who: Onlooker, gift: Gift) -> str:
    """What happened, for everybody. It stays true whatever the session does later."""
    places = {block.key: place for place, block in enumerate(who.state.plan.blocks)}
    around = [give for give in gift.gives if give not in turns(who, gift)]
    around.sort(key=lambda give: places[give.block])
    return " ".join(filter(None, [_first(who, gift), _taken(who, around), _kept(gift)]))


def undo(who: Onlooker, act: Act) -> str:
    """What undoing takes back, so that nobody undoes anything else."""
    if isinstance(act, Added):
        return f"Undo {minutes(act.length)} added"
    if isinstance(act, Passed):
        name = who.first_name(act.person)
        is_absent = who.state.passed.get(act.person) == "absent"
        return f"Undo: {name} is not coming" if is_absent else f"Undo: {name} passes"
    return f"Undo: {_short(who, act.gift)}"


def _first(who: Onlooker, gift: Gift) -> str:
    """What it did besides what was taken from the parts around the turns."""
    if gift.kind is GiftKind.WHITE_SPACE:
        return f"We stay {minutes(gift.white_space)} longer, into the white space, as agreed."
    if gift.kind is GiftKind.ALL_TURNS:
        each = minutes(turns(who, gift)[0].length)
        return f"Taken from every turn that was to come: {each}. The ledger shows it."
    if gift.kind is GiftKind.LAST_TURN:
        name = who.first_name(gift.moved)
        return f"{name} goes first next time and has no turn today. The ledger says so."
    if gift.kind is GiftKind.LONGER_TURNS:
        return f"Every turn got {minutes(turns(who, gift)[0].length)} more, as agreed."
    return ""


def _taken(who: Onlooker, gives: list[Give]) -> str:
    if not gives:
        return ""
    if len(gives) == 1:
        return f"Taken from {_lower(titles(who, gives)[0])}: {minutes(gives[0].length)}."
    named = zip(titles(who, gives), gives, strict=True)
    return f"Taken: {listed([f'{minutes(give.length)} from {_lower(title)}' for title, give in named])}."


def _kept(gift: Gift) -> str:
    if gift.kind is GiftKind.LAST_TURN:
        return "The others keep their time."
    return "" if gift.kind in (GiftKind.ALL_TURNS, GiftKind.LONGER_TURNS) else KEEPS


def _short(who: Onlooker, gift: Gift) -> str:
    if gift.kind is GiftKind.WHITE_SPACE:
        return f"{minutes(gift.white_space)} of white space"
    if gift.kind is GiftKind.ALL_TURNS:
        return f"{minutes(turns(who, gift)[0].length)} from every turn"
    if gift.kind is GiftKind.LAST_TURN:
        return f"{who.first_name(gift.moved)} goes first next time"
    if gift.kind is GiftKind.LONGER_TURNS:
        return f"{minutes(turns(who, gift)[0].length)} more for every turn"
    taken = minutes(sum(give.length for give in gift.gives))
    named = titles(who, gift.gives)
    return f"{taken} from {_lower(named[0]) if len(named) == 1 else f'{len(named)} parts'}"


def _lower(title: str) -> str:
    """The name of a part inside a sentence."""
    return title[:1].lower() + title[1:]
