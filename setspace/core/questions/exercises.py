"""Exercises in asking: pages for a facilitator to review. All of it is invented; nobody real is behind it."""

from enum import StrEnum
from typing import NamedTuple

from setspace.core.questions.language import Kind


class Drill(StrEnum):
    """What is to be done with a question."""

    ADVICE = "advice"  # make a question of it
    OPEN = "open"  # open it
    FIND = "find"  # say what the coach would notice


class Exercise(NamedTuple):
    """``told`` is what the issue holder said, ``text`` what somebody would answer, ``kind`` what it carries.

    ``kind`` is None where it is open and carries nothing. ``instead`` is one question of many that would do;
    in the drill of finding, where there is something to find.
    """

    key: str
    drill: Drill
    told: str
    text: str
    kind: Kind | None
    instead: str = ""


def exercises(drill: Drill) -> tuple[Exercise, ...]:
    """Those of one drill, in their order."""
    return tuple(one for one in EXERCISES if one.drill is drill)


EXERCISES = (
    Exercise(
        "letters",
        Drill.ADVICE,
        "Forty tenants want to know about their lifts, and I have nothing new to tell them.",
        "You should write to all of them this week.",
        Kind.ADVICE,
        "What would you want them to hear from you?",
    ),
    Exercise(
        "rota",
        Drill.ADVICE,
        "Two of my nurses refuse to work with each other.",
        "Have you tried putting them on different shifts?",
        Kind.ADVICE,
        "What have you noticed about when it is worst?",
    ),
    Exercise(
        "manager",
        Drill.ADVICE,
        "My manager cancels our meetings at the last minute, every time.",
        "Why don’t you raise it with her boss?",
        Kind.ADVICE,
        "What would you like to happen when you do meet?",
    ),
    Exercise(
        "deputy",
        Drill.ADVICE,
        "I still answer emails at eleven at night, and my deputy has started to do it too.",
        "If I were you, I'd switch the phone off at seven.",
        Kind.ADVICE,
        "What does it do to you, and to him?",
    ),
    Exercise(
        "budget",
        Drill.ADVICE,
        "We have to lose a tenth of the budget, and I do not know where to begin.",
        "Could you ask the finance team for a list?",
        Kind.ADVICE,
        "What must not be lost, whatever else goes?",
    ),
    Exercise(
        "new-job",
        Drill.ADVICE,
        "They have offered me the job of the whole region. I have until Friday.",
        "What if you made a list of pros and cons?",
        Kind.ADVICE,
        "What would saying yes ask of you?",
    ),
    Exercise(
        "clinic",
        Drill.ADVICE,
        "Families miss their first appointment so often that half the clinic is empty.",
        "How about ringing them the day before?",
        Kind.ADVICE,
        "What do you know about the families who do come?",
    ),
    Exercise(
        "silence",
        Drill.ADVICE,
        "In my team meeting nobody says anything. I talk for the whole hour.",
        "Would it help to go round the table one by one?",
        Kind.ADVICE,
        "What is that hour like for you?",
    ),
    Exercise(
        "partner",
        Drill.ADVICE,
        "The charity we work with has gone quiet since the new contract.",
        "You could always invite them for a coffee.",
        Kind.ADVICE,
        "How do you imagine it looks from their side?",
    ),
    Exercise(
        "damp",
        Drill.ADVICE,
        "A colleague keeps closing complaints about damp that are not solved.",
        "Have you spoken to him about it?",
        Kind.ADVICE,
        "What makes this hard to bring up?",
    ),
    Exercise(
        "angry",
        Drill.OPEN,
        "She read out my report in front of everybody and laughed.",
        "Were you angry?",
        Kind.CLOSED,
        "What was that like for you?",
    ),
    Exercise(
        "board",
        Drill.OPEN,
        "I present the plan to the board next month.",
        "Is the board on your side?",
        Kind.CLOSED,
        "Where do you expect the board to stand?",
    ),
    Exercise(
        "handover",
        Drill.OPEN,
        "Since the merger each ward hands over in its own way.",
        "Do the wards want to change it?",
        Kind.CLOSED,
        "What would each ward hate to lose?",
    ),
    Exercise(
        "stay-or-go",
        Drill.OPEN,
        "I have been here for eleven years, and I am tired.",
        "Will you stay or will you go?",
        Kind.CLOSED,
        "What would make the next year worth it?",
    ),
    Exercise(
        "staff",
        Drill.OPEN,
        "We are always short of people in the winter.",
        "How many are you short of?",
        Kind.CLOSED,
        "What does being short mean on an ordinary day?",
    ),
    Exercise(
        "residents",
        Drill.OPEN,
        "The residents’ group has written to the paper.",
        "Don’t you think they have a point?",
        Kind.LEADING,
        "How do you see what they wrote?",
    ),
    Exercise(
        "apology",
        Drill.OPEN,
        "I snapped at a junior doctor, and she has been off since.",
        "You must feel awful about it, mustn’t you?",
        Kind.LEADING,
        "What stays with you from that moment?",
    ),
    Exercise(
        "deadline",
        Drill.OPEN,
        "We missed the date for the regulator by a week.",
        "Why didn’t you ask for help earlier?",
        Kind.WHY_BLAME,
        "What was going on for you in the weeks before?",
    ),
    Exercise(
        "school",
        Drill.OPEN,
        "The school sends every child who is upset to us.",
        "What do they expect of you, and who decides that, and what would you prefer?",
        Kind.STACKED,
        "What would you like the school to expect of you?",
    ),
    Exercise(
        "trust",
        Drill.OPEN,
        "Nobody tells me bad news any more.",
        "That sounds very lonely for you.",
        Kind.STATEMENT,
        "What do you think happened before it went quiet?",
    ),
    Exercise(
        "consultant",
        Drill.FIND,
        "Our waiting list has doubled since the spring.",
        "Have you considered bringing somebody in from outside?",
        Kind.ADVICE,
        "What have you considered so far?",
    ),
    Exercise(
        "surely",
        Drill.FIND,
        "The chief executive never comes to our building.",
        "Surely she knows how that looks?",
        Kind.LEADING,
        "What do you think she knows about how that looks?",
    ),
    Exercise(
        "two",
        Drill.FIND,
        "I promised the tenants a date, and I cannot keep it.",
        "What did you promise, and how did they take it?",
        Kind.STACKED,
        "How did they take it?",
    ),
    Exercise(
        "why-did",
        Drill.FIND,
        "In the end I signed it, although I did not believe in it.",
        "Why did you sign it?",
        Kind.WHY_BLAME,
        "What was important to you when you signed it?",
    ),
    Exercise(
        "picture",
        Drill.FIND,
        "I would like a team that argues, and not one that nods.",
        "What would you see on the first day that they argued well?",
        None,
    ),
    Exercise(
        "yes-no",
        Drill.FIND,
        "The new system goes live in three weeks.",
        "Are people ready for it?",
        Kind.CLOSED,
        "What do people need before it goes live?",
    ),
    Exercise(
        "polite",
        Drill.FIND,
        "There was one meeting in which it all turned.",
        "Could you say a little more about that meeting?",
        None,
    ),
    Exercise(
        "what-about",
        Drill.FIND,
        "One of my managers blocks every change.",
        "What about moving him to another site?",
        Kind.ADVICE,
        "What do you think he is protecting?",
    ),
    Exercise(
        "sympathy",
        Drill.FIND,
        "I have not had a day off since March.",
        "You are obviously close to the edge.",
        Kind.STATEMENT,
        "What tells you how much is too much?",
    ),
    Exercise(
        "else",
        Drill.FIND,
        "So that is where we are, I think.",
        "Is there anything else?",
        None,
    ),
)
