"""The codes of sign-in. A session holds a seed; only the server's secret makes the code of it."""

import re

from django.utils.crypto import salted_hmac

LETTERS = "BCDFGHJKLMNPQRSTVWXYZ"
WELL_FORMED = re.compile(rf"[{LETTERS}]{{8}}")
SALT = "setspace.people.codes"


def code_of(seed: str) -> str:
    """Eight letters, like BCDF-GHJK, that nobody can know from the seed alone."""
    number = int.from_bytes(salted_hmac(SALT, seed, algorithm="sha256").digest())
    letters = []
    for _place in range(8):
        number, which = divmod(number, len(LETTERS))
        letters.append(LETTERS[which])
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def is_well_formed(typed: str) -> bool:
    """Could this be a code? Capitals, spaces and dashes do not matter."""
    return WELL_FORMED.fullmatch(re.sub(r"[\s-]", "", typed).upper()) is not None
