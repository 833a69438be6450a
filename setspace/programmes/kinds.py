"""What kind of session a plan is for, and what sessions of a kind are called."""

KIND_OF_PLAN = {
    "tpas-introduction": "introduction",
    "tpas-evaluation": "evaluation",
    "tpas-follow-up": "follow-up",
}
TITLE_OF_KIND = {"introduction": "Introduction", "evaluation": "Evaluation", "follow-up": "Follow-up"}


def kind_of_plan(plan: str) -> str:
    return KIND_OF_PLAN.get(plan, "session")
