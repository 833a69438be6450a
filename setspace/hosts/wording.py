"""What a programme's page says until an organiser words it otherwise: plain words, from its shape."""

from setspace.core.schedule.shapes import Kind, Shape
from setspace.lib import dates, words

HEADLINE = "{people} people. One question at a time."
ONE_HEADLINE = "A few people. One question at a time."
HOW = (
    "You bring something real that you are grappling with at work. The others ask open questions, which "
    "help you think it through for yourself. You leave with actions that are your own, and at the next "
    "session you say what became of them."
)
CONFIDENTIALITY = (
    "What is said in the set stays in the set. Whoever organises the programme sees who takes part and on "
    "which dates. They do not see what is said.\n\n"
    "If someone is at risk of harm, or the law requires it, the facilitator may have to act."
)
WHAT_IT_IS_NOT = (
    "It is not a training course: nobody teaches and there is nothing to learn by heart.\n\n"
    "It is not therapy, and it is not a place to complain. The set works on what you can change.\n\n"
    "Nobody gives you advice, and nobody reports on you."
)
ABSENCE = (
    "The set counts on everybody being there. Please apply only if you can come to every date of one set.\n\n"
    "If something happens that you cannot help, tell your facilitator as early as you can. The set meets "
    "without you, and you come to the next session. If you cannot come to more than one, we talk about "
    "whether the set still works for you."
)
AUDIENCES = {
    "tpas-vals": "For people in housing, at every level",
    "ithrive-monthly": "For people who work with children, young people and families",
    "seal": "For managers and leaders of every kind of organisation",
    "community-resolve": "For people who work with communities",
    "nhs-people-vals": "For people in health and care",
    "intrac-plp": "For people in charities and civil society",
    "kings-fund-pcn": "For people who lead in primary care",
    "kzn-health": "For people who run hospitals and health services",
    "york-90": "For researchers and university staff",
    "ega-24m": "For people on the master’s programme",
}


def default_words(shape: Shape, least: int, most: int) -> dict[str, str]:
    """The words by the fields of a programme."""
    return {
        "headline": HEADLINE.format(people=words.number(most).capitalize())
        if least == most
        else ONE_HEADLINE,
        "audience": AUDIENCES.get(shape.key, ""),
        "what_it_is": "\n\n".join(_what_it_is(shape, least, most)),
        "what_it_is_not": WHAT_IT_IS_NOT,
        "confidentiality": CONFIDENTIALITY,
        "absence": ABSENCE,
    }


def _what_it_is(shape: Shape, least: int, most: int) -> list[str]:
    size = words.number(least) if least == most else f"{words.number(least)} to {words.number(most)}"
    times = words.counted(len(shape.meetings), "time", "times")
    who = f"Action learning in a small set: {size} people and a facilitator meet {times}."
    return [who, HOW, *_meetings(shape)]


def _meetings(shape: Shape) -> list[str]:
    """A sentence on the sessions, and one on what is around them."""
    sessions = [one for one in shape.meetings if one.kind is Kind.SESSION]
    others = [one for one in shape.meetings if one.kind is not Kind.SESSION]
    found = []
    if sessions:
        long = _lengths([one.minutes for one in sessions])
        said = words.counted(len(sessions), "session of", "sessions of")
        found.append(f"There {'is' if len(sessions) == 1 else 'are'} {said} {long}.")
    if others:
        titles = words.listed([f"{_article(one.kind)} of {dates.length(one.minutes)}" for one in others])
        found.append(f"Beside them there is {titles}.")
    return [" ".join(found)] if found else []


def _lengths(minutes: list[int]) -> str:
    shortest, longest = min(minutes), max(minutes)
    if shortest == longest:
        return dates.length(shortest)
    return f"{dates.length(shortest)} to {dates.length(longest)}"


def _article(kind: Kind) -> str:
    return {Kind.FOLLOW_UP: "a follow-up"}.get(kind, f"an {kind.value}")
