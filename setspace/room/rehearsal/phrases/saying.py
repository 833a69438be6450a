"""Words on arriving, on what became of an action, and on what somebody keeps for themselves."""

CHECK_INS = (
    "Cloudy with a bit of sun",
    "Glad to be here, a little short of sleep",
    "Still in my last meeting",
    "Calm",
    "A full head, a light heart",
    "Windy",
    "Curious",
    "Tired, and looking forward to this",
    "Putting aside an inspection",
    "Warm, with showers",
    "Here, with tea",
    "A bit scattered",
    "Quiet today",
    "Ready to listen",
    "Thinking of my daughter's first day at school",
    "Bright after a walk",
)

DID = (
    "I did it, later than I had meant to.",
    "I began, and stopped when it became awkward.",
    "I asked two people instead of three.",
    "I wrote it down and have not sent it.",
    "I did the first step and then something else turned out to matter more.",
    "It went quite differently from what I had planned, and better.",
    "I talked about it with my manager first.",
    "I did it on the Tuesday, with my heart in my mouth.",
    "I put it on the agenda and we ran out of time.",
    "Nothing yet. The week had other ideas.",
)

LEARNED = (
    "They had been waiting for me to ask.",
    "I was more afraid of it than it deserved.",
    "I do my own work first when I am unsure.",
    "A short question opened more than my whole slide.",
    "I need somebody beside me for this.",
    "Not doing it told me what I really want.",
    "People answer honestly when I do not write along.",
    "My part in it is larger than I thought, and that is good news.",
    "It takes less time than avoiding it.",
    "I can wait longer than I believed.",
)

REFLECTIONS = (
    (
        "I talked fast again when it came to my own part. The question about what I gain from leaving it as "
        "it is has stayed with me all week. I think the answer is that nobody can be disappointed in a thing "
        "that I have not begun."
    ),
    (
        "Listening was easier than holding the issue. I noticed three times that I had an answer ready, and "
        "three times that the next question was better than my answer."
    ),
)
