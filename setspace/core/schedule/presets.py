"""Thirteen shapes of programmes that are really run, each with its source.

What a source leaves open is filled by us, and the source then says what: a host may change all of it.
"""

from dataclasses import replace
from datetime import time
from functools import cache

from setspace.core.schedule.shapes import Gap, Kind, Monthly, Months, Outline, Shape, Weeks

HALF_DAY = ("tpas-session", 210)
THREE_HOURS = ("ithrive-two-holders", 180)
WHOLE_DAY = (None, 420)


@cache
def shapes() -> dict[str, Shape]:
    """Every shape by its key."""
    found = (
        _tpas(),
        _ithrive(),
        _seal(),
        _community_resolve(),
        _nhs_people(),
        _alc(),
        _intrac(),
        _idyia(),
        _ala(),
        _kings_fund(),
        _kzn(),
        _york(),
        _ega(),
    )
    return {shape.key: shape for shape in found}


def _tpas() -> Shape:
    """One week before the first session is the only gap that meets July and December without a holiday
    (field study, 6.1); December is the follow-up, five months after the evaluation (6.5)."""
    full = _sessions(5, *HALF_DAY, Weeks(5), begins=Weeks(1, sooner=0), white_space=30)
    return Shape(
        "tpas-vals",
        "Tpas virtual action learning sets",
        "Tpas Virtual Action Learning Sets, Spring 2021; the week before the first session is ours",
        (
            Outline(Kind.INTRODUCTION, 1, "tpas-introduction", 120, month=2),
            *full,
            Outline(Kind.EVALUATION, 1, "tpas-evaluation", 120, Weeks(2), month=7),
            Outline(Kind.FOLLOW_UP, 1, "tpas-follow-up", 120, Months(5), month=12),
        ),
    )


def _ithrive() -> Shape:
    return Shape(
        "ithrive-monthly",
        "i-THRIVE action learning sets",
        "i-THRIVE Action Learning Sets; three months: implementingthrive.org; every four weeks is ours",
        _sessions(3, *THREE_HOURS, Weeks(4)),
    )


def _seal() -> Shape:
    return Shape(
        "seal",
        "SEAL online sets",
        "seactionlearning.co.uk: a launch, four monthly sets and a completion event",
        (
            Outline(Kind.INTRODUCTION, 1, None, 210),
            *_sessions(4, "seal-session", 120, Monthly(), begins=Monthly()),
            Outline(Kind.EVALUATION, 1, None, 210, Monthly()),
        ),
        time(10),
    )


def _community_resolve() -> Shape:
    return Shape(
        "community-resolve",
        "Community Resolve sets",
        "communityresolve.com: six monthly sets of three hours",
        _sessions(6, "community-resolve", 180, Monthly()),
    )


def _nhs_people() -> Shape:
    return Shape(
        "nhs-people-vals",
        "NHS virtual action learning sets",
        "people.nhs.uk: four half-days over eight months; eleven weeks apart is ours",
        _sessions(4, *HALF_DAY, Weeks(11)),
    )


def _alc() -> Shape:
    return Shape(
        "alc-peer",
        "Peer sets of the Action Learning Centre",
        "actionlearningcentre.com: four or six sessions every six to eight weeks; six of a half-day is ours",
        _sessions(6, *HALF_DAY, Weeks(7)),
    )


def _intrac() -> Shape:
    return Shape(
        "intrac-plp",
        "INTRAC peer learning",
        "INTRAC guide: half-days every four to six weeks; six of them is ours",
        _sessions(6, *HALF_DAY, Weeks(5)),
    )


def _idyia() -> Shape:
    return Shape(
        "idyia",
        "Idyia whole-day sets",
        "idyia.co.uk: whole days every four to five weeks, four or five times; seven hours is ours",
        _sessions(5, *WHOLE_DAY, Weeks(4, sooner=0)),
    )


def _ala() -> Shape:
    return Shape(
        "ala-open",
        "Open sets of Action Learning Associates",
        "actionlearningassociates.co.uk: five meetings over 12 to 15 months; every third month is ours",
        _sessions(5, *HALF_DAY, Months(3)),
    )


def _kings_fund() -> Shape:
    return Shape(
        "kings-fund-pcn",
        "Sets for primary care networks",
        "unityinsights.co.uk: six sessions over seven months; every six weeks, three hours, is ours",
        _sessions(6, *THREE_HOURS, Weeks(6)),
    )


def _kzn() -> Shape:
    return Shape(
        "kzn-health",
        "Sets across hospitals of a province",
        "BMC Health Services Research 2018: at least ten in a year; five weeks apart, three hours, is ours",
        _sessions(10, *THREE_HOURS, Weeks(5)),
    )


def _york() -> Shape:
    return Shape(
        "york-90",
        "Sets of 90 minutes",
        "york.ac.uk: six monthly meetings of 90 minutes, one issue in each",
        _sessions(6, "york-session", 90, Monthly()),
    )


def _ega() -> Shape:
    return Shape(
        "ega-24m",
        "Sets within a master's programme",
        "leadershipacademy.nhs.uk: eleven full days over 24 months; ten weeks apart, seven hours, is ours",
        _sessions(11, *WHOLE_DAY, Weeks(10)),
    )


def _sessions(
    number: int, plan: str | None, minutes: int, gap: Gap, begins: Gap | None = None, white_space: int = 0
) -> tuple[Outline, ...]:
    """So many alike; ``begins`` is the gap before the first of them, where something comes before it."""
    alike = Outline(Kind.SESSION, 1, plan, minutes, gap, white_space)
    return (
        replace(alike, gap=begins),
        *(replace(alike, number=count) for count in range(2, number + 1)),
    )
