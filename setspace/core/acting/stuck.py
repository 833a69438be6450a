"""Gentle questions for whoever does not get on with an action. None of them wants an answer."""

PROMPTS = (
    "What did you hope it would change? Is that still so?",
    "What makes it hard, if you are honest with yourself?",
    "What would you be giving up if you did it?",
    "What is the smallest piece that you could do in ten minutes?",
    "Who could be beside you while you do it?",
    "When did you manage something like it before, and what helped?",
    "What if you let it go? What would you feel: relief, or regret?",
)
