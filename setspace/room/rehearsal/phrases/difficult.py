"""What people say when they find the method hard: suggestions, verdicts, and questions without an end."""

ADVICE = (
    "Have you thought of simply moving the deadline?",
    "Why don’t you ask your director to step in?",
    "You should write it all down and send it to them.",
    "Wouldn’t it be easier to let the other team do it?",
    "In my team we had just the same, and what worked was a weekly call.",
    "Have you tried telling them plainly that it cannot go on?",
)
_MERGER = """
I was wondering, because we had something like it two years ago, or was it three, anyway, before the
merger, and it took us months to see it, so what I would like to know is who is in charge, and
whether they know, and what they would say, and also how long it has been like this?
"""
_THREE = """
There are really three things here, and they hang together, at least that is how it looks to me, the
first is about people, the second about money, so is it more the one or the other, or is it both,
and if it is both, where would you begin, and what about the board?
"""
_BACK = """
Let me go back a little, because when I first heard it I thought of something else, which may not
matter, but does your team know how you see it, and would they agree, and have you always seen it
like this?
"""
RAMBLES = tuple(" ".join(text.split()) for text in (_MERGER, _THREE, _BACK))
