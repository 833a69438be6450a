"""The ways to give time, in words: what happens, and who gives what."""

from collections.abc import Iterable
from typing import Any

from setspace.core.process.gifts import Gift, GiftKind, Give, Proposal
from setspace.core.process.giving import Price
from setspace.core.process.leading import leaders
from setspace.core.process.sharing import Offer
from setspace.core.process.sight.onlooker import Onlooker

KEEPS = "Every turn keeps its time."


def way(who: Onlooker, offer: Offer) -> dict[str, Any]:
    """One way as the console shows it: a title, and what it costs."""
    return {
        "kind": offer.kind.value,
        "title": _title(who, offer.gift),
        "cost": _cost(who, offer.gift),
        "needs_consent": offer.needs_consent,
    }


def question(who: Onlooker, proposal: Proposal) -> str:
    """What everybody is asked to agree to."""
    if proposal.kind is GiftKind.LONGER_TURNS:
        return "A turn has fallen away. Shall the others be longer?"
    return f"Can you stay {minutes(proposal.white_space)} longer, into the white space?"


def price(who: Onlooker, found: Price) -> str:
    """Who could give back one more minute."""
    offer = found.way
    if offer is None:
        return "You have it in hand." if found.is_in_hand else "Nothing is left to give it back."
    if offer.kind in (GiftKind.BLOCKS, GiftKind.ONE_BLOCK):
        return f"{listed(titles(who, offer.gift.gives))} can give it back."
    return "Only turns or white space could give it back."


def leader(who: Onlooker) -> str:
    """The first name of who asks the set."""
    found = leaders(who.state)
    return who.first_name(found[0]) if found else "Your facilitator"


def minutes(length: int) -> str:
    """A length in words: 1 minute, 4 minutes, 2 minutes 15 seconds."""
    whole, seconds = divmod(abs(length) // 1000, 60)
    parts = [f"{whole} {'minute' if whole == 1 else 'minutes'}"] if whole else []
    parts += [f"{seconds} {'second' if seconds == 1 else 'seconds'}"] if seconds else []
    return " ".join(parts) or "nothing"


def titles(who: Onlooker, gives: Iterable[Give]) -> list[str]:
    by_key = {block.key: block.title for block in who.state.plan.blocks}
    return [by_key[give.block] for give in gives]


def turns(who: Onlooker, gift: Gift) -> list[Give]:
    kept = {block.key for block in who.state.plan.blocks if block.is_protected}
    return [give for give in gift.gives if give.block in kept]


def listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _title(who: Onlooker, gift: Gift) -> str:
    shaved = turns(who, gift)
    if gift.kind is GiftKind.WHITE_SPACE:
        return f"End {minutes(gift.white_space)} later, into the white space"
    if gift.kind is GiftKind.ALL_TURNS:
        return f"Shorten every turn to come by {minutes(shaved[0].length)}"
    if gift.kind is GiftKind.LAST_TURN:
        return f"{who.first_name(gift.moved)} goes first next time"
    if gift.kind is GiftKind.LONGER_TURNS:
        return f"Make every turn {minutes(shaved[0].length)} longer"
    return f"Shorten {listed(titles(who, gift.gives)).lower()}"


def _cost(who: Onlooker, gift: Gift) -> str:
    around = [give for give in gift.gives if give not in turns(who, gift)]
    told = _each(who, around)
    if gift.kind is GiftKind.WHITE_SPACE:
        return f"Everybody is asked first. {told}{KEEPS}"
    if gift.kind is GiftKind.ALL_TURNS:
        return f"{told}The ledger shows it for everybody whose turn is to come."
    if gift.kind is GiftKind.LAST_TURN:
        name = who.first_name(gift.moved)
        return f"{told}{name} has no turn today, and the ledger says so. The others keep their time."
    if gift.kind is GiftKind.LONGER_TURNS:
        return "Everybody is asked first. It takes nothing from anybody."
    return f"{told}{KEEPS}"


def _each(who: Onlooker, gives: Iterable[Give]) -> str:
    by_key = {block.key: block.title for block in who.state.plan.blocks}
    told = [f"{by_key[give.block]} {minutes(give.length)}" for give in gives]
    return f"{listed(told)} less. " if told else ""
