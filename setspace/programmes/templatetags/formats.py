"""What the fields of a format are called, for templates."""

from django import template

from setspace.core.process.formats import Advice, Block, Ends, Floor, HolderState, Stage, TurnRule
from setspace.core.process.labels import label

register = template.Library()


@register.filter
def speaking(stage: Stage) -> str:
    """Members ask, the issue holder answers. One at a time, in a queue."""
    if (stage.floor, stage.rule) == (Floor.MEMBERS, TurnRule.ROUND):
        return "The members, each once"
    rule = "" if stage.rule is TurnRule.FREE else f". {label(stage.rule)}"
    return f"{label(stage.floor)}{rule}"


@register.filter
def remarks(stage: Stage) -> str:
    """Whatever else is out of the ordinary in a stage, in one line."""
    written = ", ".join(label(one) for one in stage.writes)
    said = [
        f"Issue holder: {label(stage.holder).lower()}" if stage.holder is not HolderState.PRESENT else "",
        f"Advice: {label(stage.advice).lower()}" if stage.advice is not Advice.NEVER else "",
        "Moves on by itself" if stage.ends is Ends.HARD else "",
        "Takes up what earlier stages left or overran" if stage.is_elastic else "",
        "Only if the issue holder asks for it" if stage.is_on_request else "",
        "" if stage.is_coached else "Without the question coach",
        f"Written down: {written.lower()}" if written else "",
    ]
    return ". ".join(one for one in said if one)


@register.filter
def kind(block: Block) -> str:
    """What kind of part it is, where its title does not say so already."""
    words = label(block.kind)
    return "" if words.casefold() in block.title.casefold() else words
