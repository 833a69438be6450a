"""Issues that people bring: from social housing, and from leading mental health care for children."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    what: str
    first: str


@dataclass(frozen=True, slots=True)
class Matter:
    """An issue in a line, two wordings of its question, and what its holder might do."""

    line: str
    questions: tuple[str, str]
    steps: tuple[Step, ...]


BY_WHEN = (
    "before we next meet",
    "by the end of this month",
    "within two weeks",
    "by next Friday",
    "before the next team meeting",
    "this week",
)

MATTERS = (
    Matter(
        "Repairs are quicker than ever, and tenants on one estate trust us less than before.",
        (
            "How can I win back trust on the estate?",
            "What would I do differently if I believed what tenants tell me about trust?",
        ),
        (
            Step(
                "Walk the estate with the caretaker and two tenants",
                "Ask the caretaker which morning is best",
            ),
            Step(
                "Read out three complaints at the team meeting, without an answer ready", "Choose the three"
            ),
            Step("Ring the tenant who stopped coming to our meetings", "Find out when a call suits"),
        ),
    ),
    Matter(
        "Two of my managers agree in every meeting and then each do it their own way.",
        (
            "How do I get my two managers to work together?",
            "What am I doing that makes it safer for them to nod than to disagree?",
        ),
        (
            Step(
                "Say to both what I see, in the same words",
                "Write down what I have seen, not what I think of it",
            ),
            Step("Leave ten minutes of our meeting for what we disagree on", "Put it on the agenda"),
            Step("Ask each of them what agreeing costs", "Book half an hour with each"),
        ),
    ),
    Matter(
        "I was asked to lead the merger of two neighbourhood teams, and one of them was mine.",
        (
            "How do I lead both teams when one still calls me theirs?",
            "What do I need to let go of to belong to both teams?",
        ),
        (
            Step("Work from the other team's office two days a week", "Ask where there is a desk"),
            Step("Ask the other team what they are afraid to lose", "Bring it to their next meeting"),
            Step("Tell my old team what will change between us", "Choose the moment with their team leader"),
        ),
    ),
    Matter(
        "Families wait months for a first talk, and my team spends its mornings explaining the wait.",
        (
            "How can we shorten the wait?",
            "What could I stop doing so that waiting is not all we do?",
        ),
        (
            Step("Sit in on the telephone line for a morning", "Ask the line's team which day"),
            Step("Stop one of our three weekly reports for a month", "Ask who reads it"),
            Step(
                "Ask three families what would have helped while they waited",
                "Ask our parents' group to choose",
            ),
        ),
    ),
    Matter(
        "The board wants a new strategy from me by the autumn, and tenants have not been asked.",
        (
            "How do I get tenants into the strategy in time?",
            "What is mine to say to the board about time, and what keeps me from saying it?",
        ),
        (
            Step(
                "Tell the chair that I need six weeks more, and what for",
                "Write the two sentences I want to say",
            ),
            Step("Bring a tenant to the next working group", "Ask who has time and would like to"),
            Step("Show the draft to the scrutiny panel before anybody else", "Send it with three questions"),
        ),
    ),
    Matter(
        "Since we work from home, nobody in my team asks for help until it is nearly too late.",
        (
            "How can I get people to ask for help earlier?",
            "How might I let the team see when I need help myself?",
        ),
        (
            Step("Begin our Monday call with something I am stuck on", "Choose what it will be on Sunday"),
            Step("Ask the two newest what asking is like here", "Invite each for a walk"),
            Step("Move our one-to-ones back to a room", "Ask each who would rather not"),
        ),
    ),
    Matter(
        "Schools, the council and my service each hold a part of a child's story, and nobody holds it all.",
        (
            "How do we share what we know about a child?",
            "What is the smallest thing I can share without waiting for everybody?",
        ),
        (
            Step(
                "Go through one child's way with the school and the council",
                "Ask the family whether they want it",
            ),
            Step("Agree with the school on one person to ring", "Offer our own name first"),
            Step("Find out what the rules really forbid", "Ask our information officer for half an hour"),
        ),
    ),
    Matter(
        "An older colleague who taught me the work is no longer keeping up, and everybody looks at me.",
        (
            "How do I tell a colleague that it is no longer enough?",
            "What would honesty and loyalty look like in one conversation?",
        ),
        (
            Step("Speak with my colleague before anybody else does", "Ask for an hour away from the office"),
            Step("Write down what the work needs now, on one page", "Begin with what is good"),
            Step("Say to the team that it is in hand, and no more", "Find the words with my manager"),
        ),
    ),
    Matter(
        "I say yes to every partnership, and the people who do the work find out afterwards.",
        (
            "How do I say no to partners?",
            "What does saying yes give me, and what does it cost the team?",
        ),
        (
            Step(
                "Answer the next request with: I will tell you on Friday", "Put the sentence beside my screen"
            ),
            Step("Let the team choose which partnership we end", "List them with the hours they take"),
            Step("Ask a team leader to come along to the next partners' meeting", "Ask who is curious"),
        ),
    ),
    Matter(
        "A review found that our service reaches hardly any families from two parts of the town.",
        (
            "How can we reach the families who do not come?",
            "What do I assume about the families who do not come, and whom could I ask?",
        ),
        (
            Step("Visit the two community kitchens and ask what they hear", "Ring the first of them"),
            Step("Count who leaves after the first letter", "Ask for the figures by postcode"),
            Step(
                "Invite a mosque, a church and a barber to tell us what they would need", "Ask who knows them"
            ),
        ),
    ),
)
