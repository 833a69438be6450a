"""The resources round: offers from the others, if the issue holder asks for them; and rounds that have it."""

from dataclasses import replace

from setspace.core.process.formats import Advice, Artefact, Floor, Format, Prompts, Stage, TurnRule

RESOURCES_MINUTES = 5


def resources() -> Stage:
    """Each offers one thing, once: a contact, a text, an experience. Nobody discusses it."""
    return Stage(
        "resources",
        "Resources round",
        RESOURCES_MINUTES,
        2,
        8,
        Floor.MEMBERS,
        TurnRule.ROUND,
        Advice.ON_REQUEST,
        writes=(Artefact.ECHO,),
        is_on_request=True,
        prompts=Prompts(
            "You asked for this. Listen, and take only what is of use.",
            "A contact, a text, an experience: offer it once, without discussion.",
            "One offer each, with no discussion. Taking none of them is fine.",
        ),
    )


def with_resources(round_: Format, *, key: str, title: str, source: str, after: str) -> Format:
    """A round with resources after a stage; until they are asked for the elastic stage has their minutes."""
    stages: list[Stage] = []
    for stage in round_.stages:
        shorter = stage.minutes - RESOURCES_MINUTES
        stages.append(replace(stage, minutes=shorter) if stage.is_elastic else stage)
        if stage.key == after:
            stages.append(resources())
    return replace(round_, key=key, title=title, source=source, stages=tuple(stages))
