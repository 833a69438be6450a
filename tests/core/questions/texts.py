"""Texts of any kind, for the coach to read."""

from hypothesis import strategies as st

LONGEST = 10_000
PIECES = (
    "what is it, ",
    "and who is ",
    "so ",
    "have you tried ",
    "if you could ",
    "isn't it, ",
    ", you should ",
    "I wonder, ",
    "could you just maybe perhaps ",
    "when you, what you, ",
    "or have you thought of asking ",
    "on a scale of one to ten, ",
    "a-a'",
    "don’t ",
    "u r ",
    "? ",
    ". ",
    "’",
    "\n",
    "🙂",
)


def any_text(longest: int = LONGEST) -> st.SearchStrategy[str]:
    """Any letters, and the coach's own phrases in any order, up to so many letters."""
    made = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=40).map("".join)
    return st.builds(lambda text, times: (text * times)[:longest], made, st.sampled_from((1, 1, 3, 400)))
