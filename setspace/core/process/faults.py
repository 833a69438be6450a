"""What is wrong with a format or session plan: each fault in words, and the place that mends it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from setspace.core.process.formats import Block, BlockKind, Format, Plan
from setspace.core.process.labels import field_label
from setspace.core.process.soundness import unsound_format, unsound_plan

Place = tuple[str | int, ...]

PARTS = {"stages": "stage", "blocks": "part", "rounds": "round", "variants": "variant"}
PASSED_OVER = (*PARTS, "prompts", "round", "plan")  # on the way to something else


@dataclass(frozen=True, slots=True)
class Fault:
    """``place`` leads to a field or a part, such as ("stages", 2, "minutes"); () is the whole.

    ``words`` is a sentence. ``names_itself`` says that it can be understood without its place.
    """

    place: Place
    words: str
    names_itself: bool = False

    def __str__(self) -> str:
        """Stage 3, minutes: give a whole number from 1 to 240."""
        where = named(self.place)
        if self.names_itself or not where:
            return self.words
        return f"{where}: {self.words[:1].lower()}{self.words[1:]}"


def named(place: Place) -> str:
    """Stage 3, minutes, for ("stages", 2, "minutes"); nothing for the whole."""
    where = ", ".join(_steps(place))
    return f"{where[:1].upper()}{where[1:]}"


def format_faults(format_: Format) -> tuple[Fault, ...]:
    """What does not add up in a format, each fault where it can be mended."""
    said = unsound_format(format_)
    mended = {
        "minutes": unsound_format(replace(format_, minutes=sum(stage.minutes for stage in format_.stages))),
        "least_people": unsound_format(replace(format_, least_people=2, most_people=8)),
    }
    alone = [
        unsound_format(replace(format_, stages=(stage,), minutes=stage.minutes)) for stage in format_.stages
    ]
    titles = [stage.title for stage in format_.stages]
    return tuple(_placed(said, ("stages",), titles, alone, mended))


def plan_faults(plan: Plan, formats: Mapping[str, Format]) -> tuple[Fault, ...]:
    """What does not add up in a session plan; ``formats`` are those that its turns may name, by key."""
    main = replace(plan, variants=())
    said = unsound_plan(main, formats)
    mended = {
        "minutes": unsound_plan(replace(main, minutes=sum(block.minutes for block in plan.blocks)), formats),
        "least_people": unsound_plan(replace(main, least_people=2, most_people=8), formats),
    }
    alone = [_alone(main, block, formats) for block in plan.blocks]
    titles = [block.title for block in plan.blocks]
    of_main = tuple(_placed(said, ("blocks",), titles, alone, mended))
    return of_main + tuple(_of_variants(plan, formats, said)) + tuple(_of_rounds(plan, formats))


def _placed(
    said: Iterable[str],
    here: Place,
    titles: Sequence[str],
    alone: Sequence[Collection[str]],
    mended: Mapping[str, Collection[str]],
) -> Iterator[Fault]:
    """Each fault at its field, if it goes when that is put right; else at its part; else at the whole.

    A part has a fault if it has it ``alone``, or if the fault begins with its title.
    """
    for words in dict.fromkeys(said):
        field = next((name for name, left in mended.items() if words not in left), None)
        parts = [place for place, found in enumerate(alone) if words in found]
        parts = parts or [place for place, title in enumerate(titles) if words.startswith(f"{title} ")][:1]
        if field is not None:
            yield Fault((field,), words, names_itself=True)
        elif parts:
            yield from (Fault((*here, place), words, names_itself=True) for place in parts)
        else:
            yield Fault(here[:-1], words, names_itself=True)


def _of_variants(plan: Plan, formats: Mapping[str, Format], said: Collection[str]) -> Iterator[Fault]:
    """What the plan would not have without a variant is the variant's."""
    others: set[str] = set(said)
    for number, variant in enumerate(plan.variants):
        before = unsound_plan(replace(plan, variants=plan.variants[:number]), formats)
        found = unsound_plan(replace(plan, variants=plan.variants[: number + 1]), formats)
        new = [words for words in found if words not in others and words not in before]
        alone = [_alone(plan, block, formats) for block in variant.blocks]
        titles = [block.title for block in variant.blocks]
        yield from _placed(new, ("variants", number, "blocks"), titles, alone, {})
        others.update(new)


def _alone(plan: Plan, block: Block, formats: Mapping[str, Format]) -> tuple[str, ...]:
    return unsound_plan(replace(plan, blocks=(block,), minutes=block.minutes, variants=()), formats)


def _of_rounds(plan: Plan, formats: Mapping[str, Format]) -> Iterator[Fault]:
    """A turn follows a round that must add up itself."""
    for here, blocks in _courses(plan):
        for number, block in enumerate(blocks):
            format_ = formats.get(block.format) if block.kind is BlockKind.TURN else None
            if format_ is not None and unsound_format(format_):
                words = f"{block.title} follows {format_.title}, which does not add up yet."
                yield Fault((*here, number), words, names_itself=True)


def _courses(plan: Plan) -> Iterator[tuple[Place, tuple[Block, ...]]]:
    yield ("blocks",), plan.blocks
    for number, variant in enumerate(plan.variants):
        yield ("variants", number, "blocks"), variant.blocks


def _steps(place: Place) -> Iterator[str]:
    before: str | int = ""
    for number, step in enumerate(place):
        if isinstance(step, int):
            if before in PARTS:
                yield f"{PARTS[str(before)]} {step + 1}"
        elif before == "prompts":
            yield f"prompt for the {field_label(step)}"
        elif number == len(place) - 1 or step not in PASSED_OVER:
            yield field_label(step)
        before = step
