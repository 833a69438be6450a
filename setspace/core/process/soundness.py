"""Whether a format or a session plan adds up: a sentence for each thing that does not."""

from collections.abc import Iterable, Iterator, Mapping

from setspace.core.process.formats import Block, BlockKind, Format, HolderState, Plan, Stage


def unsound_format(format_: Format) -> tuple[str, ...]:
    """What does not add up in a format, a sentence each; empty when it is sound."""
    return tuple(_format_faults(format_))


def unsound_plan(plan: Plan, formats: Mapping[str, Format]) -> tuple[str, ...]:
    """What does not add up in a session plan, a sentence each; empty when it is sound.

    ``formats`` are those that the plan's turns may name, by key.
    """
    return tuple(_plan_faults(plan, formats))


def _format_faults(format_: Format) -> Iterator[str]:
    total = sum(stage.minutes for stage in format_.stages)
    if not format_.stages:
        yield f"{format_.title} has no stages."
    if total != format_.minutes:
        yield f"The stages of {format_.title} take {total} minutes, but it says {format_.minutes}."
    if not 2 <= format_.least_people <= format_.most_people:
        yield f"{format_.title} is for {format_.least_people} to {format_.most_people} people."
    yield from _repeated(format_.title, [stage.key for stage in format_.stages])
    if sum(stage.is_elastic for stage in format_.stages) > 1:
        yield f"{format_.title} has more than one stage that gives and takes time."
    for stage in format_.stages:
        yield from _stage_faults(stage)
    yield from _request_faults(format_)


def _stage_faults(stage: Stage) -> Iterator[str]:
    if not 1 <= stage.least <= stage.minutes <= stage.most:
        yield f"{stage.title} cannot be {stage.least} to {stage.most} minutes, {stage.minutes} as a rule."
    if stage.holder is HolderState.TURNED_AWAY and stage.writes:
        yield f"{stage.title} has its issue holder turned away: nothing can be written down in it."
    if stage.is_on_request and stage.is_elastic:
        yield f"{stage.title} takes place on request: it cannot be the stage that gives and takes time."


def _request_faults(format_: Format) -> Iterator[str]:
    """Until it is asked for, the elastic stage, which comes before, holds the minutes of such a stage."""
    requested = [stage for stage in format_.stages if stage.is_on_request]
    if not requested:
        return
    places = [place for place, stage in enumerate(format_.stages) if stage.is_elastic]
    first = format_.stages.index(requested[0])
    if not places or places[0] > first:
        title = requested[0].title
        yield f"{title} takes place on request: a stage before it must hold its minutes until then."
    if format_.stages[-1].is_on_request:
        yield f"{format_.stages[-1].title} takes place on request: it cannot be the last stage."
    for stage in (format_.stages[place] for place in places[:1]):
        needed = stage.minutes + sum(other.minutes for other in requested)
        if stage.most < needed:
            yield f"{stage.title} must be able to take {needed} minutes, for nobody may ask for the rest."


def _plan_faults(plan: Plan, formats: Mapping[str, Format]) -> Iterator[str]:
    if not 2 <= plan.least_people <= plan.most_people:
        yield f"{plan.title} is for {plan.least_people} to {plan.most_people} people."
    yield from _course_faults(plan, plan.title, plan.blocks, formats)
    for variant in plan.variants:
        title = f"{plan.title} for {variant.people}"
        if not plan.least_people <= variant.people <= plan.most_people:
            people = f"{plan.least_people} to {plan.most_people} people"
            yield f"{title} can never be held: the plan is for {people}."
        yield from _course_faults(plan, title, variant.blocks, formats)
    counts = [str(variant.people) for variant in plan.variants]
    yield from _repeated(f"{plan.title}, by people,", counts)


def _course_faults(
    plan: Plan, title: str, blocks: tuple[Block, ...], formats: Mapping[str, Format]
) -> Iterator[str]:
    total = sum(block.minutes for block in blocks)
    if not blocks:
        yield f"{title} has no parts."
    if total != plan.minutes:
        yield f"The parts of {title} take {total} minutes, but it says {plan.minutes}."
    yield from _repeated(title, [block.key for block in blocks])
    for block in blocks:
        yield from _block_faults(block, formats)


def _block_faults(block: Block, formats: Mapping[str, Format]) -> Iterator[str]:
    if not 1 <= block.least <= block.minutes:
        yield f"{block.title} cannot shrink from {block.minutes} to {block.least} minutes."
    if block.gives is not None and block.least == block.minutes:
        yield f"{block.title} has no minutes to give: it cannot be shorter than {block.least}."
    if block.gives is None and block.least != block.minutes:
        yield f"{block.title} must say in which order it gives its {block.minutes - block.least} minutes."
    if block.kind is not BlockKind.TURN:
        return
    if block.least != block.minutes:
        yield f"{block.title} is a turn: its minutes are protected."
    format_ = formats.get(block.format)
    if format_ is None:
        yield f"{block.title} names a format that is not there: {block.format}."
    elif format_.minutes != block.minutes:
        yield f"{block.title} has {block.minutes} minutes, but {format_.title} takes {format_.minutes}."


def _repeated(title: str, keys: Iterable[str]) -> Iterator[str]:
    listed = list(keys)
    for key in sorted({key for key in listed if listed.count(key) > 1}):
        yield f"{title} has {key} more than once."
