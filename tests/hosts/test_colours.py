"""The colours of hosts can be read, by day and by night."""

import re

import pytest

from setspace.hosts.models import Colour
from tests.house import ROOT

HOSTS = (ROOT / "setspace/hosts/static/hosts/colours.css").read_text("utf-8")
ALL = (ROOT / "setspace/web/static/web/css/tokens.css").read_text("utf-8")
TONES = {"pine", "pine-hover", "on-pine", "pine-soft", "pine-ink"}
# What stands on what, and how much they must differ.
PAIRS = [
    ("on-pine", "pine", 4.5),
    ("on-pine", "pine-hover", 4.5),
    ("pine", "paper", 4.5),
    ("pine", "surface", 4.5),
    ("pine-ink", "pine-soft", 7.0),
    ("ink", "pine-soft", 7.0),
    ("ink-2", "pine-soft", 4.5),
    ("pine", "pine-soft", 4.5),
    ("focus", "pine-soft", 3.0),
]


def tones_of(source: str) -> dict[str, tuple[str, str]]:
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", source)
    return {name: (by_day, by_night) for name, by_day, by_night in found}


def ratio(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_measured_as_it_is_defined() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", Colour.values)
def test_each_colour_of_a_host_can_be_read(colour: str) -> None:
    block = re.search(rf'\[data-colour="{colour}"\] {{(.*?)}}', HOSTS, re.DOTALL)
    assert block is not None
    own = tones_of(block[1])
    assert set(own) == TONES
    tones = tones_of(ALL) | own
    weak = [
        (front, back, "light" if by == 0 else "dark", round(ratio(tones[front][by], tones[back][by]), 2))
        for front, back, least in PAIRS
        for by in (0, 1)
        if ratio(tones[front][by], tones[back][by]) < least
    ]
    assert weak == []
