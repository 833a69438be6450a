"""Plans of other programmes that the field study describes, around their own rounds."""

from setspace.core.process.formats import Block, BlockKind, Plan, Prompts
from setspace.core.process.plans.blocks import action_update, check_in, farewell, pause, review, turn

SEAL_SESSION = Plan(
    key="seal-session",
    title="Two hours, three post-it rounds",
    source="SEAL, seactionlearning.co.uk; blocks our own",
    minutes=120,
    least_people=3,
    most_people=8,
    blocks=(
        check_in(8, 5),
        action_update(16, 10),
        turn(1, "seal-postit-24", 24),
        turn(2, "seal-postit-24", 24),
        pause("break-1", "Break", 8, 5),
        turn(3, "seal-postit-24", 24),
        review("How we worked", 12, 8),
        farewell("Close and next date", 4, 2),
    ),
)

COMMUNITY_RESOLVE = Plan(
    key="community-resolve",
    title="Three hours, two issue holders",
    source="Community Resolve, communityresolve.com; minutes of the blocks our own",
    minutes=180,
    least_people=3,
    most_people=6,
    blocks=(
        check_in(15, 10),
        action_update(25, 15),
        turn(1, "classic-45", 45),
        pause("break-1", "Break at half-way", 20, 15),
        turn(2, "classic-45", 45),
        review("How we worked", 22, 14),
        farewell("Close", 8, 4),
    ),
)

YORK_SESSION = Plan(
    key="york-session",
    title="One issue in 90 minutes",
    source="University of York, action learning sets",
    minutes=90,
    least_people=3,
    most_people=8,
    blocks=(turn(1, "york-90", 90),),
)

TROIKA_SESSION = Plan(
    key="troika-session",
    title="Three people, ten minutes each",
    source="Liberating Structures, Troika Consulting",
    minutes=30,
    least_people=3,
    most_people=3,
    blocks=(turn(1, "troika-10", 10), turn(2, "troika-10", 10), turn(3, "troika-10", 10)),
)

WIAL_SESSION = Plan(
    key="wial-session",
    title="One shared problem in 90 minutes",
    source="World Institute for Action Learning, rules; blocks around the round our own",
    minutes=90,
    least_people=4,
    most_people=8,
    blocks=(
        check_in(8, 5),
        action_update(10, 6),
        turn(1, "wial-single-60", 60),
        Block(
            "feedback",
            "What we saw in one another",
            BlockKind.FEEDBACK,
            8,
            5,
            2,
            prompts=Prompts(
                members="Ask one person: where did you see in me what I wanted to practise?",
                facilitator="Feedback is asked for, never sent unasked.",
            ),
        ),
        farewell("Close and next date", 4, 2),
    ),
)
