"""What is said about a question, and the two ways to open it that are offered with it."""

from setspace.core.questions.language import Kind, Stems

SAYS = {
    Kind.ADVICE: "This carries an idea of yours.",
    Kind.LEADING: "This leans towards one answer.",
    Kind.STACKED: "There is more than one question here.",
    Kind.WHY_BLAME: "This may sound like blame.",
    Kind.CLOSED: "This can be answered in a word.",
    Kind.STATEMENT: "This does not ask anything yet.",
}

STEMS = {
    "yes or no": Stems("Begin with What or How: “In what way …?”", "What feels important about that?"),
    "a or b": Stems("What are you weighing up?", "What other possibilities are there?"),
    "number": Stems("What does that number mean for you?", "What would you like to be different?"),
    "date": Stems("What is important about that date?", "What would you like to be different?"),
    "person": Stems("What is important about that person?", "Who else is affected by this?"),
    "fact": Stems("What is important about that?", "What else matters here?"),
    "scale": Stems("What does that number mean for you?", "What would change that number?"),
    "stacked": Stems("Which one question would help most? Ask that.", "What matters most to you here?"),
    "statement": Stems("What is the question behind this?", "What would you like to understand?"),
    "tag": Stems("How do you see it?", "What else might be true?"),
}
