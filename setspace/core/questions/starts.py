"""What a stem puts into the box of whoever takes it up."""

import re

QUOTED = re.compile(r"“(.+?) …\?”")


def start_of(stem: str) -> str:
    """The words that a stem begins a question with, a whole question or its first words and a space.

    Empty where the stem is a hint and no question: "Try it without the underlined words, with What or How."
    """
    if stem.endswith("?"):
        return stem
    found = QUOTED.search(stem)
    return f"{found[1]} " if found else ""
