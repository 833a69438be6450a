"""Cue cards for whoever holds the process: what they may notice, and one line to say.

Moments are those of the field study, 1.7; situations those that WIAL publishes for its coaches, and the
pitfalls of the study, section 5. A card never touches what an issue is about.
"""

from dataclasses import dataclass
from enum import StrEnum


class Moment(StrEnum):
    """What a stage is for, as far as a card is concerned."""

    ARRIVE = "arrive"
    UPDATE = "update"
    BIDS = "bids"
    TELL = "tell"
    QUESTION = "question"
    ASK = "ask"
    QUIET = "quiet"
    AWAY = "away"
    ECHO = "echo"
    ACTIONS = "actions"
    PROCESS = "process"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Cue:
    """``notice`` is what may be seen or heard, ``say`` one line in answer to it. ``at`` is empty where
    it may happen at any time."""

    key: str
    title: str
    notice: str
    say: str
    at: tuple[Moment, ...] = ()


M = Moment
CUES = (
    Cue(
        "arrive",
        "Arriving",
        "People come from something else.",
        "What do you need to put aside to be here?",
        (M.ARRIVE,),
    ),
    Cue("weather", "A short check-in", "The check-in grows long.", "One word for your weather.", (M.ARRIVE,)),
    Cue(
        "update",
        "How the actions went",
        "Somebody excuses themselves for what they did not do.",
        "What did you do, what happened, what did you learn? Also if you did nothing.",
        (M.UPDATE,),
    ),
    Cue(
        "easy-action",
        "An action that is easy to report",
        "All is done, and nothing was learned.",
        "What did you learn that you did not expect?",
        (M.UPDATE, M.ACTIONS),
    ),
    Cue(
        "alive",
        "How alive is it?",
        "Several want the time.",
        "How alive is it, 1 to 5? Is it yours to change?",
        (M.BIDS,),
    ),
    Cue(
        "verbose",
        "A long telling",
        "The issue holder gives all the background, and eyes wander.",
        "What is the heart of it, in two sentences?",
        (M.TELL,),
    ),
    Cue(
        "interrupting",
        "An interruption",
        "Somebody asks while the issue holder still tells.",
        "Let’s hear it to the end. Keep your question.",
        (M.TELL, M.AWAY),
    ),
    Cue(
        "key-question",
        "A question with I in it",
        "The question is about what others do.",
        "Say it as one question that starts with how or what and has I in it.",
        (M.QUESTION,),
    ),
    Cue(
        "hidden-solution",
        "A solution read as the problem",
        "The problem, as it is worded, names its own solution.",
        "If that were already done, what would be solved?",
        (M.QUESTION, M.TELL),
    ),
    Cue(
        "closed",
        "Closed questions",
        "Yes and no are the answers, one after the other.",
        "Who can begin the next one with what or how?",
        (M.ASK,),
    ),
    Cue(
        "coat",
        "Advice in a coat",
        "A question carries its own answer.",
        "Is that a question, or a suggestion in a coat?",
        (M.ASK,),
    ),
    Cue(
        "advice",
        "Advice is given",
        "Somebody says what they would do.",
        "Hold that thought. What would you need to ask to find out whether it fits?",
        (M.ASK, M.ECHO),
    ),
    Cue(
        "long-question",
        "A long question",
        "Three questions come as one, with a reason before each.",
        "Ask it again in seven words.",
        (M.ASK,),
    ),
    Cue(
        "rapid-fire",
        "One question after the other",
        "The next question comes before the answer has landed.",
        "Let’s take a breath before the next one.",
        (M.ASK,),
    ),
    Cue(
        "own-story",
        "Somebody’s own story",
        "A member tells what happened to them.",
        "What does that make you want to ask?",
        (M.ASK, M.ECHO),
    ),
    Cue(
        "stuck",
        "It does not move",
        "The questions go in a circle.",
        "Whose voice is missing? What have we not dared to ask?",
        (M.ASK,),
    ),
    Cue(
        "quiet-ones",
        "Somebody has not spoken",
        "One or two have asked nothing so far.",
        "Let’s hear from somebody who has not asked yet. Passing is fine.",
        (M.ASK, M.ECHO, M.PROCESS),
    ),
    Cue(
        "dominating",
        "One voice fills the room",
        "The same person asks each time.",
        "Thank you. Let’s hear the others first, then come back to you.",
        (M.ASK, M.PROCESS),
    ),
    Cue(
        "clear-early",
        "Clear long before the time is over",
        "After two thirds of the time everybody knows the way.",
        "What else might be true? What are we not asking because we are sure?",
        (M.ASK,),
    ),
    Cue(
        "short-silence",
        "A silence that is hard to bear",
        "Somebody is about to fill it.",
        "Silence is working time. Let’s stay with it.",
        (M.QUIET, M.ASK),
    ),
    Cue(
        "away-addressed",
        "Somebody speaks to the one who turned away",
        "A member turns to the issue holder for an answer.",
        "Speak with one another. They only listen.",
        (M.AWAY,),
    ),
    Cue(
        "verdict",
        "A verdict",
        "The talk about somebody becomes a judgement of them.",
        "Possibilities, not verdicts. What else might be going on?",
        (M.AWAY,),
    ),
    Cue(
        "echo-advice",
        "An echo that turns into advice",
        "The sentence begins with you.",
        "What I noticed in myself … How would you go on from there?",
        (M.ECHO,),
    ),
    Cue(
        "smallest",
        "A large action",
        "The action is a wish.",
        "Smallest step? Which day? Who will notice?",
        (M.ACTIONS,),
    ),
    Cue(
        "confidence",
        "An action that may not happen",
        "The voice grows smaller.",
        "How sure are you, 1 to 10? What would make it one higher?",
        (M.ACTIONS,),
    ),
    Cue(
        "identical",
        "Identical actions",
        "Everybody writes the same thing.",
        "What is it that only you can do?",
        (M.ACTIONS,),
    ),
    Cue(
        "process",
        "How are we doing?",
        "The set has lost sight of how it works.",
        "How are we doing as a group, 1 to 10? One thing to keep, one to change.",
        (M.PROCESS,),
    ),
    Cue(
        "nice",
        "All was fine",
        "The review takes a minute and says nothing.",
        "Which moment helped most? And which one did not?",
        (M.PROCESS,),
    ),
    Cue(
        "close",
        "Closing",
        "People gather their things.",
        "What do you carry out of here? What stays in the room?",
        (M.CLOSE,),
    ),
    Cue(
        "side-talk",
        "Side talk",
        "Two talk, or write, to each other.",
        "Let’s have one conversation. What did you want to say?",
    ),
    Cue(
        "distress",
        "Somebody is moved or upset",
        "Tears, a voice that breaks, a face that closes.",
        "We can stop here for a while. What do you need just now?",
    ),
    Cue(
        "disclosure",
        "Something that may not stay in the room",
        "Somebody speaks of harm to a person.",
        "I need to pause us here. Let’s talk, you and I, before we go on.",
    ),
    Cue(
        "overheard",
        "Somebody may be overheard",
        "A door opens behind somebody.",
        "Shall we wait until you are alone again?",
    ),
    Cue("tired", "Tired faces", "It has been long since the last break.", "Let’s stand up for a minute."),
    Cue(
        "over-time",
        "The time is over and it is not",
        "A turn ends in the middle of something.",
        "We have come to the end of your time. What is the one sentence for now?",
    ),
    Cue(
        "to-you",
        "Everything goes through you",
        "Members look to you for the answer.",
        "I hold the clock. What does the set think?",
    ),
)
