"""What in a text may point to somebody: numbers, addresses and names that need not stand where a set writes.

The rules go by form and would rather say nothing than cry wolf. They know no list of names but the full ones
that they are given. Whoever writes is told, and nobody else; nothing is ever held up.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    NHS_NUMBER = "nhs_number"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    POSTCODE = "postcode"
    NAME = "name"


# What each looks like, as the end of a sentence about it.
LOOKS_LIKE: dict[Kind, str] = {
    Kind.NHS_NUMBER: "looks like an NHS number",
    Kind.EMAIL: "looks like an email address",
    Kind.PHONE: "looks like a phone number",
    Kind.ADDRESS: "looks like somebody’s address",
    Kind.POSTCODE: "looks like a postcode",
    Kind.NAME: "is somebody’s full name",
}


class Found(NamedTuple):
    """Something in a text from ``start`` to ``end``, in code points."""

    kind: Kind
    start: int
    end: int


def found_in(text: str, names: Iterable[str] = ()) -> tuple[Found, ...]:
    """What may point to somebody, from left to right. Of two that overlap the first of the list above stays.

    ``names`` are full names, of people whom whoever writes works with.
    """
    kept: list[Found] = []
    for one in (*_by_form(text), *_names(text, names)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits carry the check digit of an NHS number; one in eleven numbers does so by chance."""
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit():
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return -weighed % 11 == int(digits[9])


NO_DIGIT_BEFORE, NO_DIGIT_AFTER = r"(?<![\d+.,/£$€-])", r"(?![\d/]|[.,-]\d)"
TEN_DIGITS = re.compile(rf"{NO_DIGIT_BEFORE}\d{{3}}([ -]?)\d{{3}}\1\d{{4}}{NO_DIGIT_AFTER}")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
# In Britain geographic and mobile numbers; those of helplines and services, 03 and 08, belong to nobody.
UK_PHONE = re.compile(rf"{NO_DIGIT_BEFORE}\(?0[127]\d{{1,4}}\)?(?:[ -]?\d){{5,9}}{NO_DIGIT_AFTER}")
ABROAD = re.compile(rf"(?<![\w+])(?:\+|00(?=[1-9 ]))(?:[ -]?(?:\(0\))?[ -]?\d){{8,15}}{NO_DIGIT_AFTER}")
POSTCODE = re.compile(
    r"(?<![\w-])(?:[A-PR-UWYZ][0-9][0-9A-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y][0-9][0-9ABEHMNPRV-Y]?)"
    r" ?[0-9][ABD-HJLNP-UW-Z]{2}(?![\w-])",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"\d(?:st|[nr]d|th)$")  # as in "the T2 2nd meeting": no postcode that anybody typed so
STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Court|Drive|Gardens|Grove|Place|Square|Terrace|Way|Crescent|Walk"
    "|Row|Mews|Parade|House|Buildings"
)
ADDRESS = re.compile(
    r"(?<![\w£$€.,-])(?:(?:Flat|Apartment|Unit)\s+\d{1,4}[A-Za-z]?,?\s+)?(?!(?:19|20)\d\d\b)\d{1,4}[A-Za-z]?,?\s+"
    rf"(?:[A-Z][\w’'-]+\s+){{1,3}}(?:{STREETS})\b"
    rf"|\b(?:Flat|Apartment)\s+\d{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][\w’'-]+\s+){{1,3}}(?:{STREETS})\b"
)


def _by_form(text: str) -> Iterator[Found]:
    for match in TEN_DIGITS.finditer(text):
        if is_nhs_number(re.sub(r"\D", "", match[0])):
            yield _at(Kind.NHS_NUMBER, match)
    yield from (_at(Kind.EMAIL, match) for match in EMAIL.finditer(text))
    for match in (*UK_PHONE.finditer(text), *ABROAD.finditer(text)):
        if match[0].startswith(("+", "00")) or len(re.sub(r"\D", "", match[0])) in (10, 11):
            yield _at(Kind.PHONE, match)
    yield from (_at(Kind.ADDRESS, match) for match in ADDRESS.finditer(text))
    yield from (
        _at(Kind.POSTCODE, match) for match in POSTCODE.finditer(text) if not ORDINAL.search(match[0])
    )


def _names(text: str, names: Iterable[str]) -> Iterator[Found]:
    """Each full name as it is written, with capitals; a first name alone says little."""
    for name in names:
        words = [re.escape(word) for word in name.split()]
        if len(words) > 1:
            whole = r"(?<![\w-])" + r"\s+".join(words) + r"(?![\w-])"
            yield from (_at(Kind.NAME, match) for match in re.finditer(whole, text))


def _at(kind: Kind, match: re.Match[str]) -> Found:
    return Found(kind, match.start(), match.end())
